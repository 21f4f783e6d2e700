// How all tests look at a page: what it complains of, whom it asks, whether it has come to rest, and whether everybody
// can use it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, type Request } from '@playwright/test';
import { caller, type Door } from './caller.ts';
import { place } from './place.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RESTLESS = 120_000;
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
export const SIZES = { phone: PHONE, desk: DESK } as const;

export interface Seen {
  /** What must not be: errors, and requests to anybody else. */
  wrong: string[];
  pending: Set<Request>;
}

export function watch(page: Page): Seen {
  const seen: Seen = { wrong: [], pending: new Set() };
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) seen.wrong.push(message.text());
  });
  page.on('pageerror', (error) => seen.wrong.push(String(error)));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== place()) seen.wrong.push('asked ' + request.url());
    if (!/\/events\?/.test(request.url())) seen.pending.add(request);
  });
  page.on('requestfinished', (request) => seen.pending.delete(request));
  page.on('requestfailed', (request) => seen.pending.delete(request));
  return seen;
}

/** Waits until nothing is asked any more and nothing stands for what is still to come. */
export async function rest(page: Page, seen: Seen): Promise<void> {
  const until = Date.now() + RESTLESS;
  for (let still = 0; still < 3; ) {
    if (Date.now() > until) throw new Error('page must come to rest: asks ' + [...seen.pending].map((one) => one.url()).join(' '));
    await page.waitForTimeout(40);
    const waits = seen.pending.size > 0 || (await page.evaluate(() => document.querySelector('.skeleton, .bones') !== null));
    still = waits ? 0 : still + 1;
  }
}

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe-core finds that is serious or worse, and whether anything is wider than the screen. */
export async function faults(page: Page): Promise<string[]> {
  // The page's own policy forbids added scripts; what is evaluated is not added.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: judge } = window as never as { axe: { run: (where: Document, how: object) => Promise<{ violations: Violation[] }> } };
    return (await judge.run(document, { resultTypes: ['violations'], preload: false })).violations;
  });
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return [
    ...grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)} | ${node.failureSummary.slice(0, 200)}`).join(' || ')}`),
    ...(spill > 0 ? [`${spill} pixels too wide`] : []),
  ];
}

/** Words of programs among the words of the page: codes such as `goods_review`, and texts of fields. */
export async function codes(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text.match(/\b[a-z]+_[a-z_]+\b|\{"[^}]*|\{\w+\}|\b(?:undefined|NaN|null)\b|\[object/g) ?? [];
}

/** Has the page at another size, and waits until it is drawn so. */
export async function resize(page: Page, size: keyof typeof SIZES): Promise<void> {
  await page.setViewportSize(SIZES[size]);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** A picture for the eye, where SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const tokens = new Map<string, string>();

/** Lets the browser be somebody without going through the form each time, which only so many may do at once. */
export async function enter(page: Page, door: Door, login: string): Promise<void> {
  const known = tokens.get(door + login) ?? (await caller(door, login)).token;
  tokens.set(door + login, known);
  await page.context().addCookies([{ name: door === 'mall' ? 'hongli_member' : 'hongli_worker', value: known, url: place(), httpOnly: true, sameSite: 'Lax' }]);
}

/** Opens a page of the shop, such as `goods` with `?id=7`. */
export async function visit(page: Page, seen: Seen, name: string, query = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`/#/pages/${name}/${name}${query}`);
  await expect(page.locator('#main').last()).toBeVisible();
  await rest(page, seen);
}
