// Which programme the pages are about: the mall's own where there is one, or whichever was looked at last.
import { computed, ref, watch } from 'vue';
import { type Answer, get } from '@/api/client';
import { useLoad } from './load';

export type Programme = Answer<'/api/v1/programmes/{programme}'>;
const KEPT = 'hongli.console.programme';
const chosen = ref(localStorage.getItem(KEPT) ?? '');

export function useProgrammes() {
  const list = useLoad(() => get('/api/v1/programmes'));
  const shop = useLoad(() => get('/api/v1/mall/shop'));
  const programmes = computed(() => list.data.value?.programmes ?? []);
  const ofTheMall = computed(() => shop.data.value?.programme ?? '');
  const id = computed(() => {
    const has = (name: string): boolean => programmes.value.some((one) => one.id === name);
    return has(chosen.value) ? chosen.value : has(ofTheMall.value) ? ofTheMall.value : (programmes.value[0]?.id ?? '');
  });
  watch(chosen, (name) => localStorage.setItem(KEPT, name));
  return { list, programmes, id, ofTheMall, choose: (name: string) => (chosen.value = name) };
}
