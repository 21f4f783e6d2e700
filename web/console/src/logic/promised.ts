// What is promised beside the money that is there, exact: a ceiling is no promise, and said to be one.
import { difference, isNegative, product, sum } from './money';

interface Figures {
  pool: string;
  treasury: string;
  circulating: string;
  constants: string;
  fixedFund: string;
  tierFund: string;
}

interface Held {
  value: string;
  quota: string;
}

export interface Pair {
  name: 'points' | 'constants' | 'quota';
  promised: string;
  funded: string;
  state: 'good' | 'bad' | 'calm';
}

/** `treasury × pool ÷ circulating`, cut to the fen. */
export function treasuryWorth({ treasury, pool, circulating }: Figures): string {
  const fen = BigInt(product(treasury, pool, 8).replace('.', ''));
  const points = BigInt(product(circulating, '1', 6).replace('.', ''));
  const worth = points === 0n ? 0n : fen / points;
  const text = worth.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

const covers = (funded: string, promised: string): 'good' | 'bad' => (isNegative(difference(funded, promised)) ? 'bad' : 'good');

export function promised(figures: Figures, holders: readonly Held[]): Pair[] {
  const points = sum(['0.00', ...holders.map((one) => one.value)]);
  const worth = treasuryWorth(figures);
  return [
    { name: 'points', promised: points, funded: figures.pool, state: covers(figures.pool, points) },
    { name: 'constants', promised: figures.constants, funded: worth, state: covers(worth, figures.constants) },
    { name: 'quota', promised: sum(['0.00', ...holders.map((one) => one.quota)]), funded: sum([figures.fixedFund, figures.tierFund]), state: 'calm' },
  ];
}
