// Who did something, as the reader says it: the server tells a kind and a number.
import { t, word, words } from '@/words';

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

/** Who holds something in the programme: the mall's `m13` as `Member 13` and `s3` as `Merchant 3`; others by their own id. */
export function holder(id: string): string {
  const [, kind, number] = /^([ms])(\d+)$/.exec(id) ?? [];
  return kind ? `${t(kind === 'm' ? 'member' : 'merchant')} ${number}` : id;
}

export function placeOfHolder(id: string): string | undefined {
  const [, kind, number] = /^([ms])(\d+)$/.exec(id) ?? [];
  return kind && `/${kind === 'm' ? 'members' : 'merchants'}/${number}`;
}

/** What somebody typed, such as `Member 13` or `13`, as the programme knows it: `m13`. */
export function holderId(typed: string): string {
  const label = actorLabel(typed);
  const [, kind, number] = /^(?:(member|merchant)[: ]?)?(\d+)$/i.exec(label.replace(words.merchant[0], 'merchant').replace(/\s/g, '')) ?? [];
  return number ? (kind?.toLowerCase() === 'merchant' ? 's' : 'm') + number : typed.trim();
}
