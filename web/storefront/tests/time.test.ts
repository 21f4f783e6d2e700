import { describe, expect, it } from 'vitest';
import { clockTimes, daysFrom, left, moment } from '@/exact/time';

describe('time', () => {
  it('counts down to the second, and ends', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(left('2026-01-01T00:29:05Z', now)).toBe('29:05');
    expect(left('2026-01-01T01:00:00Z', now)).toBe('1:00:00');
    expect(left('2026-01-01T00:00:00Z', now)).toBe('');
    expect(left(undefined, now)).toBe('');
  });

  it('tells instants inside a text by the clock of the reader', () => {
    expect(clockTimes('a request before 2026-09-14T05:28:00Z')).toMatch(/^a request before 2026-09-1[345] \d\d:28$/);
    expect(clockTimes('a request')).toBe('a request');
  });

  it('shows a dash for what is no time', () => {
    expect(moment('soon')).toBe('—');
    expect(moment(undefined)).toBe('—');
  });

  it('lists days over the end of a month', () => {
    expect(daysFrom(new Date(2026, 1, 27), 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });
});
