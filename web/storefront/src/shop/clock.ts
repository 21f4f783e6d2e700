// The mall's time: a sandbox's clock may be ahead of this device's, and a device's clock may be wrong.
import { ref } from 'vue';
import { house } from '@/api/house';

const ahead = ref(0);
let asked: Promise<void> | undefined;

/** Asks the mall what time it is; where it does not say, this device's clock will do. */
export function listenToClock(): Promise<void> {
  asked ??= house()
    .then(({ now }) => {
      ahead.value = Date.parse(now) - Date.now() || 0;
    })
    .catch(() => {
      asked = undefined;
    });
  return asked;
}

/** Now, by the mall's clock, in milliseconds. */
export const mallNow = (): number => Date.now() + ahead.value;
