// What the server tells in codes and how the console says it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actor, actorLabel } from '@/logic/actor';
import { fieldOf, fieldsOf } from '@/logic/fields';
import { specificationWords } from '@/logic/order';
import { clockTimes } from '@/logic/time';
import { actionName, kindName, placeOfSubject } from '@/logic/trail';
import { speak, words } from '@/words';

describe('what is told in codes', () => {
  it('names who did something', () => {
    speak('en');
    expect(actor('clerk:6')).toBe('Clerk 6');
    expect(actor('house')).toBe('The mall');
    expect(actor('robot:1')).toBe('robot:1');
    speak('zh');
    expect(actor('member:16')).toBe('会员 16');
  });

  it('knows again whom somebody typed', () => {
    for (const typed of ['clerk:6', 'Clerk 6', 'clerk6', '店员 6', '店员：6']) expect(actorLabel(typed)).toBe('clerk:6');
    expect(actorLabel('商城自动')).toBe('house');
    expect(actorLabel('nobody 7')).toBe('nobody 7');
  });

  it('names what was done, and leads to it', () => {
    speak('en');
    expect(actionName('goods.submitted')).toBe('Goods: submitted');
    expect(actionName('after_sale.sent_back')).toBe('After-sales: sent back');
    expect(actionName('goods.painted')).toBe('goods.painted');
    expect(kindName('coupon_kind')).toBe('Coupon');
    expect(placeOfSubject('order', 7, true)).toBe('/orders/7');
    expect(placeOfSubject('member', 7, true)).toBeUndefined();
    expect(placeOfSubject('clock', 0, false)).toBeUndefined();
    speak('zh');
    expect(actionName('goods.submitted')).toBe('商品：送审');
  });

  it('has a word for every permission that the server knows', () => {
    const told = readFileSync('../src/main/resources/openapi/people.json', 'utf8');
    const known = /"enum":\s*\[([^\]]*"members_read"[^\]]*)\]/.exec(told)?.[1]?.match(/\w+/g) ?? [];
    expect(known.length).toBeGreaterThan(20);
    expect(known.filter((one) => !(one in words.states.permission))).toEqual([]);
  });

  it('reads a text of fields where it is one', () => {
    expect(fieldOf('{"amount": "475.90", "at": 3}', 'amount')).toBe('475.90');
    expect(fieldOf('{"at": 3}', 'at')).toBe('');
    expect(fieldsOf('<xml/>')).toEqual({});
    expect(specificationWords(fieldsOf('{"规格": "100g"}'))).toBe('100g');
    expect(specificationWords([{ name: 'colour', value: 'red' }])).toBe('colour red');
    expect(specificationWords(null)).toBe('');
  });

  it('tells instants by the clock of the reader', () => {
    expect(clockTimes('before 2026-09-14T05:28:00Z.')).toMatch(/^before 2026-09-1[345] \d\d:28:00\.$/);
    expect(clockTimes('no time')).toBe('no time');
  });
});
