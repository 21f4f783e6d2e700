// The built mini-program: home, goods and checkout, without WeChat's tools.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answer, asked, launch, opened, storage, went } from './platform';

const goods = {
  id: 7, kind: 'physical', title: '明前龙井', merchant: 1, merchantName: '自营', price: '128.00', ownPrice: '121.60', inStock: true, sold: 3, reviews: 0, picture: 2,
};
const page = {
  ...goods, description: '清明前采摘', category: 1, categoryPath: ['茶'], brand: null, brandName: null, freight: true, pictures: [2],
  choices: [
    { id: 11, sku: 'A', specification: [{ name: '规格', value: '50 克' }], price: '128.00', tierPrices: [], ownPrice: '121.60', grams: 50, stock: 5 },
    { id: 12, sku: 'B', specification: [{ name: '规格', value: '125 克' }], price: '298.00', tierPrices: [], ownPrice: '298.00', grams: 125, stock: 0 },
  ],
};
const price = {
  lines: [{ variant: 11, quantity: 1, listPrice: '128.00', list: '128.00', tierOff: '6.40', coupons: [], freight: '6.00', paid: '127.60' }],
  list: '128.00', tierOff: '6.40', goods: '121.60', platformOff: '0.00', merchantOff: '0.00', freight: '6.00', freightKnown: true, payable: '127.60', points: '0.00', rest: '127.60',
};
const checkout = { id: 31, status: 'unpaid', payable: '127.60', placedAt: '2026-01-01T00:00:00Z', payUntil: '2099-01-01T00:00:00Z', orders: [{ id: 41 }] };
const member = { kind: 'member', id: 3, name: '林小满', tier: 1 };

beforeAll(() => launch());
beforeEach(() => storage.keep('hongli.token', 'secret'));

describe('the built mini-program', () => {
  it('shows goods, categories and the risk at home', async () => {
    answer({
      'GET /api/v1/mall/goods': { items: [goods], next: null },
      'GET /api/v1/mall/categories': { items: [{ id: 1, parent: null, name: '茶', place: 0 }] },
      'GET /api/v1/mall/coupon-kinds': { items: [] },
    });
    const home = opened('home');
    await expect.poll(home.text).toContain('明前龙井');
    await expect.poll(home.text).toContain('¥121.60');
    await expect.poll(home.text).toContain('风险提示');
    home.close();
  });

  it('says so, with a way on, where the shop does not serve something', async () => {
    answer({});
    const home = opened('home');
    await expect.poll(home.text).toContain('这里还没有开通');
    await expect.poll(home.text).toContain('去首页');
    home.close();
  });

  it('explains the price of goods and takes them to the confirmation', async () => {
    answer({
      'GET /api/v1/mall/goods/7': page,
      'GET /api/v1/mall/goods/7/stars': { counts: [0, 0, 0, 0, 0] },
      'GET /api/v1/mall/goods/7/reviews': { items: [], next: null },
      'GET /api/v1/mall/me': member,
      'GET /api/v1/mall/basket': { lines: [] },
      'POST /api/v1/mall/quotes': price,
    });
    const shown = opened('goods', { id: '7' });
    await expect.poll(shown.text).toContain('50 克');
    await expect.poll(shown.text).toContain('−¥6.40');
    expect(asked.find(({ method }) => method === 'POST')?.header.Authorization).toBe('Bearer secret');
    await shown.tap('立即购买');
    await expect.poll(() => went).toEqual(['/pages/confirm/confirm']);
    expect(JSON.parse(String(storage.kept('hongli.wish')))).toMatchObject([{ variant: 11, quantity: 1, title: '明前龙井' }]);
    shown.close();
  });

  it('places what was confirmed, at the price that was seen', async () => {
    answer({
      'GET /api/v1/mall/me': member,
      'GET /api/v1/mall/basket': { lines: [] },
      'GET /api/v1/mall/me/addresses': { items: [{ id: 5, receiver: '林小满', phone: '138', region: '浙江省/杭州市', street: '龙井路', isDefault: true }] },
      'GET /api/v1/mall/coupons': { items: [] },
      'GET /api/v1/mall/purse': { cash: '0.00', constant: '0.00', channels: ['sandbox'] },
      'POST /api/v1/mall/quotes': price,
      'POST /api/v1/mall/checkouts': checkout,
    });
    const shown = opened('confirm');
    await expect.poll(shown.text).toContain('浙江省 杭州市 龙井路');
    await expect.poll(shown.text).toContain('¥127.60');
    await shown.tap('提交订单');
    await expect.poll(() => went).toEqual(['/pages/cashier/cashier?id=31']);
    const placed = asked.find(({ path }) => path === '/api/v1/mall/checkouts');
    expect(placed?.body).toMatchObject({ lines: [{ variant: 11, quantity: 1 }], address: 5, expected: '127.60' });
    shown.close();
  });

  it('pays by constant points and a channel together', async () => {
    answer({
      'GET /api/v1/mall/checkouts/31': checkout,
      'GET /api/v1/mall/purse': { cash: '0.00', constant: '27.60', channels: ['sandbox'] },
      'POST /api/v1/mall/checkouts/31/payments': { paid: false, payments: [{ way: 'channel', status: 'started', reference: 'P1' }] },
      'POST /api/v1/mall/sandbox/payments/P1': { notice: 1 },
      'GET /api/v1/mall/checkouts/31/payments': { paid: true, payments: [] },
    });
    const shown = opened('cashier', { id: '31', points: '1' });
    await expect.poll(shown.text).toContain('不会动用真实资金');
    await shown.tap('支付 ¥127.60');
    await expect.poll(() => went).toEqual(['/pages/result/result?id=31']);
    const paid = asked.find(({ path, method }) => method === 'POST' && path.endsWith('/31/payments'));
    expect(paid?.body).toEqual({ constant: '27.60', channel: 'sandbox', scene: 'mini_program' });
    shown.close();
  });
});
