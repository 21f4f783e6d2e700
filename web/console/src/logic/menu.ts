// Where there is something to see, and which of it a person may.
import type { Permission } from '@/state/person';

export interface Place {
  name: string;
  path: string;
  group: '' | 'trade' | 'catalogue' | 'people' | 'programme' | 'merchants' | 'system';
  /** One of these is enough; none is needed where the list is empty. */
  permissions: readonly Permission[];
  for: 'operator' | 'clerk' | 'both';
}

export const places: readonly Place[] = [
  { name: 'home', path: '/', group: '', permissions: [], for: 'both' },
  { name: 'orders', path: '/orders', group: 'trade', permissions: ['orders_read'], for: 'both' },
  { name: 'codes', path: '/codes', group: 'trade', permissions: ['orders_ship'], for: 'both' },
  { name: 'afterSales', path: '/after-sales', group: 'trade', permissions: ['orders_read'], for: 'both' },
  { name: 'payments', path: '/payments', group: 'trade', permissions: ['payments_read'], for: 'operator' },
  { name: 'withdrawals', path: '/withdrawals', group: 'trade', permissions: ['withdrawals_read'], for: 'both' },
  { name: 'goods', path: '/goods', group: 'catalogue', permissions: ['goods_read'], for: 'both' },
  { name: 'reviews', path: '/reviews', group: 'catalogue', permissions: ['goods_read'], for: 'both' },
  { name: 'categories', path: '/categories', group: 'catalogue', permissions: ['goods_review'], for: 'operator' },
  { name: 'coupons', path: '/coupons', group: 'catalogue', permissions: ['coupons_change'], for: 'both' },
  { name: 'freight', path: '/freight', group: 'catalogue', permissions: ['freight_change'], for: 'clerk' },
  { name: 'members', path: '/members', group: 'people', permissions: ['members_read'], for: 'operator' },
  { name: 'referrals', path: '/referrals', group: 'people', permissions: ['members_read'], for: 'operator' },
  { name: 'programme', path: '/programme', group: 'programme', permissions: ['programme_read'], for: 'operator' },
  { name: 'ledger', path: '/ledger', group: 'programme', permissions: ['programme_read'], for: 'operator' },
  { name: 'balance', path: '/balance', group: 'programme', permissions: ['programme_read'], for: 'operator' },
  { name: 'postings', path: '/postings', group: 'programme', permissions: ['programme_read', 'bills_read'], for: 'both' },
  { name: 'merchants', path: '/merchants', group: 'merchants', permissions: ['merchants_read'], for: 'operator' },
  { name: 'bills', path: '/bills', group: 'merchants', permissions: ['bills_read'], for: 'both' },
  { name: 'shop', path: '/shop', group: 'merchants', permissions: [], for: 'clerk' },
  { name: 'trail', path: '/trail', group: 'system', permissions: ['trail_read'], for: 'both' },
  { name: 'jobs', path: '/jobs', group: 'system', permissions: ['programme_read', 'jobs_read', 'clock_advance'], for: 'operator' },
  { name: 'messages', path: '/messages', group: 'system', permissions: ['messages_read'], for: 'operator' },
  { name: 'check', path: '/check', group: 'system', permissions: ['programme_read', 'payments_read'], for: 'operator' },
  { name: 'settings', path: '/settings', group: 'system', permissions: [], for: 'both' },
];

export function allowed(place: Place, isClerk: boolean, held: readonly Permission[]): boolean {
  const isHere = place.for === 'both' || (place.for === 'clerk') === isClerk;
  return isHere && (place.permissions.length === 0 || place.permissions.some((one) => held.includes(one)));
}

export function groups(isClerk: boolean, held: readonly Permission[]): { name: Place['group']; places: Place[] }[] {
  const names: Place['group'][] = ['', 'trade', 'catalogue', 'people', 'programme', 'merchants', 'system'];
  return names
    .map((name) => ({ name, places: places.filter((place) => place.group === name && allowed(place, isClerk, held)) }))
    .filter((group) => group.places.length > 0);
}

/** The place whose page an address shows: the longest that it begins with. */
export function placeOf(path: string): Place | undefined {
  return [...places].sort((a, b) => b.path.length - a.path.length).find((place) => (place.path === '/' ? path === '/' : path === place.path || path.startsWith(place.path + '/')));
}
