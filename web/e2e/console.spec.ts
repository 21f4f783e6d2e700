import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { fill } from './fill.ts';
import { LEADING, LEADING_OF_CLERKS, PAGES, PAGES_OF_CLERKS } from './pages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const place = (): string => process.env['HONGLI_URL'] ?? '';
const login = (): string => process.env['HONGLI_LOGIN'] ?? 'admin';
const password = (): string => process.env['HONGLI_PASSWORD'] ?? '';

/** What a page did that it must not: errors, and requests to anybody else. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(place()) && !/^(data|blob):/.test(request.url())) wrong.push('asked ' + request.url());
  });
  return wrong;
}

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await (window as never as { axe: { run: (what: Document, how: object) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run(document, { resultTypes: ['violations'] });
    return found.violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
}

async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ timeout: 8_000 });
  await expect(page.locator('.skeleton')).toHaveCount(0, { timeout: 8_000 });
  await page.waitForTimeout(250);
}

async function logIn(page: Page, name = login(), secret = password(), isClerk = false): Promise<void> {
  await page.goto(place() + '/console/log-in');
  if (isClerk) await page.getByText('商家店员').click();
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill(secret);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '首页' }).waitFor();
}

test('the first operator changes the one-time password before anything else', async ({ page }) => {
  test.skip(!process.env['HONGLI_ONE_TIME'], 'the server ran before');
  const wrong = watch(page);
  await page.goto(place() + '/console/orders');
  await expect(page).toHaveURL(/log-in\?to=/);
  await page.screenshot({ path: 'shots/log-in-1440.png' });
  await page.locator('input[name=login]').fill(login());
  await page.locator('input[name=password]').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.locator('input[name=password]').fill(process.env['HONGLI_ONE_TIME']!);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('当前口令').fill(process.env['HONGLI_ONE_TIME']!);
  await page.getByLabel('新口令').fill(password());
  await page.getByLabel('再写一次').fill(password());
  await page.screenshot({ path: 'shots/password-first-1440.png' });
  await page.getByRole('button', { name: '修改口令' }).click();
  await page.getByRole('heading', { name: '订单' }).waitFor();
  expect(wrong).toEqual([]);
  await fill(place(), login(), password());
});

/** Looks at the page that is shown: a picture for the eye, the rules for everybody's use, and nothing wider than the screen. */
async function look(page: Page, name: string, width: number): Promise<string[]> {
  const found: string[] = [];
  await settle(page).catch((late: Error) => found.push(late.message.split('\n')[0] ?? ''));
  await page.screenshot({ path: `shots/${name}-${width}.png`, fullPage: true });
  found.push(...(await serious(page)));
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (spill > 0) found.push(`${spill} pixels too wide`);
  return found.map((one) => `${name}: ${one}`);
}

async function lookAtAll(page: Page, width: number, pages: typeof PAGES, leading: typeof LEADING): Promise<string[]> {
  const found: string[] = [];
  for (const [name, path] of pages) {
    await page.goto(place() + '/console' + path);
    found.push(...(await look(page, name, width)));
  }
  for (const [name, path] of leading) {
    await page.goto(place() + '/console' + path);
    await settle(page).catch(() => undefined);
    const link = page.locator('tbody a').first();
    if ((await link.count()) === 0) continue;
    await link.click();
    await page.waitForTimeout(300);
    found.push(...(await look(page, name, width)));
  }
  return found;
}

for (const width of [1440, 390]) {
  test(`every page stands at ${width}, asks nobody else, and can be used by everybody`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 900 });
    const wrong = watch(page);
    await logIn(page);
    const found = await lookAtAll(page, width, PAGES, LEADING);
    expect(found).toEqual([]);
    expect(wrong).toEqual([]);
  });

  test(`every page of a clerk stands at ${width}`, async ({ page }) => {
    test.skip(!process.env['HONGLI_CLERK'], 'no clerk was named');
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 900 });
    const wrong = watch(page);
    await logIn(page, process.env['HONGLI_CLERK'], process.env['HONGLI_CLERK_PASSWORD'] ?? password(), true);
    const found = await lookAtAll(page, width, PAGES_OF_CLERKS, LEADING_OF_CLERKS);
    expect(found).toEqual([]);
    expect(wrong).toEqual([]);
  });
}

