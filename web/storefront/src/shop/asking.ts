// Asking the server from a page: what is known, what is awaited, what went wrong, and how to try again.
import { ref, shallowRef } from 'vue';
import { Refusal } from '@/api/server';

export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  console.error(error);
  return new Refusal(-1, 'page_failed', '', '', {});
}

/** One answer that a page shows. */
export function useAnswer<T>(ask: () => Promise<T>) {
  const data = shallowRef<T>();
  const failure = shallowRef<Refusal>();
  const waiting = ref(true);
  let asked = 0;

  async function again(): Promise<void> {
    const mine = ++asked;
    waiting.value = true;
    try {
      const answer = await ask();
      if (mine === asked) {
        data.value = answer;
        failure.value = undefined;
      }
    } catch (error) {
      if (mine === asked) {
        failure.value = asRefusal(error);
      }
    } finally {
      if (mine === asked) {
        waiting.value = false;
      }
    }
  }

  return { data, failure, waiting, again };
}

/** A list that comes page by page. */
export function usePages<T>(ask: (cursor?: string) => Promise<{ items?: T[]; next?: string | null } | undefined>) {
  const items = shallowRef<T[]>([]);
  const failure = shallowRef<Refusal>();
  const waiting = ref(true);
  const next = ref<string>();
  let asked = 0;

  async function load(cursor?: string): Promise<void> {
    const mine = ++asked;
    waiting.value = true;
    failure.value = undefined;
    try {
      const page = await ask(cursor);
      if (mine === asked) {
        items.value = cursor ? [...items.value, ...(page?.items ?? [])] : (page?.items ?? []);
        next.value = page?.next ?? undefined;
      }
    } catch (error) {
      if (mine === asked) {
        failure.value = asRefusal(error);
      }
    } finally {
      if (mine === asked) {
        waiting.value = false;
      }
    }
  }

  const again = () => load();
  const more = async () => {
    if (next.value && !waiting.value) {
      await load(next.value);
    }
  };
  return { items, failure, waiting, next, again, more };
}

/** A deed of the member, done once at a time; what went wrong is kept to be shown. */
export function useDeed() {
  const busy = ref(false);
  const failure = shallowRef<Refusal>();

  async function run(deed: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) {
      return false;
    }
    busy.value = true;
    failure.value = undefined;
    try {
      await deed();
      return true;
    } catch (error) {
      failure.value = asRefusal(error);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, failure, run };
}
