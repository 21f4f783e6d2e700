// Where the funds of a day go: a staircase from what was there to what is left.
import type { Transfer } from './events';
import { difference, sum } from './money';

export interface Stair {
  name: 'before' | 'byPoints' | 'byTier' | 'last' | 'left';
  amount: string;
  /** What stands under the bar. */
  base: string;
}

const FUNDS = ['fixed_fund', 'tier_fund'];

function moved(transfers: readonly Transfer[], fits: (one: Transfer) => boolean): string {
  return sum(['0.00', ...transfers.filter((one) => one.unit === 'money' && fits(one)).map((one) => one.amount)]);
}

export function stairs(before: string, transfers: readonly Transfer[]): Stair[] {
  const parts = [
    ['byPoints', moved(transfers, (one) => one.from.account === 'fixed_fund' && one.to.account === 'dividends')],
    ['byTier', moved(transfers, (one) => one.from.account === 'tier_fund' && one.to.account === 'dividends')],
    ['last', moved(transfers, (one) => one.reason === 'last_dividend' && FUNDS.includes(one.from.account) && one.to.account === 'cash')],
  ] as const;
  const found: Stair[] = [{ name: 'before', amount: before, base: '0' }];
  let left = before;
  for (const [name, amount] of parts) {
    left = difference(left, amount);
    found.push({ name, amount, base: left });
  }
  found.push({ name: 'left', amount: left, base: '0' });
  return found;
}
