// Figures of the server out of its Prometheus text: name and value of what has no labels.
export function figures(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const parts = /^([a-z_]+) ([0-9.eE+-]+)$/.exec(line.trim());
    if (parts) found.set(parts[1]!, parts[2]!);
  }
  return found;
}
