import { describe, expect, it } from 'vitest';
import { axes, chosen, isThere, pickedOf, specificationText } from '@/exact/choice';

const shirt = (id: number, colour: string, size: string, stock: number) => ({
  id,
  specification: [
    { name: '颜色', value: colour },
    { name: '尺码', value: size },
  ],
  stock,
});
const shirts = [shirt(1, '红', 'S', 3), shirt(2, '红', 'M', 0), shirt(3, '蓝', 'M', 5)];

describe('choosing a variant', () => {
  it('lists what variants differ in', () => {
    expect(axes(shirts)).toEqual([
      { name: '颜色', values: ['红', '蓝'] },
      { name: '尺码', values: ['S', 'M'] },
    ]);
  });

  it('finds the one that all picks name', () => {
    expect(chosen(shirts, { 颜色: '蓝', 尺码: 'M' })?.id).toBe(3);
    expect(chosen(shirts, { 颜色: '蓝', 尺码: 'S' })).toBeUndefined();
    expect(chosen(shirts, { 颜色: '蓝' })).toBeUndefined();
    expect(chosen(shirts, pickedOf(shirts[0]))?.id).toBe(1);
  });

  it('finds the only one without specifications', () => {
    expect(chosen([{ id: 9, specification: [], stock: 1 }], {})?.id).toBe(9);
  });

  it('says what is not to be had with the other picks', () => {
    expect(isThere(shirts, { 颜色: '红' }, '尺码', 'S')).toBe(true);
    expect(isThere(shirts, { 颜色: '红' }, '尺码', 'M')).toBe(false);
    expect(isThere(shirts, { 颜色: '蓝', 尺码: 'M' }, '颜色', '红')).toBe(false);
  });

  it('tells specifications of products and of order lines alike', () => {
    expect(specificationText(shirts[0].specification)).toBe('红 / S');
    expect(specificationText({ 颜色: '红', 尺码: 'S' })).toBe('红 / S');
    expect(specificationText('{"颜色": "红", "尺码": "S"}')).toBe('红 / S');
    expect(specificationText('red')).toBe('');
    expect(specificationText(undefined)).toBe('');
  });
});
