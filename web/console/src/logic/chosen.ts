// What the shop has chosen, in the order in which people look for it; money is kept in fen and told in yuan.

const GROUPS = [
  { name: 'programme', fits: (name: string) => /^(settle_at|base_|day_close)/.test(name) },
  { name: 'member', fits: (name: string) => name.startsWith('withdrawal_') },
  { name: 'merchant', fits: (name: string) => name.startsWith('merchant_withdrawal_') },
  { name: 'orders', fits: () => true },
] as const;

export function grouped<T extends { name: string }>(items: readonly T[]): { name: string; items: T[] }[] {
  const left = new Set(items);
  const found = GROUPS.map((group) => {
    const own = [...left].filter((one) => group.fits(one.name));
    own.forEach((one) => left.delete(one));
    return { name: group.name as string, items: own };
  });
  return found.filter((group) => group.items.length > 0);
}

/** Whole fen as yuan: `1250` is `12.50`. */
export function ofFen(fen: string): string {
  const digits = fen.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Yuan with two decimals as whole fen. */
export const toFen = (yuan: string): string => BigInt(yuan.replace('.', '')).toString();
