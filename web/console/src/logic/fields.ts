// Texts of fields, as a channel sends them and as some are kept: read where they can be.

type Fields = Record<string, unknown>;

/** The fields of a text; none where it is a text of another kind. */
export function fieldsOf(text: string): Fields {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? (found as Fields) : {};
  } catch {
    return {};
  }
}

export function fieldOf(text: string, name: string): string {
  const value = fieldsOf(text)[name];
  return typeof value === 'string' ? value : '';
}
