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
