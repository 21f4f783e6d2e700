// What a member is about to buy, on its way from a product or the basket to the confirmation.
import type { WishLine } from '@/api/buying';

const KEPT = 'hongli.wish';

/** A line with what the member saw of it. */
export interface Wished extends WishLine {
  product?: number;
  title?: string;
  kind?: string;
  specification?: string;
  picture?: number;
}

export function keepWish(lines: Wished[]): void {
  uni.setStorageSync(KEPT, JSON.stringify(lines));
}

export function keptWish(): Wished[] {
  try {
    const kept: unknown = JSON.parse(uni.getStorageSync(KEPT) || '[]');
    return Array.isArray(kept) ? (kept as Wished[]) : [];
  } catch {
    return [];
  }
}

/** The part of a wish that the server is told. */
export function sentLine(line: WishLine): WishLine {
  return {
    variant: line.variant,
    quantity: line.quantity,
    ...(line.day && { day: line.day }),
    ...(line.target && { target: line.target }),
  };
}
