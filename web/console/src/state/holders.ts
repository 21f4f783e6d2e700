// All who hold something in a programme, as far as a page can add them up.
import { all, get } from '@/api/client';
import { useLoad } from './load';

const MOST = 20_000;

export function useHolders(programme: () => string) {
  return useLoad(async () => {
    const at = { programme: programme() };
    const members = await all(async (cursor) => {
      const page = await get('/api/v1/programmes/{programme}/members', { at, query: { limit: 500, cursor } });
      return { items: page.members, next: page.next };
    }, MOST);
    return members.filter((one) => !one.merchant);
  });
}
