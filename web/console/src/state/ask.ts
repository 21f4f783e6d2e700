// One dialog for everything that is asked before something is done.
import { shallowRef } from 'vue';

export interface Field {
  name: string;
  label: string;
  kind?: 'text' | 'area' | 'money' | 'number' | 'percent' | 'day' | 'password' | 'choice' | 'flag' | 'several';
  value?: string | boolean | string[];
  options?: readonly { value: string; label: string }[];
  optional?: boolean;
  hint?: string;
}

export type Given = Record<string, string>;

export interface Asking {
  title: string;
  text?: string;
  fields?: Field[];
  go?: string;
  isGrave?: boolean;
  /** Does it; what it throws is shown in the dialog, which then stays. What it answers is shown afterwards. */
  run: (given: Given, several: Record<string, string[]>) => Promise<unknown>;
  done?: string;
}

export const asking = shallowRef<Asking | null>(null);

export function ask(what: Asking): void {
  asking.value = what;
}
