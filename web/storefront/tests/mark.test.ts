import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('shows the same mark in the shop, in the console and beside the documents', () => {
  const mark = readFileSync('src/static/mark.svg', 'utf8');
  expect(readFileSync('../console/public/hongli.svg', 'utf8')).toBe(mark);
  expect(readFileSync('../src/main/resources/static/hongli.svg', 'utf8')).toBe(mark);
});
