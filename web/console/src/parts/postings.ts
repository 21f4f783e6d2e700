// Postings as columns: what moved between which accounts, and the thing it follows from.
import type { Item } from '@/api/client';
import type { Column } from './columns';
import { t, word } from '@/words';

export type Posting = Item<'/api/v1/operator/postings'>;
const account = (name: string): string => word('ledger.mallAccount.' + name, name);

export function cause(one: Posting, isClerk: boolean): { text: string; to?: string | { path: string; query: Record<string, string | number> } } {
  if (one.order) return { text: `${t('order')} ${one.number ?? one.order}`, to: `/orders/${one.order}` };
  if (one.bill) return { text: `${t('people.bills')} ${one.bill}`, to: `/bills/${one.bill}` };
  if (one.withdrawal) return { text: `${t('trade.withdrawals')} ${one.withdrawal}`, to: '/withdrawals' };
  if (one.checkout && !isClerk) return { text: `${t('trade.checkout')} ${one.checkout}`, to: { path: '/payments', query: { checkout: one.checkout } } };
  return { text: one.key };
}

export function postingColumns(isClerk: boolean): Column<Posting>[] {
  return [
    { key: 'at', label: t('time'), kind: 'time', sort: 'at' },
    { key: 'kind', label: t('kind'), value: (one) => word('ledger.postingKind.' + one.kind, one.kind) },
    { key: 'debit', label: t('ledger.debit'), value: (one) => account(one.debit) },
    { key: 'credit', label: t('ledger.credit'), value: (one) => account(one.credit) },
    { key: 'amount', label: t('amount'), kind: 'money', sort: 'amount' },
    { key: 'cause', label: t('ledger.cause'), value: (one) => cause(one, isClerk).text, to: (one) => cause(one, isClerk).to, isWide: true },
  ];
}
