// What a table shows of a row, and what a list can be asked for.
import type { RouteLocationRaw } from 'vue-router';
import type { Permission } from '@/state/person';

export interface Column<T> {
  key: string;
  label: string;
  kind?: 'text' | 'pictures' | 'money' | 'points' | 'constant' | 'number' | 'percent' | 'time' | 'day' | 'state' | 'flag' | 'actor';
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
  kind: 'text' | 'number' | 'choice' | 'flag' | 'from' | 'until' | 'day' | 'actor';
  words?: string;
  options?: readonly (string | { value: string; label: string })[];
}

export interface Deed<T> {
  label: string;
  permission?: Permission;
  isGrave?: boolean;
  fits: (row: T) => boolean;
  text?: string;
  run: (row: T) => Promise<unknown>;
}
