import { get, own } from '@/api/client';

// The programme knows an order by a line of it, under the key that the mall gave it.

/** The number of the order in a key such as `order:424833154110053936:line:1`; a key of another kind as it is. */
export const orderNumber = (key: string): string => /^order:(\d+)/.exec(key)?.[1] ?? key;

/** What tells a variant from the others: `colour red` from the list of a product, `red` from the map of a line. */
export function specificationWords(specification: unknown): string {
  const values = Array.isArray(specification)
    ? (specification as { name: string; value: string }[]).map((one) => `${one.name} ${one.value}`)
    : Object.values((specification ?? {}) as object).map(String);
  return values.join(' · ');
}

/** People know an order by its number of eighteen digits; lists are asked for it by its place, which is short. */
export async function orderId(typed: string): Promise<string> {
  const number = typed.trim();
  if (!/^\d{12,}$/.test(number)) return number;
  const { items } = await get(own('/api/v1/operator/orders'), { query: { text: number, limit: 1 } });
  return String(items[0]?.id ?? Number.MAX_SAFE_INTEGER);
}
