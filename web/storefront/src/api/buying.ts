import type { components, paths } from './generated/order';
import { serverOf } from './server';

type Schemas = components['schemas'];
export type WishLine = Schemas['WishLine'];
export type Basket = Schemas['Basket'];
export type BasketLine = Basket['lines'][number];
export type PriceExplanation = Schemas['PriceExplanation'];
export type Checkout = Schemas['Checkout'];
export type OrderSummary = Schemas['OrderSummary'];
export type Order = Schemas['Order'];
export type OrderStatus = NonNullable<OrderSummary['status']>;
export type Coupon = Schemas['Coupon'];
export type CouponKind = Schemas['CouponKind'];

export interface Key {
  variant: number;
  day?: string;
}

const server = serverOf<paths>();

export const basket = () => server.read('/api/v1/mall/basket');
export const putInBasket = (line: Key & { quantity: number }) => server.post('/api/v1/mall/basket/lines', line);
export const takeOut = (lines: Key[]) => server.post('/api/v1/mall/basket/removals', { lines });

type Quoted = { lines: WishLine[]; coupons?: number[]; address?: number; region?: string; points?: string };
export const quote = (wish: Quoted) => server.post('/api/v1/mall/quotes', wish);

type Placed = {
  key: string;
  lines: WishLine[];
  coupons?: number[];
  address?: number;
  note?: string;
  expected?: string;
};
export const place = (wish: Placed) => server.post('/api/v1/mall/checkouts', wish);
export const checkout = (id: number) => server.read('/api/v1/mall/checkouts/{id}', undefined, { id });
export const cancel = (id: number) => server.post('/api/v1/mall/checkouts/{id}/cancellation', {}, { id });

export const orders = (status: OrderStatus | undefined, cursor?: string, text?: string) =>
  server.read('/api/v1/mall/orders', {
    limit: 10,
    ...(status && { status }),
    ...(text && { text }),
    ...(cursor && { cursor }),
  } as never);
export const order = (id: number) => server.read('/api/v1/mall/orders/{id}', undefined, { id });
export const complete = (id: number) => server.post('/api/v1/mall/orders/{id}/completion', {} as never, { id });

export const couponKinds = (cursor?: string) =>
  server.read('/api/v1/mall/coupon-kinds', { limit: 20, ...(cursor && { cursor }) } as never);
export const takeCoupon = (id: number) =>
  server.post('/api/v1/mall/coupon-kinds/{id}/coupons', {} as never, { id });
export const coupons = (shown: 'usable' | 'used' | 'lapsed', cursor?: string) =>
  server.read('/api/v1/mall/coupons', { shown, limit: 50, ...(cursor && { cursor }) } as never);
