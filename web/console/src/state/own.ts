// Whose orders and cases a person serves: a clerk its merchant's, an operator those of the platform's own shop.
import { computed } from 'vue';
import { get } from '@/api/client';
import { useLoad } from './load';
import { usePerson } from './person';

export function useOwnShop() {
  const person = usePerson();
  const mode = useLoad(async (signal) => (person.isClerk ? null : get('/api/v1/mall/mode', { signal })));
  const shop = computed(() => mode.data.value?.ownShop);
  return { serves: (merchant: number): boolean => person.isClerk || merchant === shop.value };
}
