// Who did something, as the reader says it: the server tells a kind and a number.
import { word, words } from '@/words';

/** `clerk:6` as `Clerk 6`; what is not known yet as it is. */
export function actor(label: string): string {
  const [kind = '', id] = label.split(':');
  const name = word('actors.' + kind, '');
  return name ? [name, id].filter(Boolean).join(' ') : label;
}

/** What somebody typed, such as `Clerk 6`, as the server knows it: `clerk:6`. What is no name of ours stays as it is. */
export function actorLabel(typed: string): string {
  const [, name = '', id = ''] = /^(.*?)[\s:：]*(\d*)$/.exec(typed.trim()) ?? [];
  const kind = Object.entries(words.actors).find(([code, names]) => [code, ...names].some((one) => one.toLowerCase() === name.toLowerCase()))?.[0];
  return kind ? [kind, id].filter(Boolean).join(':') : typed;
}
