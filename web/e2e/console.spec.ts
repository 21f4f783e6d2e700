import { expect, type Page, test } from '@playwright/test';
import { caller } from './caller.ts';
import { codes, enter, faults, rest, type Seen, shoot, SIZES, watch } from './eyes.ts';
import { LEADING, LEADING_OF_CLERKS, PAGES, PAGES_OF_CLERKS } from './pages.ts';
import { CLERK, OPERATOR, PASSWORD } from './place.ts';

test.use({ viewport: SIZES.desk });

async function settle(page: Page, seen: Seen): Promise<void> {
  await page.locator('h1').first().waitFor();
  await rest(page, seen);
}

/** Opens a page as a link in the console would. */
async function go(page: Page, seen: Seen, path: string): Promise<void> {
  if (!page.url().includes('/console/')) await page.goto('/console/');
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, '/console' + path);
  await settle(page, seen);
}

const speak = (page: Page, language: 'zh' | 'en') =>
  page.addInitScript((chosen) => localStorage.setItem('hongli.language', chosen), language);

test('the first thing to do with a one-time password is to change it', async ({ page }) => {
  const seen = watch(page);
  const operator = await caller('operator', OPERATOR);
  const [role] = await operator.list<{ id: number }>('/operator/roles');
  const hired = await operator.ask('POST', '/operator/workers', { login: 'newcomer', name: '新人', role: role!.id });
  await page.goto('/console/orders');
  await expect(page).toHaveURL(/log-in\?to=/);
  await shoot(page, 'log-in-1440');
  await page.locator('input[name=login]').fill('newcomer');
  await page.locator('input[name=password]').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.locator('input[name=password]').fill(String(hired['oneTimePassword']));
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('当前口令').fill(String(hired['oneTimePassword']));
  await page.getByLabel('新口令').fill(PASSWORD);
  await page.getByLabel('再写一次').fill(PASSWORD);
  await shoot(page, 'password-first-1440');
  await page.getByRole('button', { name: '修改口令' }).click();
  await page.getByRole('heading', { name: '订单' }).waitFor();
  expect(seen.wrong).toEqual([]);
});

test('whose session ends while a password is chosen logs in again', async ({ page }) => {
  const operator = await caller('operator', OPERATOR);
  const [role] = await operator.list<{ id: number }>('/operator/roles');
  const hired = await operator.ask('POST', '/operator/workers', { login: 'latecomer', name: '新人', role: role!.id });
  const oneTime = String(hired['oneTimePassword']);
  await page.goto('/console/');
  await page.locator('input[name=login]').fill('latecomer');
  await page.locator('input[name=password]').fill(oneTime);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('当前口令').fill(oneTime);
  await page.getByLabel('新口令').fill(PASSWORD);
  await page.getByLabel('再写一次').fill(PASSWORD);
  await page.context().clearCookies();
  await page.getByRole('button', { name: '修改口令' }).click();
  await expect(page.locator('input[name=login]')).toBeVisible();
});

/** What the reader of the page sees of its frame, in the language that was chosen. */
async function foreign(page: Page): Promise<string[]> {
  const texts = await page.locator('.menu, .page-head, thead, .filters label').allTextContents();
  const left = texts.join(' ').replace(/会员\d|云雾山茶行|山海酒行|待审小店|新人满减|商城积分|小酒馆样例|赤霞珠干红|霞多丽干白|桃红起泡|佐餐红酒|明前龙井礼盒|品茶体验券|中文/g, '');
  return left.match(/[\u4e00-\u9fff]{2,}/g) ?? [];
}

interface Round {
  size: keyof typeof SIZES;
  language: 'zh' | 'en';
}

async function look(page: Page, name: string, { size, language }: Round): Promise<string[]> {
  await shoot(page, `${name}-${size}`);
  const found = [...(await faults(page)), ...(await codes(page)), ...(language === 'en' ? await foreign(page) : [])];
  return found.map((one) => `${name}: ${one}`);
}

async function lookAtAll(page: Page, seen: Seen, round: Round, pages: typeof PAGES, leading: typeof LEADING): Promise<string[]> {
  const found: string[] = [];
  for (const [name, path] of pages) {
    await go(page, seen, path);
    found.push(...(await look(page, name, round)));
  }
  for (const [name, path] of leading) {
    await go(page, seen, path);
    const link = page.locator('tbody a').first();
    if ((await link.count()) === 0) continue;
    await link.click();
    await settle(page, seen);
    found.push(...(await look(page, name, round)));
  }
  return found;
}

