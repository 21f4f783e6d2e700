// What all the specs of the shop need.
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const LOGIN = process.env.SHOPPER ?? 'shopper@example.com';
export const PASSWORD = process.env.SHOPPER_PASSWORD ?? 'Lantern-River-42';

/** Logs in by the API: the cookie is the browser's. */
export async function enter(page: Page): Promise<void> {
  const answer = await page.request.post('/api/v1/mall/sessions', { data: { login: LOGIN, password: PASSWORD } });
  expect(answer.status(), await answer.text()).toBe(201);
}

export async function open(page: Page, name: string, query = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`/#/pages/${name}/${name}${query}`);
  await settled(page);
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.bones')).toHaveCount(0, { timeout: 10_000 });
  await page.waitForTimeout(300);
}

export interface Finding {
  id: string;
  impact: string;
  nodes: string[];
}

/** What axe-core finds that is serious or worse. */
export async function findings(page: Page): Promise<Finding[]> {
  // The page's own policy forbids added scripts; what is evaluated is not added.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: never[] }> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return (violations as { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[])
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)} | ${node.failureSummary.slice(0, 220)}`) }));
  });
}

/** Everything the page complained of, and every host it asked. */
export function watch(page: Page): { faults: string[]; hosts: Set<string> } {
  const faults: string[] = [];
  const hosts = new Set<string>();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (40[0-9]|422)/.test(message.text())) {
      faults.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) {
      hosts.add(new URL(request.url()).host);
    }
  });
  return { faults, hosts };
}
