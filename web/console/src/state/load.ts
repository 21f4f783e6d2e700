// Something that is fetched: on its way, there, or refused.
import { onUnmounted, ref, shallowRef, watch, type WatchSource } from 'vue';
import { Problem } from '@/api/client';
import { language } from '@/words';

export function useLoad<T>(fetch: (signal: AbortSignal) => Promise<T>, sources: WatchSource[] = []) {
  const data = shallowRef<T | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const busy = ref(true);
  let running = new AbortController();

  async function reload(): Promise<void> {
    running.abort();
    const mine = new AbortController();
    running = mine;
    busy.value = true;
    try {
      const found = await fetch(mine.signal);
      if (mine.signal.aborted) return;
      data.value = found;
      problem.value = null;
    } catch (error) {
      if (mine.signal.aborted) return;
      if (!(error instanceof Problem)) console.error(error);
      problem.value = error instanceof Problem ? error : new Problem(0, { title: String(error) });
      data.value = null;
    }
    busy.value = false;
  }

  watch([...sources, language], () => void reload(), { immediate: true });
  onUnmounted(() => running.abort());
  return { data, problem, busy, reload };
}

export type Load<T> = ReturnType<typeof useLoad<T>>;
