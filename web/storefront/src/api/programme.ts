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

/** A sentence in both languages. */
export interface Both {
  zh: string;
  en: string;
}

/** What a member holds in the programme at this moment; before joining only `joined` and the note. */
export interface Assets {
  joined: boolean;
  points?: string;
  price?: string;
  value?: string;
  exit?: string;
  quota?: string;
  granted?: string;
  tier?: number;
  nextTier?: string;
  cash?: string;
  heldCash?: string;
  constant?: string;
  heldConstant?: string;
  note: Both;
}

export interface Programme {
  name: string;
  price: string;
  pool: string;
  circulating: string;
  closed: boolean;
  terms: { redemptionFee?: string; tierThresholds?: string[] };
}

export interface PriceAt {
  at: string;
  price?: string;
  pool: string;
  circulating: string;
}

export interface AssetLine {
  position: number;
  at: string;
  type: string;
  subject?: string;
  reason: string;
  account: string;
  unit: string;
  change: string;
  balance: string;
}

export interface AssetPage {
  items: AssetLine[];
  next?: string;
}

export interface ExitPaid {
  cash?: string;
  constant?: string;
  note: Both;
}

export type ExitKind = 'redemption' | 'conversion';

const MOST_LOOKS = 8;

export const programme = () => ask<Programme>('GET', '/api/v1/mall/programme');
export const prices = () => ask<{ items: PriceAt[] }>('GET', '/api/v1/mall/programme/prices', { query: { points: 120 } });
export const assets = () => ask<Assets>('GET', '/api/v1/mall/me/assets');
export const statement = (cursor?: string, limit = 20) =>
  ask<AssetPage>('GET', '/api/v1/mall/me/statement', { query: { limit, cursor } });

/** The dividends among the lines of the statement. */
export async function dividends(cursor?: string): Promise<AssetPage> {
  let page: AssetPage = { items: [], next: cursor };
  for (let look = 0; look < MOST_LOOKS && page.items.length < 10 && (look === 0 || page.next); look++) {
    const found = await statement(page.next, 100);
    const paid = found.items.filter(({ reason, account }) => reason.includes('dividend') && account === 'cash');
    page = { items: [...page.items, ...paid], next: found.next };
  }
  return page;
}

/** What an exit would pay, without doing it. */
export const quoteExit = (kind: ExitKind, points: string) =>
  ask<ExitPaid>('POST', `/api/v1/mall/me/${kind}s`, { query: { dry: true }, body: { points } });
export const exit = (kind: ExitKind, key: string, points: string, atLeast: string) =>
  ask<ExitPaid>('POST', `/api/v1/mall/me/${kind}s`, { body: { key, points, atLeast } });

export interface EstimateLine {
  variant: number;
  quantity: number;
  day?: string;
  target?: string;
}
export interface Estimated {
  lines: EstimateLine[];
  coupons?: number[];
  address?: number;
  points?: string;
}

/** What a basket or a product would bring, estimated. */
export const estimate = (wish: Estimated) => ask<GrantPreview>('POST', '/api/v1/mall/grants/estimates', { body: wish });