// Chinese at a desk, English on a phone, where its longer words have less room.
for (const round of [{ size: 'desk', language: 'zh' }, { size: 'phone', language: 'en' }] as const) {
  test(`every page stands at a ${round.size}, asks nobody else, and can be used by everybody`, async ({ page }) => {
    await page.setViewportSize(SIZES[round.size]);
    await speak(page, round.language);
    const seen = watch(page);
    await enter(page, 'operator', OPERATOR);
    expect(await lookAtAll(page, seen, round, PAGES, LEADING)).toEqual([]);
    expect(seen.wrong).toEqual([]);
  });

  test(`every page of a clerk stands at a ${round.size}`, async ({ page }) => {
    await page.setViewportSize(SIZES[round.size]);
    await speak(page, round.language);
    const seen = watch(page);
    await enter(page, 'merchant', CLERK);
    expect(await lookAtAll(page, seen, round, PAGES_OF_CLERKS, LEADING_OF_CLERKS)).toEqual([]);
    expect(seen.wrong).toEqual([]);
  });
}

test('a day of the sample is previewed, closed and explained', async ({ page }) => {
  await enter(page, 'operator', OPERATOR);
  await page.addInitScript(() => localStorage.setItem('hongli.console.programme', 'wine-shop'));
  await page.goto('/console/programme?tab=close');
  await page.getByRole('button', { name: '试算' }).click();
  await expect(page.getByText('试算结果，尚未执行')).toBeVisible();
  await shoot(page, 'close-preview-1440');
  await page.getByText('我已核对试算的去向与合计').click();
  await page.getByRole('button', { name: '执行日结' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '执行日结' }).click();
  await page.getByRole('button', { name: '说明' }).click();
  await expect(page.getByRole('dialog').getByText('幂等键')).toBeVisible();
  await shoot(page, 'why-1440');
  expect(await faults(page)).toEqual([]);
});

test('unsound terms are named while they are typed', async ({ page }) => {
  await enter(page, 'operator', OPERATOR);
  await page.goto('/console/programme/new');
  await page.getByLabel('入池比例').fill('0.99');
  await expect(page.getByText('入池、固定分红与等级分红之和不能大于 1。')).toBeVisible();
  await expect(page.getByRole('button', { name: '开设计划' })).toBeDisabled();
});

test('a view is saved, used again and forgotten', async ({ page }) => {
  await enter(page, 'operator', OPERATOR);
  await page.goto('/console/orders?status=paid');
  await page.getByRole('button', { name: '保存视图' }).click();
  await page.getByLabel('视图名称').fill('待发');
  await page.getByRole('button', { name: '确定' }).click();
  await page.goto('/console/orders');
  await page.getByRole('button', { name: '待发', exact: true }).click();
  await expect(page).toHaveURL(/status=paid/);
  await page.getByRole('button', { name: '删除视图 待发' }).click();
  await expect(page.getByRole('button', { name: '待发', exact: true })).toHaveCount(0);
});

