// What stands behind the question mark: filters, sorting and saved views are the same flat texts.

export type Asked = Record<string, string>;

/** Without what is empty: the server refuses names it does not know and takes no empty ones. */
export function filled(values: Record<string, string | number | boolean | null | undefined>): Asked {
  const kept: Asked = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') kept[name] = String(value);
  }
  return kept;
}

export function written(values: Record<string, string | number | boolean | null | undefined>): string {
  const text = new URLSearchParams(filled(values)).toString();
  return text ? '?' + text : '';
}

/** Only the names that a list knows, out of the address of the page. */
export function picked(query: Record<string, unknown>, names: readonly string[]): Asked {
  const values = names.map((name) => [name, typeof query[name] === 'string' ? query[name] : ''] as const);
  return filled(Object.fromEntries(values));
}

/** The next state of a column that is clicked: down, up, as it comes. */
export function turned(sort: string | undefined, name: string): string | undefined {
  if (sort === '-' + name) return name;
  return sort === name ? undefined : '-' + name;
}

export interface View {
  name: string;
  values: Asked;
}

const place = (list: string): string => 'hongli.console.views.' + list;

export function savedViews(list: string): View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(list)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.name === 'string' && typeof one?.values === 'object') : [];
  } catch {
    return [];
  }
}

export function saveView(list: string, view: View): View[] {
  const views = [...savedViews(list).filter((one) => one.name !== view.name), view];
  localStorage.setItem(place(list), JSON.stringify(views));
  return views;
}

export function forgetView(list: string, name: string): View[] {
  const views = savedViews(list).filter((one) => one.name !== name);
  localStorage.setItem(place(list), JSON.stringify(views));
  return views;
}
