import { describe, expect, it } from 'vitest';
import { grouped, ofFen, toFen } from '@/logic/chosen';
import { stairs } from '@/logic/dayflow';
import type { Transfer } from '@/logic/events';
import { promised, treasuryWorth } from '@/logic/promised';

const figures = { pool: '31.00', circulating: '22.000000', treasury: '2.000000', constants: '2.81', fixedFund: '3.50000000000000', tierFund: '1.00000000000000' };

describe('promised and funded', () => {
  it('reckons the treasury to the fen, downwards', () => {
    expect(treasuryWorth(figures)).toBe('2.81');
    expect(treasuryWorth({ ...figures, circulating: '0.000000', treasury: '0.000000' })).toBe('0.00');
  });

  it('says what is covered and what is a ceiling only', () => {
    const found = promised(figures, [{ value: '20.00', quota: '100.50' }, { value: '11.00', quota: '0.25' }]);
    expect(found.map((one) => one.state)).toEqual(['good', 'good', 'calm']);
    expect(found.map((one) => one.promised)).toEqual(['31.00', '2.81', '100.75']);
    expect(found[2]!.funded).toBe('4.50000000000000');
    expect(promised({ ...figures, constants: '2.82' }, [{ value: '31.01', quota: '0' }]).map((one) => one.state)).toEqual(['bad', 'bad', 'calm']);
  });
});

describe('the flow of a day', () => {
  const move = (reason: string, from: string, to: string, amount: string): Transfer => ({ reason, from: { account: from }, to: { account: to }, unit: 'money', amount });

  it('goes down in steps from what was there to what is left', () => {
    const found = stairs('10.00', [
      move('dividend', 'tier_fund', 'fixed_fund', '1.00'), move('dividend', 'fixed_fund', 'dividends', '4.00'), move('dividend', 'tier_fund', 'dividends', '2.50'),
      move('last_dividend', 'fixed_fund', 'cash', '0.75'), move('dividend_booked', 'dividends', 'cash', '9.00'),
    ]);
    expect(found.map((one) => one.amount)).toEqual(['10.00', '4.00', '2.50', '0.75', '2.75']);
    expect(found.map((one) => one.base)).toEqual(['0', '6.00', '3.50', '2.75', '0']);
  });
});

describe('what the shop chooses', () => {
  it('stands in groups, and nothing is left out', () => {
    const found = grouped(['settle_at', 'return_days', 'withdrawal_day_fen', 'merchant_withdrawal_day_fen', 'something_new'].map((name) => ({ name })));
    expect(found.map((group) => group.name)).toEqual(['programme', 'member', 'merchant', 'orders']);
    expect(found.at(-1)!.items.map((one) => one.name)).toEqual(['return_days', 'something_new']);
  });

  it('is told in yuan and kept in fen', () => {
    expect(['5', '1250', '100000000'].map(ofFen)).toEqual(['0.05', '12.50', '1000000.00']);
    expect(['0.05', '12.50', '1000000.00'].map(toFen)).toEqual(['5', '1250', '100000000']);
  });
});
