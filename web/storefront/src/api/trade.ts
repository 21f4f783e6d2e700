import type { components, paths } from './generated/trade';
import { HOME, ask, serverOf } from './server';

type Schemas = components['schemas'];
export type PaymentState = Schemas['PaymentState'];
export type PaymentWays = Schemas['PaymentWays'];
export type Parcel = Schemas['Parcel'];
export type AfterSale = Schemas['AfterSale'];
export type AfterSaleWish = Schemas['AfterSaleWish'];
export type AfterSaleRequest = Schemas['AfterSaleRequest'];
export type AfterSalePreview = Schemas['AfterSalePreview'];
export type Voucher = Schemas['Voucher'];
export type Withdrawal = Schemas['Withdrawal'];

const server = serverOf<paths>();

export const purse = () => server.read('/api/v1/mall/purse');
export const pay = (checkout: number, ways: PaymentWays) =>
  server.post('/api/v1/mall/checkouts/{checkout}/payments', ways, { checkout });
export const paymentState = (checkout: number) =>
  server.read('/api/v1/mall/checkouts/{checkout}/payments', undefined, { checkout });

/** Pays in the sandbox, where no money moves. */
export const paySandbox = (reference: string) =>
  server.post('/api/v1/mall/sandbox/payments/{reference}', {}, { reference });

export const parcels = (order: number) => server.read('/api/v1/mall/orders/{order}/packages', undefined, { order });

export const cases = (cursor?: string, order?: number) =>
  server.read('/api/v1/mall/after-sales', { limit: 20, ...(order && { order }), ...(cursor && { cursor }) });
export const oneCase = (id: number) => server.read('/api/v1/mall/after-sales/{case}', undefined, { case: id });
export const previewCase = (wish: AfterSaleWish) => server.post('/api/v1/mall/after-sales/preview', wish);
export const askCase = (wish: AfterSaleRequest) => server.post('/api/v1/mall/after-sales', wish);
export const sendBack = (id: number, version: number, carrier: string, number: string) =>
  server.post('/api/v1/mall/after-sales/{case}/send-back', { version, carrier, number }, { case: id });
export const appeal = (id: number, version: number, note: string) =>
  server.post('/api/v1/mall/after-sales/{case}/appeal', { version, note }, { case: id });
export const closeCase = (id: number, version: number) =>
  server.post('/api/v1/mall/after-sales/{case}/close', { version }, { case: id });
export const addEvidence = (picture: ArrayBuffer, mediaType: string) =>
  ask<{ id: number }>('POST', '/api/v1/mall/evidence', { body: picture, mediaType });
export const evidenceAt = (id: string) => `${HOME}/api/v1/mall/evidence/${id}`;

export const vouchers = (cursor?: string) =>
  server.read('/api/v1/mall/vouchers', { limit: 20, ...(cursor && { cursor }) });
export const showCode = (voucher: number) =>
  server.post('/api/v1/mall/vouchers/{voucher}/code', undefined as never, { voucher });

export const topUps = (cursor?: string) =>
  server.read('/api/v1/mall/top-ups', { limit: 20, ...(cursor && { cursor }) });

export const withdraw = (key: string, amount: string, account: string) =>
  server.post('/api/v1/mall/withdrawals', { amount, account }, {}, { 'Idempotency-Key': key });
export const withdrawalLimits = () => server.read('/api/v1/mall/withdrawals/limits');
export const withdrawals = (cursor?: string) =>
  server.read('/api/v1/mall/withdrawals', { limit: 20, ...(cursor && { cursor }) });
