// What a table shows of a row, and what a list can be asked for.
import type { RouteLocationRaw } from 'vue-router';
import type { Field, Given } from '@/state/ask';
import type { Permission } from '@/state/person';

export interface Column<T> {
  key: string;
  label: string;
  kind?: 'text' | 'pictures' | 'money' | 'points' | 'amount' | 'constant' | 'number' | 'percent' | 'time' | 'day' | 'state' | 'flag' | 'actor';
  /** Where the words of a state stand, as `orderStatus`. */
  words?: string;
  value?: (row: T) => unknown;
  to?: (row: T) => RouteLocationRaw | undefined;
  sub?: (row: T) => string | undefined;
  sort?: string;
  isWide?: boolean;
}

export interface Filter {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'choice' | 'flag' | 'from' | 'until' | 'day';
  words?: string;
  /** What can be chosen; beside a text what it may be, such as while it is typed. */
  options?: readonly (string | { value: string; label: string })[];
  /** What the server calls it that a reader types in words. */
  code?: (typed: string) => string | Promise<string>;
}

export interface Deed<T> {
  label: string;
  permission?: Permission;
  isGrave?: boolean;
  fits: (row: T) => boolean;
  text?: string;
  /** What is asked once for all of them. */
  fields?: readonly Field[];
  run: (row: T, given: Given) => Promise<unknown>;
}
