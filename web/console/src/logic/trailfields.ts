// What a line of the audit log says was changed, in the words that stand on the pages of the thing itself.
import { ofFen } from './chosen';
import { fieldName } from './faults';
import { percent, yuan } from './money';
import { clockTimes } from './time';
import { t, word } from '@/words';

/** Where the words of a state stand, by what it is a state of. */
const STATES: Record<string, string> = {
  after_sale: 'afterSale', withdrawal: 'withdrawal', voucher: 'code', merchant: 'merchant', member: 'member', bill: 'bill', goods: 'goods', order: 'order', refund: 'refund', top_up: 'topUp',
};
type Names = ReadonlyMap<number, string>;

export const trailField = (name: string): string => word('trail.fields.' + name, word('office.setting.' + name, fieldName(name)));

function oneWord(kind: string, name: string, value: string): string {
  if (name === 'status' || name === 'state') return word(`states.${STATES[kind] ?? kind}.${value}`, value);
  if (name === 'kind') return word(`states.goodsKind.${value}`, value);
  if (name === 'channel') return word(`states.channel.${value}`, value);
  if (name === 'permissions') return word(`states.permission.${value}`, value);
  if (kind === 'setting') return /_fen$/.test(name) ? yuan(ofFen(value)) : word(`office.settingWord.${value}`, value);
  if (name === 'unit') return word(`trade.${value}`, value);
  if (/^-?\d+\.\d\d$/.test(value)) return yuan(value);
  return clockTimes(value) || '–';
}

/** A value as a text of one or more lines; `categories` by their numbers. */
export function trailValue(kind: string, name: string, value: unknown, categories: Names = new Map()): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (name === 'category') return categories.get(Number(value)) ?? String(value);
  if (/Millionths$/.test(name)) return percent(Number(value));
  if (Array.isArray(value)) {
    const parts = value.map((one) => trailValue(kind, name, one, categories));
    return parts.join(typeof value[0] === 'object' ? '\n' : t('listGap')) || '–';
  }
  if (typeof value === 'object') {
    const isSpecification = name === 'specification';
    return Object.entries(value).map(([part, one]) => `${isSpecification ? part : trailField(part)} ${trailValue(kind, part, one, categories)}`).join(' · ') || '–';
  }
  return oneWord(kind, name, String(value));
}
