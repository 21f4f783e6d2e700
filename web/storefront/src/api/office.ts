import type { components, paths } from './generated/office';
import { serverOf } from './server';

export type Message = components['schemas']['MessageOfMember'];

const server = serverOf<paths>();

/** What each day brought; what is not booked yet is the member's all the same. */
export const dividends = (cursor?: string) =>
  server.read('/api/v1/mall/me/dividends', { limit: 7, ...(cursor && { cursor }) });
export const messages = (cursor?: string) =>
  server.read('/api/v1/mall/me/messages', { limit: 20, ...(cursor && { cursor }) });
export const readMessages = (until: string) => server.post('/api/v1/mall/me/messages/read', { until });
