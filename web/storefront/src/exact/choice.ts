// Choosing one variant of a product by its specifications.

export interface Variant {
  id: number;
  specification: { name: string; value: string }[];
  stock: number;
}

export interface Axis {
  name: string;
  values: string[];
}

export type Picked = Record<string, string>;

/** The specifications that variants differ in, with their values in the order of the variants. */
export function axes(variants: readonly Variant[]): Axis[] {
  const found = new Map<string, string[]>();
  for (const { specification } of variants) {
    for (const { name, value } of specification) {
      const values = found.get(name) ?? [];
      if (!values.includes(value)) {
        values.push(value);
      }
      found.set(name, values);
    }
  }
  return [...found].map(([name, values]) => ({ name, values }));
}

/** What a variant is picked by. */
export function pickedOf(variant: Variant): Picked {
  return Object.fromEntries(variant.specification.map(({ name, value }) => [name, value]));
}

/** The variant that all picks together name, if they do. */
export function chosen<V extends Variant>(variants: readonly V[], picked: Picked): V | undefined {
  const named = Object.keys(picked).length;
  return variants.find(
    ({ specification }) =>
      specification.length === named && specification.every(({ name, value }) => picked[name] === value),
  );
}

/** Whether something with this value, and all other picks, is there to be bought. */
export function isThere(variants: readonly Variant[], picked: Picked, name: string, value: string): boolean {
  return variants.some(({ specification, stock }) => {
    const own = Object.fromEntries(specification.map((each) => [each.name, each.value]));
    return (
      stock > 0 &&
      own[name] === value &&
      Object.entries(picked).every(([other, wanted]) => other === name || own[other] === wanted)
    );
  });
}

/** `红色 / 500 ml`, from the list of a product, the map of an order's line or the text of it that a review keeps. */
export function specificationText(specification: unknown): string {
  if (typeof specification === 'string') {
    return specificationText(parsed(specification));
  }
  if (Array.isArray(specification)) {
    return specification.map(({ value }: { value: string }) => value).join(' / ');
  }
  return specification && typeof specification === 'object' ? Object.values(specification).join(' / ') : '';
}

function parsed(text: string): unknown {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'string' ? undefined : found;
  } catch {
    return undefined;
  }
}
