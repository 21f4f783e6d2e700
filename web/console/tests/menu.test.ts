import { describe, expect, it } from 'vitest';
import { allowed, groups, placeOf, places } from '@/logic/menu';
import { words } from '@/words';

const shown = (isClerk: boolean, ...held: Parameters<typeof groups>[1]) => groups(isClerk, held).flatMap((group) => group.places.map((place) => place.name));

describe('the menu', () => {
  it('is cut to what a person may', () => {
    expect(shown(false)).toEqual(['home', 'settings']);
    expect(shown(false, 'orders_read')).toEqual(['home', 'orders', 'afterSales', 'settings']);
    expect(shown(true, 'orders_read', 'freight_change')).toEqual(['home', 'orders', 'afterSales', 'freight', 'shop', 'settings']);
  });

  it('shows a clerk nothing of the platform, whatever the permissions say', () => {
    const everything = [...new Set(places.flatMap((place) => place.permissions))];
    const seen = shown(true, ...everything);
    for (const name of ['payments', 'members', 'referrals', 'programme', 'ledger', 'merchants', 'check', 'jobs']) expect(seen).not.toContain(name);
  });

  it('finds the place of an address', () => {
    expect(placeOf('/')?.name).toBe('home');
    expect(placeOf('/orders/17')?.name).toBe('orders');
    expect(placeOf('/goods/proposals/3')?.name).toBe('goods');
    expect(placeOf('/ordersx')).toBeUndefined();
  });

  it('guards deep links as it guards the menu', () => {
    const payments = placeOf('/payments/days/4')!;
    expect(allowed(payments, false, ['orders_read'])).toBe(false);
    expect(allowed(payments, false, ['payments_read'])).toBe(true);
    expect(allowed(payments, true, ['payments_read'])).toBe(false);
  });

  it('has a word for every place', () => {
    for (const place of places) expect(Object.keys(words.nav)).toContain(place.name);
  });
});
