// Sales of a period beside those of the period before.
import { sum } from './money';

export interface SalesDay {
  day: string;
  placed: number;
  paid: number;
  paidAmount: string;
  refunded: string;
  completed: number;
}

export interface Sales {
  paidAmount: string;
  refunded: string;
  placed: number;
  paid: number;
  completed: number;
}

export function added(days: readonly SalesDay[]): Sales {
  const all = (pick: (one: SalesDay) => number): number => days.reduce((total, one) => total + pick(one), 0);
  return {
    paidAmount: sum(['0.00', ...days.map((one) => one.paidAmount)]), refunded: sum(['0.00', ...days.map((one) => one.refunded)]),
    placed: all((one) => one.placed), paid: all((one) => one.paid), completed: all((one) => one.completed),
  };
}

/** Every day of the period, those without trade as nothing. */
export function whole(days: readonly SalesDay[], names: readonly string[]): SalesDay[] {
  const known = new Map(days.map((one) => [one.day, one]));
  return names.map((day) => known.get(day) ?? { day, placed: 0, paid: 0, paidAmount: '0.00', refunded: '0.00', completed: 0 });
}
