// Lists as files: RFC 4180, UTF-8 with the mark that spreadsheets look for.

/** A cell that a spreadsheet would take for a formula gets a mark that makes it a text. */
export function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const isPlainNumber = /^-?\d+(\.\d+)?$/.test(text);
  const harmless = !isPlainNumber && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return '"' + harmless.replaceAll('"', '""') + '"';
}

export function sheet(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return '\uFEFF' + [head, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

export function save(name: string, content: string | Blob, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
