import type { components, paths } from './generated/programme';
import { ask, serverOf } from './server';

type Schemas = components['schemas'];
export type GrantPreview = Schemas['GrantPreview'];
export type Grant = Schemas['Grant'];
export type Why = Schemas['Why'];
export type ExitPaid = Schemas['ExitPaid'];
type Estimated = paths['/api/v1/mall/grants/estimates']['post']['requestBody']['content']['application/json'];

export type ExitKind = 'redemption' | 'conversion';

const server = serverOf<paths>();

export const grantsOf = (checkout: number) =>
  server.read('/api/v1/mall/checkouts/{checkout}/grants', undefined, { checkout });
export const grants = (cursor?: string) => server.read('/api/v1/mall/grants', { sort: '-at', limit: 20, ...(cursor && { cursor }) });
export const why = (position: number) => server.read('/api/v1/mall/grants/{position}', undefined, { position });
export const programme = () => server.read('/api/v1/mall/programme');
export const prices = () => server.read('/api/v1/mall/programme/prices', { points: 120 });
export const assets = () => server.read('/api/v1/mall/me/assets');
export const statement = (cursor?: string, limit = 20) =>
  server.read('/api/v1/mall/me/statement', { limit, ...(cursor && { cursor }) });

/** What an exit would pay, without doing it. */
export const quoteExit = (kind: ExitKind, points: string) =>
  ask<ExitPaid>('POST', `/api/v1/mall/me/${kind}s`, { query: { dry: true }, body: { points } });
export const exit = (kind: ExitKind, key: string, points: string, atLeast: string) =>
  server.post(`/api/v1/mall/me/${kind}s`, { key, points, atLeast });

/** What a basket or a product would bring, estimated. */
export const estimate = (wish: Estimated) => server.post('/api/v1/mall/grants/estimates', wish);
