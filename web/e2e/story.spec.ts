// What happens between a member, a merchant and the platform, from an invitation to cash, each at their own pages.
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { buying } from './buying.ts';
import { caller } from './caller.ts';
import { enter, rest, type Seen, shoot, SIZES, visit, watch } from './eyes.ts';
import { drawing } from './fill.ts';
import { CLERK, OPERATOR, PASSWORD, REFERRER, RIVAL, SHOPPER } from './place.ts';

test.describe.configure({ mode: 'serial' });

const LOGIN = '13911112222';
const TITLE = '明前龙井礼盒';
const RETURN_WINDOW_HOURS = 24 * 16;

interface Person {
  context: BrowserContext;
  page: Page;
  seen: Seen;
}

let member: Person;
let clerk: Person;
let operator: Person;
let goods = '';
let order = '';

const numberIn = (url: string): string => /(\d+)(?=\D*$)/.exec(url)![1]!;
const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test.beforeAll(async ({ browser }) => {
  const somebody = async (size: keyof typeof SIZES): Promise<Person> => {
    const context = await browser.newContext({ viewport: SIZES[size], reducedMotion: 'reduce' });
    const page = await context.newPage();
    return { context, page, seen: watch(page) };
  };
  [member, clerk, operator] = [await somebody('phone'), await somebody('desk'), await somebody('desk')];
  await enter(clerk.page, 'merchant', CLERK);
  await enter(operator.page, 'operator', OPERATOR);
});

test.afterAll(async () => {
  for (const one of [member, clerk, operator]) await one?.context.close();
});

test.afterEach(() => {
  for (const { seen } of [member, clerk, operator]) expect(seen.wrong).toEqual([]);
});

test('a clerk offers goods, and an operator approves them', async () => {
  const { page } = clerk;
  await page.goto('/console/goods/new');
  await page.getByLabel('商品名称').fill(TITLE);
  await page.getByLabel('说明').fill('清明前采摘，手工炒制。');
  await page.getByLabel('分类').selectOption({ label: '茶叶' });
  await page.getByLabel('上传图片').setInputFiles({ name: 'tea.png', mimeType: 'image/png', buffer: Buffer.from(drawing([70, 110, 60])) });
  await expect(page.getByAltText(/商品图片/)).toBeVisible();
  await page.getByLabel('货号').fill('LJ-01');
  await page.getByLabel('规格', { exact: true }).fill('净含量=250 克');
  await page.getByLabel('价格', { exact: true }).fill('2980');
  await button(page, '保存').click();
  await page.waitForURL(/\/goods\/\d+$/);
  goods = numberIn(page.url());
  await button(page, '送审').click();
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await expect(button(page, '送审')).toHaveCount(0);

  await operator.page.goto('/console/goods?tab=proposals');
  await operator.page.getByRole('link', { name: TITLE }).click();
  await operator.page.waitForURL(/proposals\/\d+$/);
  await expect(operator.page.getByRole('cell', { name: TITLE, exact: true })).toBeVisible();
  await operator.page.getByRole('button', { name: '通过', exact: true }).click();
  await dialog(operator.page).getByRole('button', { name: '通过' }).click();
  await operator.page.waitForURL(/tab=proposals/);

  await page.reload();
  await button(page, '调整库存').click();
  await page.locator('#ask-by').fill('20');
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await button(page, '上架').click();
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await expect(button(page, '下架')).toBeVisible();
});

test('a guest joins by an invitation', async () => {
  const { page, seen } = member;
  const { code } = await (await caller('mall', REFERRER)).ask('GET', '/mall/me/invitation');
  await page.goto('/join?code=' + String(code));
  await expect(page.getByText('推荐人：')).toBeVisible();
  await page.getByLabel('手机号或邮箱').fill(LOGIN);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByLabel('称呼').fill('林小满');
  await shoot(page, 'story-join');
  await button(page, '注册').click();
  await page.waitForURL(/home|\/#\/$/);
  await visit(page, seen, 'address');
  for (const [label, text] of [['收货人', '林小满'], ['手机号', '13911112222'], ['省', '浙江省'], ['市', '杭州市'], ['区县', '西湖区'], ['详细地址', '龙井路 1 号']]) {
    await page.getByLabel(label!, { exact: true }).fill(text!);
  }
  await button(page, '保存').click();
  await page.waitForURL((url) => !url.hash.includes('/address/'));
});

test('three presses lead from goods to paid', async () => {
  const { page, seen } = member;
  await visit(page, seen, 'goods', '?id=' + goods);
  await expect(page.getByText('预计获赠积分')).toBeVisible();
  await button(page, '立即购买').click();
  await page.waitForURL(/confirm/);
  await button(page, '提交订单').click();
  await page.waitForURL(/cashier/);
  await button(page, /^支付/).click();
  await page.waitForURL(/result/);
  await expect(page.getByText('付款成功')).toBeVisible();
  await rest(page, seen);
  await shoot(page, 'story-paid');
  await page.getByRole('link', { name: TITLE }).click();
  await page.waitForURL(/order\/order/);
  order = numberIn(page.url());
  await expect(page.getByRole('heading', { name: '待发货' })).toBeVisible();
});

test('the clerk sends it, and the member has it', async () => {
  await clerk.page.goto('/console/orders?status=paid');
  await clerk.page.locator('tbody a').first().click();
  await button(clerk.page, '发出包裹').click();
  await clerk.page.locator('#ask-carrier').fill('顺丰');
  await clerk.page.locator('#ask-number').fill('SF2026');
  await dialog(clerk.page).getByRole('button', { name: '确定' }).click();
  await expect(clerk.page.getByText('顺丰 SF2026')).toBeVisible();

  const { page, seen } = member;
  await visit(page, seen, 'order', '?id=' + order);
  await expect(page.getByText('SF2026')).toBeVisible();
  await button(page, '确认收货').click();
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('heading', { name: '已完成' })).toBeVisible();
});

