// Names of categories, brands and merchants by their numbers.
import { computed } from 'vue';
import { get } from '@/api/client';
import type { Filter } from '@/parts/columns';
import { t } from '@/words';
import { useLoad } from './load';
import { usePerson } from './person';

export function useNames() {
  const categoryList = useLoad(() => get('/api/v1/mall/categories'));
  const brandList = useLoad(() => get('/api/v1/mall/brands'));
  const categories = computed(() => new Map((categoryList.data.value?.items ?? []).map((one) => [one.id, one.name])));
  const brands = computed(() => new Map((brandList.data.value?.items ?? []).map((one) => [one.id, one.name])));
  return { categoryList, brandList, categories, brands };
}

/** Whose a number is, for an operator who may see merchants; of nobody otherwise. */
export function useMerchants(isWanted = true) {
  const person = usePerson();
  const list = useLoad(async () => (isWanted && !person.isClerk && person.may('merchants_read') ? (await get('/api/v1/operator/merchants', { query: { limit: 200 } })).items : []));
  const merchants = computed(() => new Map((list.data.value ?? []).map((one) => [one.id, one.name])));
  return { list, merchants };
}

/** Merchants are chosen by their names where the reader may see them, and otherwise asked for by number. */
export const merchantFilter = (names: ReadonlyMap<number, string>): Filter =>
  names.size > 0
    ? { name: 'merchant', label: t('merchant'), kind: 'choice', options: [...names].map(([id, label]) => ({ value: String(id), label })) }
    : { name: 'merchant', label: t('people.merchantId'), kind: 'number' };
