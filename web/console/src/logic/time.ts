// Times are told in the reader's own zone; days stay days.

const two = (number: number): string => String(number).padStart(2, '0');

export function day(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `2026-03-01 09:30`, or with seconds. */
export function time(text: string | null | undefined, isLong = false): string {
  if (!text) return '–';
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return `${day(date)} ${clock}${isLong ? ':' + two(date.getSeconds()) : ''}`;
}

/** A text in which instants such as `2026-11-21T11:05:00Z` stand in the reader's own zone. */
export const clockTimes = (text: string): string => text.replace(/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, (instant) => time(instant, true));

export function daysAgo(days: number, from = new Date()): string {
  return day(new Date(from.getFullYear(), from.getMonth(), from.getDate() - days));
}

/** The instant at which a local day begins, or the one after it. */
export function instant(text: string, isEnd = false): string {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  return new Date(year, month - 1, date + (isEnd ? 1 : 0)).toISOString().replace('.000Z', 'Z');
}
