// Names of categories and brands by their numbers.
import { computed } from 'vue';
import { get } from '@/api/client';
import { useLoad } from './load';

export function useNames() {
  const categoryList = useLoad(() => get('/api/v1/mall/categories'));
  const brandList = useLoad(() => get('/api/v1/mall/brands'));
  const categories = computed(() => new Map((categoryList.data.value?.items ?? []).map((one) => [one.id, one.name])));
  const brands = computed(() => new Map((brandList.data.value?.items ?? []).map((one) => [one.id, one.name])));
  return { categoryList, brandList, categories, brands };
}
