import type { components, paths } from './generated/programme';
import { ask, serverOf } from './server';

type Schemas = components['schemas'];
export type GrantPreview = Schemas['GrantPreview'];
export type Grant = Schemas['Grant'];
export type Why = Schemas['Why'];

const server = serverOf<paths>();

export const grantsOf = (checkout: number) =>
  server.read('/api/v1/mall/checkouts/{checkout}/grants', undefined, { checkout });
export const grants = (cursor?: string) => server.read('/api/v1/mall/grants', { limit: 20, ...(cursor && { cursor }) });
export const why = (position: number) => server.read('/api/v1/mall/grants/{position}', undefined, { position });

/** What a member holds in the programme at this moment. */
export interface Holding {
  points: string;
  value: string;
  price: string;
  quota: string;
  cash: string;
  heldCash: string;
  constant: string;
  heldConstant: string;
  granted: string;
  tier: number;
  nextTier?: { tier: number; threshold: string; missing: string };
  redemptionFee: string;
  exit: { gross: string; fee: string; payout: string };
}

export interface PricePoint {
  at: string;
  price?: string;
  pool: string;
  circulating: string;
}

export interface StatementLine {
  position: number;
  at: string;
  type: string;
  subject?: string;
  reason: string;
  account: string;
  unit: string;
  change: string;
}

export interface Exit {
  gross: string;
  fee: string;
  payout: string;
}

export const holding = () => ask<Holding>('GET', '/api/v1/mall/me/holding');
export const prices = () => ask<{ prices: PricePoint[] }>('GET', '/api/v1/mall/programme/prices', { query: { points: 120 } });
export const statement = (account: string | undefined, cursor?: string) =>
  ask<{ items: StatementLine[]; next?: string }>('GET', '/api/v1/mall/me/statement', {
    query: { limit: 20, account, cursor },
  });
export const dividends = (cursor?: string) =>
  ask<{ items: { day: string; points: string; tier: string; amount: string; why: string }[]; next?: string }>(
    'GET',
    '/api/v1/mall/me/dividends',
    { query: { limit: 20, cursor } },
  );
export const quoteExit = (kind: 'redemption' | 'conversion', points: string) =>
  ask<Exit>('POST', `/api/v1/mall/me/${kind}s/quote`, { body: { points } });
export const exit = (kind: 'redemption' | 'conversion', key: string, points: string, atLeast: string) =>
  ask<Exit>('POST', `/api/v1/mall/me/${kind}s`, { body: { points, atLeast }, headers: { 'Idempotency-Key': key } });

export interface EstimateLine {
  variant: number;
  quantity: number;
  day?: string;
}
export const estimate = (lines: EstimateLine[]) =>
  ask<GrantPreview>('POST', '/api/v1/mall/grants/preview', { body: { lines } });
