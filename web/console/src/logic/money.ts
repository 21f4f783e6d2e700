// Amounts are decimal texts of the server, exact to the last digit; nothing here goes through floating point.

const MINUS = '−';

/** A decimal text with grouped digits and at most `places`; the rest is cut, never rounded up. */
export function decimal(text: string, places: number, trimmed = false): string {
  const isLess = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const cut = fraction.slice(0, places);
  const kept = trimmed ? cut.replace(/0+$/, '') : cut.padEnd(places, '0');
  const isZero = !/[1-9]/.test(whole + kept);
  return (isLess && !isZero ? MINUS : '') + grouped + (kept ? '.' + kept : '');
}

/** Yuan with two decimals: `¥1,234.50`. */
export function yuan(text: string | null | undefined): string {
  if (text === null || text === undefined || text === '') return '–';
  const shown = decimal(text, 2);
  return shown.startsWith(MINUS) ? MINUS + '¥' + shown.slice(1) : '¥' + shown;
}

/** Points, to the micro-point where it matters. */
export const points = (text: string | null | undefined): string => (text ? decimal(text, 6, true) : '–');

export const count = (number: number | string): string => decimal(String(number), 0);

/** Millionths as a percentage: 50000 is `5%`. */
export function percent(millionths: number): string {
  const whole = Math.trunc(millionths / 10_000);
  const rest = String(Math.abs(millionths) % 10_000).padStart(4, '0').replace(/0+$/, '');
  return `${whole}${rest ? '.' + rest : ''}%`;
}

/** A percentage as it is typed, in millionths; `null` where it is none. */
export function millionths(text: string): number | null {
  const found = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text.trim());
  return found ? Number(found[1]) * 10_000 + Number((found[2] ?? '').padEnd(4, '0')) : null;
}

function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  return text.startsWith('-') ? -digits : digits;
}

function written(number: bigint, places: number): string {
  const digits = (number < 0n ? -number : number).toString().padStart(places + 1, '0');
  const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
  return number < 0n ? '-' + text : text;
}

/** The exact sum of decimal texts. */
export function sum(texts: readonly string[]): string {
  const places = Math.max(0, ...texts.map((text) => (text.split('.')[1] ?? '').length));
  return written(texts.reduce((total, text) => total + scaled(text, places), 0n), places);
}

export const difference = (one: string, other: string): string => sum([one, negated(other)]);

export function negated(text: string): string {
  return text.startsWith('-') ? text.slice(1) : '-' + text;
}

export const isNegative = (text: string): boolean => text.startsWith('-') && /[1-9]/.test(text);
export const isZero = (text: string): boolean => !/[1-9]/.test(text);

/** The exact product of two decimal texts, cut to `places`. */
export function product(one: string, other: string, places: number): string {
  const result = scaled(one, 20) * scaled(other, 20);
  return written(result / 10n ** BigInt(40 - places), places);
}

/** How `now` differs from `before`, in tenths of a per cent; `null` where there was nothing before. */
export function change(now: string, before: string): string | null {
  const was = scaled(before, 2);
  if (was <= 0n) return null;
  const tenths = ((scaled(now, 2) - was) * 1_000n) / was;
  const text = written(tenths < 0n ? -tenths : tenths, 1);
  return `${tenths < 0n ? MINUS : '+'}${text}%`;
}

/** A sum of money as people type it: `12`, `12.3`, `12.34`; `null` where it is none. */
export function typedMoney(text: string): string | null {
  const found = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', '').trim());
  return found ? `${BigInt(found[1]!)}.${(found[2] ?? '').padEnd(2, '0')}` : null;
}

/** For drawing alone, where a pixel is all that can be lost. */
export const drawn = (text: string): number => Number(text);
