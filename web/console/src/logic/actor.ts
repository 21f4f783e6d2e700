// Who did something, as the reader says it: the server tells a kind and a number.
import { word } from '@/words';

/** `clerk:6` as `Clerk 6`; what is not known yet as it is. */
export function actor(label: string): string {
  const [kind = '', id] = label.split(':');
  const name = word('actors.' + kind, '');
  return name ? [name, id].filter(Boolean).join(' ') : label;
}
