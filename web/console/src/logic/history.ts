// The history of a programme's price, thinned to what can be drawn: by day, or by number of command in a short life.
import { difference } from './money';
import { day } from './time';

export interface Point {
  position: number;
  at: string;
  price?: string;
  pool: string;
  circulating: string;
  issued: string;
  burned: string;
}

export interface Mark {
  label: string;
  position: number;
  price: string;
  pool: string;
  circulating: string;
  /** How many points were issued, and how many burned, since the mark before. */
  issued: string;
  burned: string;
}

const MOST = 90;

function labels(points: readonly Point[]): string[] {
  const days = points.map((one) => day(new Date(one.at)));
  return new Set(days).size > 2 ? days : points.map((one) => '#' + one.position);
}

/** The last point of every label, at most `MOST` of them. */
export function marks(points: readonly Point[]): Mark[] {
  const last = new Map<string, Point>();
  const names = labels(points);
  let price = '0';
  points.forEach((one, i) => {
    price = one.price ?? price;
    last.set(names[i]!, { ...one, price });
  });
  const all = [...last];
  const step = Math.ceil(all.length / MOST);
  const kept = all.filter((_, i) => i === 0 || i === all.length - 1 || i % step === 0);
  return kept.map(([label, one], i) => {
    const before = kept[i - 1]?.[1] ?? one;
    return {
      label, position: one.position, price: one.price ?? '0', pool: one.pool, circulating: one.circulating,
      issued: difference(one.issued, before.issued), burned: difference(one.burned, before.burned),
    };
  });
}
