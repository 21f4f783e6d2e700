// What stands behind a figure of a bill, as rows: postings of the mall, or exchanges in the programme.
import type { Item } from '@/api/client';
import { t } from '@/words';
import type { Column } from './columns';
import { type Posting, postingColumns } from './postings';

type Exchange = Item<'/api/v1/operator/bills/{bill}/exchanges'>;
export type BillRow = Pick<Posting, 'id' | 'at' | 'amount'> & Partial<Item<'/api/v1/operator/bills/{bill}/lines'>>;
/** Figures in which a posting counts another sum than it moves. */
const PARTLY = ['orders', 'freight', 'merchantCoupons'];

/** Exchanges are known by their place in the programme's journal. */
export const billRows = (exchanges: readonly Exchange[]): BillRow[] => exchanges.map(({ position, at, amount }) => ({ id: position, at, amount }));

export function billColumns(figure: string, isClerk: boolean): Column<BillRow>[] {
  if (figure === 'constantExchanged') {
    return [
      { key: 'at', label: t('time'), kind: 'time' },
      { key: 'id', label: t('programme.position'), value: (one) => '#' + one.id },
      { key: 'amount', label: t('people.counts'), kind: 'money' },
    ];
  }
  const columns = (postingColumns(isClerk) as Column<BillRow>[]).filter((column) => column.key !== 'amount' || PARTLY.includes(figure));
  return [...columns, { key: 'counts', label: t('people.counts'), kind: figure === 'orders' ? 'number' : 'money', ...(PARTLY.includes(figure) ? {} : { sort: 'amount' }) }];
}
