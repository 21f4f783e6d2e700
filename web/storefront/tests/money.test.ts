import { describe, expect, it } from 'vitest';
import { belowFen, decimal, fen, isAmount, isNothing, micro, percent, points, split, yuan } from '@/exact/money';

describe('money', () => {
  it('stays exact where floating point does not', () => {
    expect(fen('0.1') + fen('0.2')).toBe(fen('0.3'));
    expect(fen('90071992547409.93')).toBe(BigInt('9007199254740993'));
    expect(yuan('90071992547409.93')).toBe('90,071,992,547,409.93');
  });

  it('leaves off what is smaller than a fen', () => {
    expect(yuan('1.99999999999999')).toBe('1.99');
    expect(fen('-1.999')).toBe(BigInt(-199));
  });

  it('keeps every decimal of a dividend, and no idle zeros', () => {
    for (const [amount, shown] of [['0.00123400000000', '0.001234'], ['1234.50000000000000', '1,234.50'], ['7', '7.00'], [undefined, '—']]) {
      expect(yuan(amount) + belowFen(amount)).toBe(shown);
    }
  });

  it('writes what the server reads', () => {
    expect(decimal(BigInt(5))).toBe('0.05');
    expect(decimal(BigInt(-123456))).toBe('-1234.56');
    expect(decimal(fen('1000'))).toBe('1000.00');
  });

  it('shows a dash for what is not known', () => {
    expect(yuan(undefined)).toBe('—');
    expect(yuan('NaN')).toBe('—');
    expect(points('')).toBe('—');
  });

  it('groups thousands and sets the fen apart', () => {
    expect(yuan('1234567.8')).toBe('1,234,567.80');
    expect(split('1234.5')).toEqual({ whole: '1,234', fraction: '.50' });
    expect(yuan('-0.05')).toBe('−0.05');
  });

  it('shows points without idle zeros', () => {
    expect(points('21.500000')).toBe('21.5');
    expect(points('1000.000000')).toBe('1,000');
    expect(points('0.000001')).toBe('0.000001');
  });

  it('reads micro-points', () => {
    expect(micro('1.5')).toBe(BigInt(1_500_000));
    expect(micro('1.1234567')).toBeNull();
    expect(micro('-1')).toBeNull();
  });

  it('knows an amount that may be sent', () => {
    expect(['1', '0.01', '12.5', ' 3 '].every(isAmount)).toBe(true);
    expect(['0', '0.00', '1.234', '-1', '1e3', '', '1,000'].some(isAmount)).toBe(false);
    expect(isNothing('0.00')).toBe(true);
  });

  it('tells rates as per cent', () => {
    expect(percent('0.1')).toBe('10%');
    expect(percent('0.125')).toBe('12.5%');
    expect(percent(150_000)).toBe('15%');
    expect(percent('0.000001')).toBe('0.0001%');
    expect(percent('1')).toBe('100%');
  });
});
