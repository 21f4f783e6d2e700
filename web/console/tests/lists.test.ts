import { beforeEach, describe, expect, it } from 'vitest';
import { cell, sheet } from '@/logic/csv';
import { filled, forgetView, picked, savedViews, saveView, turned, written } from '@/logic/query';
import { daysAgo, instant, time } from '@/logic/time';

describe('filters', () => {
  it('send nothing that is empty', () => {
    expect(filled({ status: 'paid', text: '', from: undefined, next: null, onShelf: false })).toEqual({ status: 'paid', onShelf: 'false' });
    expect(written({})).toBe('');
    expect(written({ text: '红 茶&' })).toBe('?text=%E7%BA%A2+%E8%8C%B6%26');
  });

  it('take from the address only what the list knows', () => {
    expect(picked({ status: 'paid', dry: 'true', tab: ['a'] }, ['status', 'tab'])).toEqual({ status: 'paid' });
  });

  it('turn a column down, up, and away', () => {
    expect(turned(undefined, 'payable')).toBe('-payable');
    expect(turned('-payable', 'payable')).toBe('payable');
    expect(turned('payable', 'payable')).toBeUndefined();
    expect(turned('-placed', 'payable')).toBe('-payable');
  });
});

describe('saved views', () => {
  beforeEach(() => localStorage.clear());

  it('are kept by list and name', () => {
    saveView('orders', { name: 'A', values: { status: 'paid' } });
    saveView('orders', { name: 'A', values: { status: 'unpaid' } });
    saveView('goods', { name: 'B', values: {} });
    expect(savedViews('orders')).toEqual([{ name: 'A', values: { status: 'unpaid' } }]);
    expect(forgetView('orders', 'A')).toEqual([]);
    expect(savedViews('goods')).toHaveLength(1);
  });

  it('survive what somebody else wrote there', () => {
    localStorage.setItem('hongli.console.views.orders', '{broken');
    expect(savedViews('orders')).toEqual([]);
    localStorage.setItem('hongli.console.views.orders', '[1, {"name": 2}]');
    expect(savedViews('orders')).toEqual([]);
  });
});

describe('files', () => {
  it('quote every cell, and disarm what a spreadsheet would reckon', () => {
    expect(cell('a"b')).toBe('"a""b"');
    expect(cell('=1+1')).toBe('"\'=1+1"');
    expect(cell('@x')).toBe('"\'@x"');
    expect(cell('-12.50')).toBe('"-12.50"');
    expect(cell('-1+cmd')).toBe('"\'-1+cmd"');
    expect(cell(undefined)).toBe('""');
    expect(sheet(['a'], [[1], [{ b: 2 }]])).toBe('\uFEFF"a"\r\n"1"\r\n"{""b"":2}"\r\n');
  });
});

describe('times', () => {
  it('are told in the zone of the reader', () => {
    const noon = new Date(2026, 2, 1, 12, 5, 9);
    expect(time(noon.toISOString())).toBe('2026-03-01 12:05');
    expect(time(noon.toISOString(), true)).toBe('2026-03-01 12:05:09');
    expect(time(undefined)).toBe('–');
  });

  it('of a day begin and end at midnight here', () => {
    expect(new Date(instant('2026-03-01')).getTime()).toBe(new Date(2026, 2, 1).getTime());
    expect(new Date(instant('2026-12-31', true)).getTime()).toBe(new Date(2027, 0, 1).getTime());
    expect(daysAgo(1, new Date(2026, 2, 1))).toBe('2026-02-28');
  });
});
