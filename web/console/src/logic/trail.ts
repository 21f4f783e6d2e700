// The audit log tells in codes what was done; here they become words, and lead to the thing itself.
import { half, t, word, words } from '@/words';

/** All that the audit log tells, by kind; a test compares it with what the mall says. */
const DEEDS: Record<string, string> = {
  access_key: 'made revoked', after_sale: 'agreed refused received done closed sent_back', bill: 'draft checked approved paid payment', brand: 'added renamed removed',
  category: 'added changed removed', clock: 'advanced', coupon_kind: 'added ended allowed', freight: 'added changed removed',
  goods: 'created drafted discarded submitted recalled approved rejected shelved unshelved', job: 'hastened', member: 'locked unlocked erased',
  merchant: 'accepted rejected entry_fee entry_fee_refunded opened suspended resumed closed commission_changed', mode: 'changed', package: 'shipped', programme: 'chosen',
  reconciliation: 'run', referral: 'levels_changed', refund: 'made retried', review: 'answered hidden shown', role: 'added changed removed', setting: 'changed', stock: 'changed',
  top_up: 'asked', voucher: 'redeemed', withdrawal: 'asked approved refused', worker: 'founded hired changed locked unlocked password_renewed',
};
export const ACTIONS: readonly string[] = Object.entries(DEEDS).flatMap(([kind, deeds]) => deeds.split(' ').map((deed) => `${kind}.${deed}`));

/** The kind of a thing in words; what is not known yet as it is. */
export const kindName = (kind: string): string => word('trail.kinds.' + kind, kind);

/** `goods.submitted` as `Goods: submitted`; what is not known yet as it is. */
export function actionName(action: string): string {
  const [kind = '', deed = ''] = action.split('.');
  const told = word('trail.deeds.' + deed, '');
  return told ? t('trail.deed', { kind: kindName(kind), deed: told }) : action;
}

/** What somebody typed, such as `Goods: approved`, in either language, as the server knows it; a kind alone stands for all of it. */
export function actionCode(typed: string): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s:：]+/g, '');
  const wanted = plain(typed);
  const said = new Map<string, string>();
  for (const language of ['zh', 'en'] as const) {
    const { kinds, deeds } = half(words.trail, language) as Record<'kinds' | 'deeds', Record<string, string>>;
    for (const kind of Object.keys(DEEDS)) said.set(plain(kinds[kind] ?? kind), kind);
    for (const action of ACTIONS) {
      const [kind = '', deed = ''] = action.split('.');
      said.set(plain((kinds[kind] ?? kind) + (deeds[deed] ?? deed)), action);
    }
  }
  const begun = [...said].filter(([text]) => text.includes(wanted)).map(([, action]) => action);
  return said.get(wanted) ?? (new Set(begun).size === 1 ? begun[0]! : typed);
}

const PLACES: Record<string, string> = {
  goods: '/goods/', order: '/orders/', after_sale: '/after-sales/', bill: '/bills/', member: '/members/', merchant: '/merchants/', reconciliation: '/payments/days/',
};
const OF_CLERKS = ['goods', 'order', 'after_sale', 'bill'];

/** The page of a thing, where it has one that the reader may see. */
export function placeOfSubject(kind: string, id: number, isClerk: boolean): string | undefined {
  const place = PLACES[kind];
  return place && (!isClerk || OF_CLERKS.includes(kind)) ? place + id : undefined;
}
