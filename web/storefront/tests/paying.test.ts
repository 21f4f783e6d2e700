import { describe, expect, it } from 'vitest';
import { plan, ways } from '@/exact/paying';

const purse = { cash: '30.00', constant: '50.00' };

describe('paying', () => {
  it('leaves everything to the channel where nothing else is wanted', () => {
    const all = plan('100.00', purse, { cash: false, constant: false });
    expect(ways(all, 'sandbox', 'page')).toEqual({ channel: 'sandbox', scene: 'page' });
  });

  it('takes constant points first, then cash, and the channel for the rest', () => {
    const mixed = plan('100.00', purse, { cash: true, constant: true });
    expect(ways(mixed, 'sandbox', 'page')).toEqual({ cash: '30.00', constant: '50.00', channel: 'sandbox', scene: 'page' });
    expect(mixed.rest).toBe(BigInt(2000));
  });

  it('never takes more than is to be paid, and asks no channel then', () => {
    const small = plan('40.01', purse, { cash: true, constant: true });
    expect(ways(small, 'sandbox', 'page')).toEqual({ constant: '40.01' });
    expect(small.cash).toBe(BigInt(0));
  });

  it('adds up to the fen whatever is wanted', () => {
    for (const cash of [true, false]) {
      for (const constant of [true, false]) {
        const { cash: c, constant: p, rest } = plan('79.99', purse, { cash, constant });
        expect(c + p + rest).toBe(BigInt(7999));
        expect([c, p, rest].every((part) => part >= BigInt(0))).toBe(true);
      }
    }
  });
});
