import { describe, expect, it } from 'vitest';
import { change, count, decimal, difference, isNegative, isZero, millionths, percent, points, product, sum, typedMoney, yuan } from '@/logic/money';

describe('amounts', () => {
  it('are shown in yuan with two decimals, cut and never rounded up', () => {
    expect(yuan('1234567.899')).toBe('¥1,234,567.89');
    expect(yuan('0')).toBe('¥0.00');
    expect(yuan('-12.5')).toBe('−¥12.50');
    expect(yuan('-0.00')).toBe('¥0.00');
    expect(yuan(undefined)).toBe('–');
  });

  it('lose nothing where a double would', () => {
    expect(yuan('90071992547409931234.01')).toBe('¥90,071,992,547,409,931,234.01');
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(sum(['90071992547409.93', '0.01', '-0.94'])).toBe('90071992547409.00');
    expect(difference('1.00', '0.999999')).toBe('0.000001');
    expect(product('3.000001', '2.00', 8)).toBe('6.00000200');
  });

  it('of points keep the micro-point', () => {
    expect(points('1000.500000')).toBe('1,000.5');
    expect(decimal('0.000001', 6)).toBe('0.000001');
    expect(count(1234567)).toBe('1,234,567');
  });

  it('know their sign', () => {
    expect(isNegative('-0.00')).toBe(false);
    expect(isNegative('-0.01')).toBe(true);
    expect(isZero('0.00')).toBe(true);
  });

  it('that are typed are read strictly', () => {
    expect(typedMoney('12')).toBe('12.00');
    expect(typedMoney('1,200.5')).toBe('1200.50');
    for (const wrong of ['', '1.234', '-1', '1e3', 'abc', '1.']) expect(typedMoney(wrong)).toBeNull();
  });
});

describe('rates', () => {
  it('are millionths told as per cent', () => {
    expect(percent(50_000)).toBe('5%');
    expect(percent(1)).toBe('0.0001%');
    expect(millionths('5')).toBe(50_000);
    expect(millionths('0.0001')).toBe(1);
    expect(millionths('5.00001')).toBeNull();
  });

  it('of change say nothing where there was nothing', () => {
    expect(change('120.00', '100.00')).toBe('+20.0%');
    expect(change('50.00', '100.00')).toBe('−50.0%');
    expect(change('1.00', '0.00')).toBeNull();
  });
});
