// What the server tells in codes and how the console says it.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actor, actorLabel, holder, holderId, placeOfHolder } from '@/logic/actor';
import { headline, type Told } from '@/logic/events';
import { faultText } from '@/logic/faults';
import { fieldOf, fieldsOf } from '@/logic/fields';
import { specificationWords } from '@/logic/order';
import { clockTimes } from '@/logic/time';
import { ACTIONS, actionCode, actionName, kindName, placeOfSubject } from '@/logic/trail';
import { trailField, trailValue } from '@/logic/trailfields';
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

  it('knows a deed again by its words, in either language', () => {
    for (const typed of ['商品：批准', 'Goods: approved', 'goods.approved', '商品批准']) expect(actionCode(typed)).toBe('goods.approved');
    expect(actionCode('商品')).toBe('goods');
    expect(actionCode('password')).toBe('worker.password_renewed');
    expect(actionCode('画')).toBe('画');
  });

  it('has words for every deed that the mall tells, and knows them all', () => {
    expect(ACTIONS.filter((action) => actionName(action) === action)).toEqual([]);
    const mall = '../../mall/src/main/java/hongli/mall/';
    const tellers = readdirSync(mall, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.java')).map((name) => readFileSync(mall + name, 'utf8')).filter((text) => text.includes('Trail.tell('));
    const told = tellers.flatMap((text) => [...text.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map((found) => found[1]!)).filter((action) => action.split('.')[0]! in words.trail.kinds);
    expect(told.length).toBeGreaterThan(40);
    expect(told.filter((action) => !ACTIONS.includes(action))).toEqual([]);
  });

  it('names who holds points, and finds them by that name', () => {
    speak('en');
    expect([holder('m13'), holder('s3'), holder('wang')]).toEqual(['Member 13', 'Merchant 3', 'wang']);
    expect([placeOfHolder('m13'), placeOfHolder('s3'), placeOfHolder('wang')]).toEqual(['/members/13', '/merchants/3', undefined]);
    for (const typed of ['13', 'm13', 'Member 13', '会员 13']) expect(holderId(typed)).toBe('m13');
    expect([holderId('商家 3'), holderId('s3'), holderId('wang')]).toEqual(['s3', 's3', 'wang']);
    speak('zh');
  });

  it('says of a hold whose it was, and not its code', () => {
    const event: Told = {
      position: 7, at: '', key: '', applied: true, command: { type: 'funds.captured', hold: 'Pa9790c27ba54ca983189a0d5504b3d9' },
      transfers: [{ reason: 'capture', from: { account: 'held_cash', member: 'm2' }, to: { account: 'cash', member: 's3' }, unit: 'money', amount: '19.30' }],
    };
    expect(headline(event)).toBe('扣款 会员 2 ¥19.30');
  });

  it('tells what was changed without codes', () => {
    expect([trailField('tierPrices'), trailField('onShelf')]).toEqual(['等级价', '在售']);
    expect(trailValue('goods', 'category', 9, new Map([[9, '乌龙']]))).toBe('乌龙');
    expect(trailValue('goods', 'onShelf', false)).toBe('否');
    expect(trailValue('withdrawal', 'status', 'held')).toBe('待审核');
    expect(trailValue('role', 'permissions', ['orders_read'])).toBe('查看订单');
    expect(trailValue('merchant', 'commissionMillionths', 60_000)).toBe('6%');
    expect(trailValue('goods', 'variants', [{ sku: 'A', price: '9.50', tierPrices: [], specification: { 规格: '100g' } }])).toBe('货号 A · 价格 ¥9.50 · 等级价 – · 规格 规格 100g');
    expect(trailValue('goods', 'reason', null)).toBe('–');
    expect([trailField('withdrawal_most_fen'), trailValue('setting', 'withdrawal_most_fen', '2000000')]).toEqual(['每次至多', '¥20,000.00']);
  });

  it('says what is wrong by the names on the screen', () => {
    const fault = (field: string, text: string, expected: string) => faultText({ field, code: 'wrong_form', text, expected });
    expect(fault('lines[2].price', 'lines[2].price 的写法不对：abc', '12.50')).toBe('第 2 行的价格 的写法不对：abc（应为 12.50）');
    expect(fault('lines[7]', 'lines[7] 的写法不对：', 'a sound coupon')).toBe('第 7 行 的写法不对：');
    expect(fault('entryFee', 'entryFee 的写法不对：x', '12.50')).toBe('入驻费 的写法不对：x（应为 12.50）');
    expect(fault('gadget', 'gadget 缺少', '')).toBe('gadget 缺少');
    expect(fault('name', 'name 的写法不对：x', 'a text of at most 40 characters')).toBe('名称 的写法不对：x（应为 至多 40 个字）');
    expect(fault('days', 'days 超出范围：400', 'a whole number from 1 to 366')).toContain('（应为 1 – 366）');
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
