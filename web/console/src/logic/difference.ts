// What a proposal changes, field by field, in words.
import { word } from '@/words';
import { yuan } from './money';
import { specificationText } from './offer';

const MONEY = /(^|\.)(price|cost)$/;

/** `variants[RED-1].price` as `RED-1 · price`. */
export function differenceName(field: string): string {
  const found = /^variants\[(.+)]\.(\w+)$/.exec(field);
  if (found) return `${found[1]} · ${word('goods.' + found[2]!, found[2]!)}`;
  return word('goods.' + field, field);
}

type Names = Record<string, ReadonlyMap<number, string>>;

/** A value as people read it; nothing is a dash. */
export function differenceText(field: string, value: unknown, names: Names = {}): string {
  if (value === null || value === undefined || value === '') return '–';
  const known = names[field]?.get(Number(value));
  if (known) return known;
  if (MONEY.test(field)) return yuan(String(value));
  if (Array.isArray(value)) {
    const isSpecification = value.every((one) => typeof one === 'object' && one !== null && 'name' in one && 'value' in one);
    if (value.length === 0) return '–';
    return isSpecification ? specificationText(value) : value.map((one) => differenceText(field.endsWith('tierPrices') ? 'price' : '', one)).join(' / ');
  }
  if (typeof value === 'object') {
    return Object.entries(value).map(([name, one]) => `${word('goods.' + name, name)} ${differenceText(name, one)}`).join('；');
  }
  return String(value);
}