test('once the return window has passed the programme grants', async () => {
  const { page } = operator;
  await page.goto('/console/jobs');
  await button(page, '推进时间').click();
  await page.locator('#ask-hours').fill(String(RETURN_WINDOW_HOURS));
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await expect(dialog(page)).toBeHidden();

  await visit(member.page, member.seen, 'assets');
  await expect(member.page.locator('.big')).toHaveText(/[1-9]/);
  await shoot(member.page, 'story-granted');
  await visit(member.page, member.seen, 'grants');
  await button(member.page, '为什么是这个数').first().click();
  await expect(member.page.getByText('计算基数').first()).toBeVisible();
});

test('the operator closes the day, and the dividend arrives', async () => {
  const { page } = operator;
  const { now } = await (await caller('operator', OPERATOR)).ask('GET', '/mall/shop');
  await page.goto('/console/programme?tab=close');
  await page.locator('#close-day').fill(new Date(new Date(String(now)).getTime() + 8 * 3_600_000).toISOString().slice(0, 10));
  await button(page, '试算').click();
  await expect(page.getByText('试算结果，尚未执行')).toBeVisible();
  await page.getByText('我已核对试算的去向与合计').click();
  await button(page, '执行日结').click();
  await dialog(page).getByRole('button', { name: '执行日结' }).click();
  await button(page, '说明').click();
  await expect(dialog(page).getByText('幂等键')).toBeVisible();

  await visit(member.page, member.seen, 'assets');
  await expect(member.page.getByText('下次变动时入账').first()).toBeVisible();
  await visit(member.page, member.seen, 'wallet');
  await expect(member.page.getByText('¥0.00')).toHaveCount(0);
  await expect(button(member.page, '提现')).toHaveAttribute('aria-disabled', 'false');
});

test('the member redeems points and asks for the cash', async () => {
  const { page, seen } = member;
  await visit(page, seen, 'exit', '?kind=redemption');
  await button(page, '全部').click();
  await expect(page.getByText('到账现金余额')).toBeVisible();
  await shoot(page, 'story-exit');
  await button(page, '回购积分').click();
  await page.waitForURL((url) => !url.hash.includes('/exit/'));
  await visit(page, seen, 'assets');
  await expect(page.getByText('已入账').first()).toBeVisible();
  await expect(page.locator('.entry').first()).toContainText(/¥\d+\.\d{2,}/);
  await shoot(page, 'story-dividend');

  await visit(page, seen, 'wallet');
  await button(page, '提现').click();
  await dialog(page).getByRole('button', { name: '全部' }).click();
  await dialog(page).getByLabel('收款账户').fill('中国银行 林小满 6216 0000');
  await dialog(page).getByRole('button', { name: '申请提现' }).click();
  await expect(page.getByText('已冻结')).toBeVisible();
});

test('the operator approves the withdrawal, and it is paid', async () => {
  const { page } = operator;
  await page.goto('/console/withdrawals?status=held');
  await page.locator('tbody input[type=checkbox]').first().check();
  await button(page, '批准').click();
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(async () => {
    await visit(member.page, member.seen, 'wallet');
    await expect(member.page.getByText('已到账')).toBeVisible({ timeout: 500 });
  }).toPass();
  await shoot(member.page, 'story-withdrawn');
  await visit(member.page, member.seen, 'messages');
  await expect(member.page.getByText('提现 · 已到账')).toBeVisible();
  await shoot(member.page, 'story-messages');
});

