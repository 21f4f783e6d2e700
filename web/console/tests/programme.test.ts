import { describe, expect, it } from 'vitest';
import { alarm } from '@/logic/alarm';
import { differenceName, differenceText } from '@/logic/difference';
import { headline, moved, notes, type Told } from '@/logic/events';
import { marks } from '@/logic/history';
import { laws } from '@/logic/laws';
import { figures } from '@/logic/metrics';
import { specification, specificationText, told as toldVariant, typed } from '@/logic/offer';
import { orderNumber } from '@/logic/order';
import { added, whole } from '@/logic/sales';
import { heads, lorenz } from '@/logic/spread';
import { lint, sensible, told } from '@/logic/terms';

const faults = (change: Partial<ReturnType<typeof sensible>>) => lint({ ...sensible(), ...change }).filter((one) => one.grade === 'fault').map((one) => one.field);

describe('the lint of terms', () => {
  it('lets sensible terms pass', () => {
    expect(faults({})).toEqual([]);
  });

  it('finds what the server would refuse', () => {
    expect(faults({ cap: '' })).toEqual(['cap']);
    expect(faults({ cap: '0' })).toContain('cap');
    expect(faults({ poolRate: '0.9', fixedDividendRate: '0.2' })).toEqual(['poolRate']);
    expect(faults({ grantRate: '0.98' })).toEqual(['grantRate']);
    expect(faults({ amountPerPoint: '10' })).toEqual(['grantRate']);
    expect(faults({ referralRates: '0.1, 0.1, 0.05' })).toEqual(['referralRates']);
    expect(faults({ tierThresholds: '100, 100' })).toEqual(['tierThresholds']);
    expect(faults({ tierThresholds: '' })).toEqual(['tierThresholds']);
    expect(faults({ redemptionFee: '1' })).toEqual(['redemptionFee']);
    expect(faults({ founderPoints: '0.5' })).toEqual(['founderPoints']);
    expect(faults({ poolRate: '0' })).toEqual(['founderPoints']);
    expect(faults({ par: '1.005' })).toEqual(['par']);
    expect(faults({ quotaMultiple: 'two' })).toEqual(['quotaMultiple']);
  });

  it('sends only what was said', () => {
    expect(told({ ...sensible(), amountPerPoint: '', referralRates: '' })).not.toHaveProperty('amountPerPoint');
    expect(told(sensible())).toMatchObject({ referralRates: ['0.05'], tierThresholds: ['1000', '10000'], forcedSale: false });
  });
});

describe('laws', () => {
  const one = { price: '1.5', pool: '150.00', circulating: '100.000000', issued: '110.000000', burned: '10.000000', treasury: '10.000000', constants: '15.00' };
  const broken = (change: Partial<typeof one>) => laws({ ...one, ...change }).filter((law) => !law.isTrue).map((law) => law.law);

  it('hold of a sound programme', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ price: '1.6511', pool: '60.64', circulating: '36.727898', issued: '38.814995', burned: '2.087097', treasury: '0', constants: '0' })).toEqual([]);
    expect(broken({ pool: '100.00', circulating: '3.000000', issued: '3', burned: '0', price: '33.33333333', treasury: '3.000000', constants: '100.00' })).toEqual([]);
  });

  it('break where figures do not fit', () => {
    expect(broken({ burned: '9.999999' })).toEqual(['circulation']);
    expect(broken({ price: '1.7' })).toEqual(['price']);
    expect(broken({ price: '1.3' })).toEqual(['price']);
    expect(broken({ constants: '15.01' })).toEqual(['backing']);
  });
});

describe('history', () => {
  const point = (position: number, at: string, circulating: string, price?: string) => ({ position, at, circulating, issued: circulating, burned: '0', pool: '1.00', ...(price ? { price } : {}) });

  it('keeps the price that went before where there is none', () => {
    const found = marks([point(0, '2026-01-01T00:00:00Z', '0', '1.00'), point(1, '2026-01-01T00:00:01Z', '0')]);
    expect(found.map((one) => one.price)).toEqual(['1.00', '1.00']);
  });

  it('tells what came and what went since the mark before', () => {
    const issued = ['10', '25', '27'];
    const burned = ['0', '3', '22'];
    const found = marks([1, 2, 3].map((day) => ({ ...point(day, `2026-01-0${day}T12:00:00Z`, '9', '1'), issued: issued[day - 1]!, burned: burned[day - 1]! })));
    expect(found.map((one) => one.issued)).toEqual(['0', '15', '2']);
    expect(found.map((one) => one.burned)).toEqual(['0', '3', '19']);
    expect(found[2]!.label).toBe('2026-01-03');
  });

  it('is thinned to what can be drawn', () => {
    const found = marks(Array.from({ length: 1_000 }, (_, i) => point(i, '2026-01-01T00:00:00Z', String(i), '1')));
    expect(found.length).toBeLessThan(100);
    expect(found.at(-1)!.position).toBe(999);
  });
});

