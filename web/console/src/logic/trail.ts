// The audit log tells in codes what was done; here they become words, and lead to the thing itself.
import { t, word } from '@/words';

/** The kind of a thing in words; what is not known yet as it is. */
export const kindName = (kind: string): string => word('trail.kinds.' + kind, kind);

/** `goods.submitted` as `Goods: submitted`; what is not known yet as it is. */
export function actionName(action: string): string {
  const [kind = '', deed = ''] = action.split('.');
  const told = word('trail.deeds.' + deed, '');
  return told ? t('trail.deed', { kind: kindName(kind), deed: told }) : action;
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
