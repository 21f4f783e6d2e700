import type { paths } from './generated/house';
import { serverOf } from './server';

const server = serverOf<paths>();

/** What everybody may know of the shop. */
export const house = () => server.read('/api/v1/mall/shop');