describe('referral chains', () => {
  it('raise the alarm at three levels and thirty people', () => {
    expect(alarm([]).kind).toBe('none');
    expect(alarm([200]).kind).toBe('none');
    expect(alarm([20, 8]).kind).toBe('none');
    expect(alarm([20, 9])).toEqual({ kind: 'alarm', levels: 3, people: 30 });
    expect(alarm([20, 60, 39]).kind).toBe('grave');
  });
});

describe('spread', () => {
  it('is a straight line where all hold the same, and bends where one holds all', () => {
    expect(lorenz(['1', '1', '1', '1'], 4)).toEqual([0, 250, 500, 750, 1000]);
    expect(lorenz(['0', '0', '0', '0.000004'], 4)).toEqual([0, 0, 0, 0, 1000]);
    expect(lorenz(['3', '1'], 2)).toEqual([0, 250, 1000]);
    expect(lorenz([], 2)).toEqual([0, 0, 0]);
  });

  it('counts heads by tier', () => {
    expect(heads([0, 0, 1, 2, 2], 3)).toEqual([2, 1, 2, 0]);
  });
});

describe('events', () => {
  const event: Told = {
    position: 3, at: '2026-01-01T00:00:00Z', key: 'k', applied: true, command: { type: 'order.settled', order: 'o', member: 'm1', amount: '1234.50' },
    transfers: [
      { reason: 'grant', from: { account: 'unissued' }, to: { account: 'points', member: 'm1' }, unit: 'points', amount: '1.500000' },
      { reason: 'grant', from: { account: 'unissued' }, to: { account: 'points', member: 'm2' }, unit: 'points', amount: '0.500000' },
    ],
  };

  it('say what happened', () => {
    expect(headline(event)).toBe('会员 1 消费 ¥1,234.50');
    expect(notes(event)).toEqual(['获赠 2 积分']);
    expect(moved(event, 'grant', 'points')).toBe('2.000000');
    expect(moved(event, 'reversal', 'pool')).toBeNull();
  });

  it('say why nothing happened', () => {
    expect(notes({ ...event, applied: false, refusal: { code: 'pool_dry' } })).toEqual(['被拒绝：pool_dry']);
  });
});

describe('orders', () => {
  it('are found by the number in the key of a line', () => {
    expect(orderNumber('order:424833154110053936:line:2')).toBe('424833154110053936');
    expect(orderNumber('wine-17')).toBe('wine-17');
  });
});

describe('goods', () => {
  it('read specifications as people write them', () => {
    expect(specification('颜色=红；尺码：大; ')).toEqual([{ name: '颜色', value: '红' }, { name: '尺码', value: '大' }]);
    expect(specificationText([{ name: '颜色', value: '红' }])).toBe('颜色=红');
  });

  it('go to the form and back without change', () => {
    const variant = { sku: 'A-1', specification: [{ name: '年份', value: '2020' }], price: '128.00', cost: '60.00', tierPrices: ['120.00'], grams: 750 };
    expect(toldVariant(typed(variant))).toEqual(variant);
  });

  it('name what a proposal changes', () => {
    expect(differenceName('title')).toBe('商品名称');
    expect(differenceName('variants[A.B-1].price')).toBe('A.B-1 · 价格');
    expect(differenceText('price', '12')).toBe('¥12.00');
    expect(differenceText('tierPrices', ['1', '2'])).toBe('¥1.00 / ¥2.00');
    expect(differenceText('category', 3, { category: new Map([[3, '红酒']]) })).toBe('红酒');
    expect(differenceText('title', null)).toBe('–');
  });
});

describe('sales', () => {
  it('add up exactly, and days without trade are nothing', () => {
    const day = { day: '2026-01-02', placed: 2, paid: 1, paidAmount: '0.10', refunded: '0.00', completed: 0 };
    const days = whole([day, { ...day, day: '2026-01-03', paidAmount: '0.20' }], ['2026-01-01', '2026-01-02', '2026-01-03']);
    expect(days.map((one) => one.placed)).toEqual([0, 2, 2]);
    expect(added(days).paidAmount).toBe('0.30');
  });
});

describe('figures of the server', () => {
  it('are read by name', () => {
    expect(figures('# HELP x\nhongli_queue 0.0\nhongli_position{programme="a"} 3\n').get('hongli_queue')).toBe('0.0');
  });
});
