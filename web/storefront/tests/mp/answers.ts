// What the server would answer to a member who has one of everything.

const note = { zh: '试算', en: 'estimated' };
const order = {
  id: 41, number: '2026010100041', checkout: 31, merchant: 1, merchantName: '云岭茶园', status: 'completed', titles: '明前龙井 ×1', pictures: [2],
  goods: '121.60', platformOff: '0.00', merchantOff: '0.00', freight: '6.00', payable: '127.60', refunded: '0.00', placedAt: '2026-01-01T00:00:00Z',
  address: { receiver: '林小满', phone: '138', region: '浙江省/杭州市', street: '龙井路' },
};
const line = {
  id: 51, product: 7, variant: 11, kind: 'physical', title: '明前龙井', specification: { 规格: '50 克' }, quantity: 1, refundedQuantity: 0,
  listPrice: '128.00', unitPrice: '121.60', platformOff: '0.00', merchantOff: '0.00', freight: '6.00', paid: '127.60', refunded: '0.00',
};
const kind = { id: 3, name: '新人券', threshold: '100.00', off: '10.00', issued: 1, mostIssued: 100, until: '2027-01-01T00:00:00Z' };
const asked = {
  id: 61, order: 41, line: 51, merchant: 1, kind: 'return', quantity: 1, amount: '127.60', deduction: '0.00', payout: '127.60', reason: '不合适', evidence: [],
  status: 'agreed', asked_at: '2026-01-02T00:00:00Z', due_at: '2026-01-05T00:00:00Z', version: 2, events: [{ at: '2026-01-02T00:00:00Z', status: 'asked', note: '不合适' }],
};
const formula = { poolRate: '0.1', contribution: '12.16', rate: '0.7', value: '8.51', price: '1.2', points: '7.091666' };
const grant = { number: '2026010100041', order: 41, title: '明前龙井', quantity: 1, amount: '121.60', base: '121.60', at: '2026-01-09T00:00:00Z', position: 9, points: '7.091666' };

const page = (...items: unknown[]) => ({ items, next: null });

/** Answers by method and address; what is not here the shop does not serve. */
export const ANSWERS: Record<string, unknown> = {
  'GET /api/v1/mall/shop': { now: '2026-01-01T00:00:00Z' },
  'GET /api/v1/mall/me': { kind: 'member', id: 3, name: '林小满', tier: 1, email: 'lin@example.com' },
  'GET /api/v1/mall/me/addresses': page({ id: 5, receiver: '林小满', phone: '138', region: '浙江省/杭州市/西湖区', street: '龙井路', isDefault: true }),
  'GET /api/v1/mall/me/assets': {
    joined: true, points: '7.091666', price: '1.2', value: '8.50', exit: '7.65', quota: '60.80', granted: '7.091666', tier: 1, nextTier: '200.000000',
    cash: '3.20', heldCash: '1.00', constant: '5.00', heldConstant: '0.00', note,
  },
  'GET /api/v1/mall/me/dividends': page({ position: 8, date: '2026-01-08', amount: '0.123456', booked: true }),
  'GET /api/v1/mall/me/statement': page(),
  'GET /api/v1/mall/me/invitation': { code: '4CVKXHMT', path: '/join?code=4CVKXHMT', name: '林小满', levels: 1, brought: 1 },
  'GET /api/v1/mall/me/referrals': page({ member: 9, name: '陈**', level: 1, boundAt: '2026-01-01T00:00:00Z' }),
  'GET /api/v1/mall/me/referrals/earnings': page(),
  'GET /api/v1/mall/me/messages': { ...page({ id: 1, kind: 'order', subject: 41, status: 'shipped', order: '2026010100041', at: '2026-01-02T00:00:00Z', read: true }), unread: 0 },
  'GET /api/v1/mall/programme': {
    id: 'mall', name: '商城积分', price: '1.2', pool: '12000.00', circulating: '10000.000000', closed: false, terms: { redemptionFee: '0.1', forcedSale: true },
  },
  'GET /api/v1/mall/programme/prices': page({ at: '2026-01-01T00:00:00Z', price: '1.0' }, { at: '2026-01-02T00:00:00Z', price: '1.2' }),
  'GET /api/v1/mall/grants': page(grant),
  'GET /api/v1/mall/grants/9': { ...grant, formula },
  'GET /api/v1/mall/purse': { cash: '3.20', constant: '5.00', channels: ['sandbox'] },
  'GET /api/v1/mall/withdrawals': page({ id: 1, amount: '2.00', account: '工商银行 林小满', status: 'paid', asked_at: '2026-01-03T00:00:00Z' }),
  'GET /api/v1/mall/categories': page({ id: 1, parent: null, name: '茶叶', place: 0 }),
  'GET /api/v1/mall/goods': page({
    id: 7, kind: 'physical', title: '明前龙井', merchant: 1, merchantName: '云岭茶园', price: '128.00', ownPrice: '121.60', inStock: true, sold: 3, reviews: 0, picture: 2,
  }),
  'GET /api/v1/mall/basket': {
    lines: [{ variant: 11, product: 7, quantity: 1, title: '明前龙井', kind: 'physical', specification: [{ name: '规格', value: '50 克' }], unitPrice: '121.60', stock: 5, forSale: true, pictures: [2] }],
  },
  'POST /api/v1/mall/quotes': {
    lines: [], list: '128.00', tierOff: '6.40', goods: '121.60', platformOff: '0.00', merchantOff: '0.00', freight: '0.00', freightKnown: false, payable: '121.60', points: '0.00', rest: '121.60',
  },
  'GET /api/v1/mall/orders': page(order),
  'GET /api/v1/mall/orders/41': { ...order, version: 3, lines: [line], events: [{ at: '2026-01-01T00:00:00Z', after: 'unpaid' }] },
  'GET /api/v1/mall/orders/41/packages': page({
    id: 71, carrier: '顺丰', number: 'SF0001', shipped_at: '2026-01-02T00:00:00Z', lines: [{ line: 51, quantity: 1 }], events: [],
  }),
  'GET /api/v1/mall/checkouts/31': { id: 31, status: 'paid', payable: '127.60', placedAt: '2026-01-01T00:00:00Z', payUntil: '2026-01-01T00:30:00Z', orders: [order] },
  'GET /api/v1/mall/checkouts/31/grants': { estimate: true, points: '7.091666', price: '1.2', lines: [], note },
  'GET /api/v1/mall/after-sales': page(asked),
  'GET /api/v1/mall/after-sales/61': asked,
  'POST /api/v1/mall/after-sales/preview': { most: '127.60', amount: '127.60', deduction: '0.00', payout: '127.60' },
  'GET /api/v1/mall/coupon-kinds': page(kind),
  'GET /api/v1/mall/coupons': page({ id: 4, kind }),
  'GET /api/v1/mall/vouchers': page({ id: 81, order: 41, line: 51, merchant: 1, status: 'ready', titles: '双人下午茶券' }),
  'GET /api/v1/mall/top-ups': page({ id: 1, order: 41, title: '话费充值 100 元', quantity: 1, target: '13800000000', status: 'done', asked_at: '2026-01-02T00:00:00Z' }),
};
