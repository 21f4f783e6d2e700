// Times as the reader's clock shows them.

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** `2026-11-21 19:05` by the reader's clock. */
export function moment(at: string | undefined): string {
  const date = new Date(at ?? '');
  return Number.isNaN(date.getTime()) ? '—' : `${day(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A text of the server in which instants such as `2026-11-21T11:05:00Z` stand as the reader's clock shows them. */
export function clockTimes(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, moment);
}

/** `2026-11-21` by the reader's clock. */
export function day(at: string | undefined): string {
  const date = new Date(at ?? '');
  return Number.isNaN(date.getTime())
    ? '—'
    : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What is left until then, `29:05` or `26:10:00`; empty once it is over. */
export function left(until: string | undefined, now: number): string {
  const seconds = Math.floor((new Date(until ?? '').getTime() - now) / 1000);
  if (!(seconds > 0)) {
    return '';
  }
  const hours = Math.floor(seconds / 3600);
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${minutes}` : minutes;
}

/** The calendar days from today on, as the server writes them. */
export function daysFrom(start: Date, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const date = new Date(start.getFullYear(), start.getMonth(), start.getDate() + i);
    return day(date.toISOString());
  });
}