test('the merchant has its bill', async () => {
  const { page } = operator;
  await page.goto('/console/bills');
  await button(page, '出账').click();
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await page.locator('#ask-from').fill(day(-2));
  await page.locator('#ask-until').fill(day(RETURN_WINDOW_HOURS / 24 - 2));
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('link', { name: '云雾山茶行' })).toBeVisible();

  await clerk.page.goto('/console/bills');
  await clerk.page.locator('tbody a').first().click();
  await expect(clerk.page.getByText('2,980.00').first()).toBeVisible();
  await shoot(clerk.page, 'story-bill');
});

/** An amount as it is shown, in fen; a count as it is. */
const whole = (text: string): number => Number(text.replace('−', '-').replace(/[¥,.]/g, ''));

test('every figure of the bill leads to the lines that make it', async () => {
  const { page, seen } = clerk;
  await page.locator('.facts a').first().waitFor();
  const figures = await page.locator('.facts > div').filter({ has: page.locator('a[href*="figure="]') }).evaluateAll((all) =>
    all.map((one) => ({ name: one.querySelector('dt')!.textContent!, told: one.querySelector('dd')!.textContent! })));
  expect(figures.length).toBeGreaterThan(12);
  for (const { name, told } of figures.filter((one) => one.name !== '应付商家')) {
    await page.locator('.facts > div').filter({ has: page.getByText(name, { exact: true }) }).first().getByRole('link').click();
    await expect(page.getByRole('heading', { name: `「${name}」的来历` })).toBeFocused();
    await rest(page, seen);
    const counts = await page.locator('tbody td[data-label="计入"]').allTextContents();
    expect(counts.map(whole).reduce((sum, one) => sum + one, 0), name).toBe(whole(told));
    await expect(page.locator('.listed'), name).toHaveText(`共 ${counts.length} 条，合计 ${told}`);
    await expect(page.getByLabel('账单项目').locator('option:checked')).toHaveText(name);
  }
  await page.locator('.facts > div').filter({ has: page.getByText('销售额', { exact: true }) }).getByRole('link').click();
  await expect(page).toHaveURL(/figure=sales$/);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: '「销售额」的来历' })).toBeInViewport();
  await shoot(page, 'story-bill-sales');
  // The address can be shared, and the filter taken off.
  await page.goto(page.url());
  await expect(page.locator('.listed')).toHaveText('共 1 条，合计 ¥2,980.00');
  await button(page, '清除').click();
  await expect(page).toHaveURL(/\/bills\/\d+$/);
  await expect(page.locator('tbody tr')).not.toHaveCount(1);
});

test('what belongs to others is not there', async ({ browser }) => {
  const rival = await caller('merchant', RIVAL);
  const stranger = await caller('mall', SHOPPER);
  for (const path of [`/merchant/orders/${order}`, `/merchant/orders/${order}/packages`, `/merchant/goods/${goods}`]) {
    expect((await rival.answer('GET', path)).status, path).toBe(404);
  }
  for (const path of [`/mall/orders/${order}`, `/mall/orders/${order}/packages`]) {
    expect((await stranger.answer('GET', path)).status, path).toBe(404);
  }
  const context = await browser.newContext({ viewport: SIZES.desk, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const seen = watch(page);
  await enter(page, 'merchant', RIVAL);
  await enter(page, 'mall', SHOPPER);
  for (const path of [`/console/orders/${order}`, `/console/goods/${goods}`]) {
    await page.goto(path);
    await expect(page.getByRole('alert').first()).toContainText('没有');
    await rest(page, seen);
    await expect(page.getByText(TITLE)).toHaveCount(0);
    await shoot(page, 'story-not-theirs');
  }
  await visit(page, seen, 'order', '?id=' + order);
  await expect(page.getByText('没有找到')).toBeVisible();
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await context.close();
});

test('who is a member and works here is both in one browser', async () => {
  const { page, seen } = operator;
  await visit(page, seen, 'enter');
  await page.getByLabel('手机号或邮箱').fill(LOGIN);
  await page.getByLabel('密码').fill(PASSWORD);
  await button(page, '登录').click();
  await page.waitForURL((url) => !url.hash.includes('/enter/'));
  await visit(page, seen, 'me');
  await expect(page.getByText('林小满').first()).toBeVisible();
  await page.goto('/console/orders');
  await expect(page.getByRole('heading', { name: '订单' })).toBeVisible();
  await visit(page, seen, 'settings');
  await button(page, '退出登录').click();
  await expect(async () => {
    expect((await page.request.get('/api/v1/mall/me').then((told) => told.json())).kind).toBe('guest');
  }).toPass();
  await page.goto('/console/orders');
  await expect(page.getByRole('heading', { name: '订单' })).toBeVisible();
});

test.describe('buying', buying);
