// How a payment is put together of cash, constant points and a channel.
import { decimal, fen, least } from './money';

export interface Purse {
  cash: string;
  constant: string;
}

export interface Plan {
  cash: bigint;
  constant: bigint;
  rest: bigint;
}

const ZERO = BigInt(0);

/** Constant points first, cash next, each as far as it is wanted, there and needed; a channel pays the rest. */
export function plan(payable: string, purse: Purse, wanted: { cash: boolean; constant: boolean }): Plan {
  const all = fen(payable);
  const constant = wanted.constant ? least(fen(purse.constant), all) : ZERO;
  const cash = wanted.cash ? least(fen(purse.cash), all - constant) : ZERO;
  return { cash, constant, rest: all - constant - cash };
}

/** What the server is asked for. */
export function ways(plan: Plan, channel: string | undefined, scene: 'page' | 'phone' | 'mini_program') {
  return {
    ...(plan.cash > ZERO && { cash: decimal(plan.cash) }),
    ...(plan.constant > ZERO && { constant: decimal(plan.constant) }),
    ...(plan.rest > ZERO && channel && { channel, scene }),
  };
}