test('every text has its other half', async ({ page }) => {
  await logIn(page);
  await page.getByRole('button', { name: 'English' }).click();
  for (const [name, path] of PAGES) {
    await page.goto(place() + '/console' + path);
    await settle(page);
    const menu = await page.locator('.menu, .page-head, thead, .filters label').allInnerTexts();
    expect(menu.join(' ').replace(/会员\d|云雾山茶行|酒庄\S*|商城积分|小酒馆样例/g, ''), name).not.toMatch(/[\u4e00-\u9fff]{2,}/);
  }
  await page.goto(place() + '/console/orders');
  await settle(page);
  await page.screenshot({ path: 'shots/orders-en-1440.png' });
});

test('a day is previewed, closed and explained', async ({ page }) => {
  await logIn(page);
  await page.goto(place() + '/console/programme?tab=close');
  await page.getByRole('button', { name: '试算' }).click();
  await expect(page.getByText('试算结果，尚未执行')).toBeVisible();
  await page.screenshot({ path: 'shots/close-preview-1440.png', fullPage: true });
  await page.getByRole('button', { name: '执行日结' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '执行日结' }).click();
  await page.getByRole('button', { name: '说明' }).click();
  await expect(page.getByRole('dialog').getByText('幂等键')).toBeVisible();
  await page.waitForTimeout(500);
  await page.screenshot({ path: 'shots/why-1440.png' });
  expect(await serious(page)).toEqual([]);
});

test('unsound terms are named while they are typed', async ({ page }) => {
  await logIn(page);
  await page.goto(place() + '/console/programme/new');
  await page.getByLabel('入池比例').fill('0.99');
  await expect(page.getByText('入池、固定分红与等级分红之和不能大于 1。')).toBeVisible();
  await expect(page.getByRole('button', { name: '开设计划' })).toBeDisabled();
});

test('a view is saved, used again and forgotten', async ({ page }) => {
  await logIn(page);
  await page.goto(place() + '/console/orders?status=paid');
  await page.getByRole('button', { name: '保存视图' }).click();
  await page.getByLabel('视图名称').fill('待发');
  await page.getByRole('button', { name: '确定' }).click();
  await page.goto(place() + '/console/orders');
  await page.getByRole('button', { name: '待发', exact: true }).click();
  await expect(page).toHaveURL(/status=paid/);
  await page.getByRole('button', { name: '删除视图 待发' }).click();
  await expect(page.getByRole('button', { name: '待发', exact: true })).toHaveCount(0);
});

test('a refused deed says why and stays open', async ({ page }) => {
  await logIn(page);
  await page.goto(place() + '/console/categories');
  await page.getByRole('button', { name: '新增分类' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('请填写。')).toBeVisible();
  await page.getByLabel('名称').fill('红酒');
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('同级分类已有此名称');
  await page.screenshot({ path: 'shots/refused-1440.png' });
  expect(await serious(page)).toEqual([]);
});

test('what a person may not see is not in the menu, nor behind its address', async ({ page }) => {
  const { Caller } = await import('./fill.ts');
  const operator = new Caller(place());
  await operator.logIn('operator', login(), password());
  const role = await operator.ask('POST', '/operator/roles', { name: 'r' + Date.now(), permissions: ['orders_read'] });
  const name = 'reader' + Date.now();
  const told = await operator.ask('POST', '/operator/workers', { login: name, name: 'Reader', role: role['id'] });
  const reader = new Caller(place());
  await reader.logIn('operator', name, String(told['oneTimePassword']));
  await reader.choose(String(told['oneTimePassword']), 'An0ther-long-passw0rd');
  await page.goto(place() + '/console/log-in');
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('An0ther-long-passw0rd');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '首页' }).waitFor();
  await expect(page.getByRole('link', { name: '订单', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '提现', exact: true })).toHaveCount(0);
  await page.goto(place() + '/console/withdrawals');
  await expect(page.getByRole('heading', { name: '没有查看此页的权限' })).toBeVisible();
  await page.screenshot({ path: 'shots/not-permitted-1440.png' });
});

test('a page whose server is gone says so and can be asked again', async ({ page }) => {
  await logIn(page);
  await page.route('**/api/v1/operator/orders**', (route) => route.abort());
  await page.goto(place() + '/console/orders');
  await expect(page.getByRole('alert')).toContainText('连不上服务');
  await page.screenshot({ path: 'shots/error-1440.png' });
  await page.unroute('**/api/v1/operator/orders**');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a keyboard is enough', async ({ page }) => {
  await logIn(page);
  await page.goto(place() + '/console/orders');
  await settle(page);
  await page.locator('body').press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});
