// How evenly something lies among people: shares of the whole that the poorest part holds, and heads by tier.

/** Whole micro-points of a decimal text. */
function micro(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(6, '0').slice(0, 6));
}

/**
 * The share, in tenths of a per cent, that the first 0, 1, … `steps` parts of the people hold, the poorest first; all
 * nothing where there is nothing to hold.
 */
export function lorenz(amounts: readonly string[], steps = 20): number[] {
  const sorted = amounts.map(micro).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const running = [0n];
  for (const amount of sorted) running.push(running[running.length - 1]! + amount);
  const whole = running[running.length - 1]!;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const people = Math.floor((sorted.length * i) / steps);
    return whole === 0n ? 0 : Number((running[people]! * 1_000n) / whole);
  });
}

/** Heads on each tier from 0 up to `tiers`. */
export function heads(found: readonly number[], tiers: number): number[] {
  const counts = Array.from({ length: tiers + 1 }, () => 0);
  for (const tier of found) counts[Math.min(tier, tiers)] = (counts[Math.min(tier, tiers)] ?? 0) + 1;
  return counts;
}
