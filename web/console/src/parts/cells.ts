// What stands in a cell, as a text: the same on the screen and in a file.
import type { Column } from './columns';
import { count, decimal, percent, points, yuan } from '@/logic/money';
import { actor } from '@/logic/actor';
import { time } from '@/logic/time';
import { t, word } from '@/words';

export function raw<T>(column: Column<T>, row: T): unknown {
  return column.value ? column.value(row) : (row as Record<string, unknown>)[column.key];
}

export const isThere = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

export function shown<T>(column: Column<T>, row: T): string {
  const value = raw(column, row);
  if (!isThere(value)) return '–';
  switch (column.kind) {
    case 'money':
      return yuan(String(value));
    case 'points':
      return points(String(value));
    case 'constant':
      return decimal(String(value), 2);
    case 'number':
      return count(String(value));
    case 'percent':
      return percent(Number(value));
    case 'time':
      return time(String(value));
    case 'actor':
      return actor(String(value));
    case 'pictures':
      return (value as number[]).join(' ');
    case 'flag':
      return t(value ? 'yes' : 'no');
    case 'state':
      return word(`states.${column.words}.${String(value)}`, String(value));
    default:
      return String(value);
  }
}

export const isNumeric = (kind: Column<unknown>['kind']): boolean =>
  kind === 'money' || kind === 'points' || kind === 'amount' || kind === 'constant' || kind === 'number' || kind === 'percent';
