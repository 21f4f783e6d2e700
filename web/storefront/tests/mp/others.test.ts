// The built mini-program: every page beside home, goods, confirm and cashier opens and shows what it is for.
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANSWERS } from './answers';
import { answer, asked, launch, opened, storage } from './platform';

/** Each page with what it is asked for, and with words that stand there once it has its answers. */
const SHOWN: Record<string, [query: Record<string, string>, ...words: string[]]> = {
  category: [{}, '茶叶', '明前龙井', '¥121.60'],
  search: [{ text: '%E9%BE%99%E4%BA%95' }, '价格从低', '明前龙井'],
  basket: [{}, '50 克', '¥121.60', '等级优惠已减 ¥6.40', '去结算（1）'],
  me: [{}, '林小满', '¥3.20', '7.091666', '风险提示'],
  enter: [{ code: '4CVKXHMT' }, '欢迎来到红利商城', '推荐码', '风险提示'],
  result: [{ id: '31' }, '付款成功', '¥127.60', '商家会尽快发货', '7.091666 积分', '风险提示'],
  orders: [{}, '云岭茶园', '2026010100041', '写评价'],
  order: [{ id: '41' }, '¥121.60 × 1 + 运费 ¥6.00', 'SF0001', '林小满', '申请售后'],
  aftersale: [{ order: '41', line: '51' }, '退货退款', '实际退回', '¥127.60'],
  cases: [{}, '退货退款 · × 1', '商家已同意'],
  case: [{ id: '61' }, '商家已同意', '寄回商品', '不合适'],
  review: [{ order: '41', line: '51' }, '明前龙井', '好评没有奖励'],
  addresses: [{}, '浙江省 杭州市 西湖区 龙井路', '默认'],
  address: [{ id: '5' }, '修改地址', '设为默认地址'],
  coupons: [{ tab: 'centre' }, '新人券', '满 ¥100.00 可用', '领取'],
  vouchers: [{}, '双人下午茶券', '券 81', '出示核销码'],
  topups: [{}, '话费充值 100 元 × 1', '已到账'],
  assets: [{}, '¥8.50', '¥7.65', '2026-01-08', '¥60.80', '按当时的价格自动卖出', '风险提示'],
  exit: [{ kind: 'redemption' }, '持有 7.091666', '分红额度会同时减少', '风险提示'],
  grants: [{}, '明前龙井', '7.091666 积分', '为什么是这个数', '风险提示'],
  wallet: [{}, '¥3.20', '工商银行 林小满', '已到账'],
  invite: [{}, '4CVKXHMT', '陈**', '最多 1 级', '风险提示'],
  messages: [{}, '订单 · 已发货', '2026010100041'],
  settings: [{}, 'lin@example.com', '导出我的资料', '注销账号', '风险提示'],
  contact: [{}, 'lin@example.com', '发送验证码'],
};
const ELSEWHERE = ['home', 'goods', 'confirm', 'cashier'];
const TROUBLE = ['这里还没有开通', '暂时连不上', '出了点问题', '没有找到', '请先登录', 'undefined', 'NaN', '[object'];

beforeAll(() => launch());
beforeEach(() => {
  storage.keep('hongli.token', 'secret');
  vi.spyOn(console, 'error');
});
afterEach(() => void vi.restoreAllMocks());

describe('the built mini-program', () => {
  it('has no page that no test opens', () => {
    const app = JSON.parse(readFileSync('dist/build/mp-weixin/app.json', 'utf8')) as { pages: string[] };
    const pages = app.pages.map((path) => path.split('/')[1]);
    expect(pages.sort()).toEqual([...Object.keys(SHOWN), ...ELSEWHERE].sort());
  });

  it.each(Object.entries(SHOWN))('opens %s, and shows what it is for', async (page, [query, ...words]) => {
    answer(ANSWERS);
    const shown = opened(page, query);
    for (const word of words) {
      await expect.poll(shown.text, { message: `${page} must say “${word}”` }).toContain(word);
    }
    expect(TROUBLE.filter((word) => shown.text().includes(word))).toEqual([]);
    expect(asked.filter(({ method, path }) => !(`${method} ${path.split('?')[0]}` in ANSWERS) && !path.includes('/invitations/'))).toEqual([]);
    expect(console.error).not.toHaveBeenCalled();
    shown.close();
  });
});
