import type { components, paths } from './generated/goods';
import { HOME, serverOf } from './server';

type Schemas = components['schemas'];
export type FoundProduct = Schemas['FoundProduct'];
export type ProductPage = Schemas['ProductPage'];
export type Choice = Schemas['Choice'];
export type Category = Schemas['Category'];
export type Review = Schemas['Review'];
export type Search = NonNullable<paths['/api/v1/mall/goods']['get']['parameters']['query']>;

const server = serverOf<paths>();

export const findGoods = (search: Search) => server.read('/api/v1/mall/goods', search);
export const product = (id: number) => server.read('/api/v1/mall/goods/{id}', undefined, { id });
export const reviews = (id: number, cursor?: string) =>
  server.read('/api/v1/mall/goods/{id}/reviews', { limit: 10, ...(cursor && { cursor }) } as never, { id });
export const stars = (id: number) => server.read('/api/v1/mall/goods/{id}/stars', undefined, { id });
export const stockDays = (id: number, from: string, until: string) =>
  server.read('/api/v1/mall/variants/{id}/days', { from, until } as never, { id });
export const categories = () => server.read('/api/v1/mall/categories');
export const review = (line: number, stars: number, content: string) =>
  server.post('/api/v1/mall/reviews', { line, stars, content });

/** Where a picture lies; pictures are everybody's. */
export function pictureAt(id: number | undefined | null): string {
  return id ? `${HOME}/api/v1/mall/pictures/${id}` : '';
}