test('a refused deed says why and stays open', async ({ page }) => {
  await enter(page, 'operator', OPERATOR);
  await page.goto('/console/categories');
  await page.getByRole('button', { name: '新增分类' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('请填写。')).toBeVisible();
  await page.getByLabel('名称').fill('红酒');
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('同级分类已有此名称');
  await shoot(page, 'refused-1440');
  expect(await faults(page)).toEqual([]);
});

test('what a person may not see is not in the menu, nor behind its address', async ({ page }) => {
  const operator = await caller('operator', OPERATOR);
  const role = await operator.make('/operator/roles', { name: '看单', permissions: ['orders_read'] });
  const hired = await operator.ask('POST', '/operator/workers', { login: 'reader', name: 'Reader', role });
  const oneTime = String(hired['oneTimePassword']);
  await (await caller('operator', 'reader', oneTime)).choose('operator', oneTime);
  await enter(page, 'operator', 'reader');
  await page.goto('/console/');
  await page.getByRole('heading', { name: '首页' }).waitFor();
  await expect(page.getByRole('link', { name: '订单', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '提现', exact: true })).toHaveCount(0);
  await page.goto('/console/withdrawals');
  await expect(page.getByRole('heading', { name: '没有查看此页的权限' })).toBeVisible();
  await shoot(page, 'not-permitted-1440');
});

test('a program goes as far as its key allows, until the key is revoked', async ({ page, request }) => {
  const orders = (token: string) => request.get('/api/v1/operator/orders', { headers: { Authorization: 'Bearer ' + token, Cookie: '' } });
  await enter(page, 'operator', OPERATOR);
  await page.goto('/console/settings?tab=keys');
  await page.getByRole('button', { name: '新建密钥' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('仓库打单');
  await dialog.getByText('查看订单').click();
  await shoot(page, 'key-new-1440');
  await dialog.getByRole('button', { name: '确定' }).click();
  const token = (await page.locator('.secret').textContent())!;
  await shoot(page, 'key-made-1440');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: '我已记下' }).click();
  await expect(page.getByText(token)).toHaveCount(0);
  expect((await orders(token)).status()).toBe(200);

  await page.getByRole('row', { name: '仓库打单' }).getByRole('button', { name: '停用' }).click();
  await dialog.getByRole('button', { name: '停用' }).click();
  await expect(page.getByRole('row', { name: '仓库打单' })).toContainText('已停用');
  expect((await orders(token)).status()).toBe(401);
});

test('the audit log names the key by which a program did something, and finds deeds by their words', async ({ page, request }) => {
  const operator = await caller('operator', OPERATOR);
  const made = await operator.ask('POST', '/operator/access-keys', { name: '同步品牌', permissions: ['goods_review'], days: 1 });
  const headers = { Authorization: 'Bearer ' + String(made['token']), Cookie: '' };
  expect((await request.post('/api/v1/operator/brands', { headers, data: { name: '程序建的品牌' } })).ok()).toBe(true);
  await enter(page, 'operator', OPERATOR);
  await page.goto('/console/settings?tab=keys');
  await page.getByRole('row', { name: '同步品牌' }).getByRole('link', { name: '做过什么' }).click();
  const line = page.getByRole('row', { name: '品牌：新增' });
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('经密钥 同步品牌');
  await page.goto('/console/trail');
  await page.getByLabel(/^动作/).fill('密钥：办理');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: '密钥：办理' }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: '品牌：新增' })).toHaveCount(0);
  await page.goto(`/console/trail?kind=access_key&subject=${String(made['id'])}`);
  await page.getByRole('row', { name: '密钥：办理' }).getByRole('button', { name: '详情' }).click();
  await expect(page.getByRole('dialog').getByText('审核商品')).toBeVisible();
  await shoot(page, 'trail-of-keys-1440');
  expect([...(await faults(page)), ...(await codes(page))]).toEqual([]);
});

test('an order is found by the number that people know, wherever it left a trace', async ({ page }) => {
  const seen = watch(page);
  await enter(page, 'operator', OPERATOR);
  await page.goto('/console/postings?kind=sale');
  await settle(page, seen);
  const number = /\d{12,}/.exec(await page.locator('tbody a').first().innerText())![0];
  await page.goto('/console/postings');
  await page.getByLabel('订单号').fill(number);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp('order=' + number));
  await settle(page, seen);
  const causes = await page.locator('tbody a').allInnerTexts();
  expect(causes.length).toBeGreaterThan(0);
  expect(causes.filter((one) => !one.includes(number))).toEqual([]);
  for (const path of ['/after-sales', '/ledger']) {
    await page.goto(`/console${path}?order=${number}`);
    await settle(page, seen);
    await expect(page.locator('.problem')).toHaveCount(0);
  }
  expect(seen.wrong).toEqual([]);
});

test('the sums above postings are those of the list below', async ({ page }) => {
  const seen = watch(page);
  await enter(page, 'operator', OPERATOR);
  await page.goto('/console/postings?account=money');
  await settle(page, seen);
  const all = await page.locator('.figure-value').last().innerText();
  await page.goto('/console/postings?account=money&kind=payment&until=2020-01-01');
  await settle(page, seen);
  await expect(page.locator('.figure-value').last()).toHaveText('0');
  expect(all).not.toBe('0');
});

test('a page whose server is gone says so and can be asked again', async ({ page }) => {
  await enter(page, 'operator', OPERATOR);
  await page.route('**/api/v1/operator/orders**', (route) => route.abort());
  await page.goto('/console/orders');
  await expect(page.getByRole('alert')).toContainText('连不上服务');
  await shoot(page, 'error-1440');
  await page.unroute('**/api/v1/operator/orders**');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a keyboard is enough', async ({ page }) => {
  const seen = watch(page);
  await enter(page, 'operator', OPERATOR);
  await page.goto('/console/orders');
  await settle(page, seen);
  await page.locator('body').press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});
