import { ask } from './server';
import type { Both } from './programme';

/** What everybody may know of the shop. */
export interface House {
  sandbox: boolean;
  demo: boolean;
  notice?: Both;
}

export const house = () => ask<House>('GET', '/api/v1/mall/shop');
