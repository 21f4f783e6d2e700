// Every page of the shop, at the size of a phone and of a desk: it loads, keeps to its own host, does not overflow, and
// has no serious fault of accessibility.
import { expect, test } from '@playwright/test';
import { type Caller, caller } from './caller.ts';
import { codes, enter, faults, resize, rest, shoot, SIZES, visit, watch } from './eyes.ts';
import { PASSWORD, SHOPPER } from './place.ts';

type Listed = readonly (readonly [name: string, query?: string])[];
const OF_GUESTS: Listed = [
  ['home'], ['category'], ['search', '?text=%E7%BA%A2'], ['search', '?text=nothingmatchesthis'], ['goods', '?id=GOODS'], ['goods', '?id=99999999'],
  ['enter'], ['basket'], ['me'], ['assets'], ['orders'],
];
const OF_MEMBERS: Listed = [
  ['basket'], ['me'], ['orders'], ['orders', '?status=cancelled'], ['order', '?id=ORDER'], ['order', '?id=99999999'], ['aftersale', '?order=ORDER&line=LINE'],
  ['cases'], ['case', '?id=CASE'], ['review', '?order=ORDER&line=LINE'], ['addresses'], ['address'], ['coupons', '?tab=centre'], ['coupons', '?tab=usable'],
  ['vouchers'], ['assets'], ['exit', '?kind=redemption'], ['exit', '?kind=conversion'], ['grants'], ['wallet'], ['invite'], ['messages'], ['settings'], ['contact'], ['topups'],
];

test.use({ viewport: SIZES.phone });
let member: Caller;
let numbers: Record<string, number>;

test.beforeAll(async () => {
  member = await caller('mall', SHOPPER);
  const [goods] = await member.list<{ id: number }>('/mall/goods?limit=1');
  const [order] = await member.list<{ id: number }>('/mall/orders?status=completed&limit=1');
  const [asked] = await member.list<{ id: number }>('/mall/after-sales?limit=1');
  const { lines } = await member.ask<{ lines: { id: number }[] }>('GET', `/mall/orders/${order!.id}`);
  numbers = { GOODS: goods!.id, ORDER: order!.id, LINE: lines[0]!.id, CASE: asked!.id };
});

for (const [who, pages] of Object.entries({ guest: OF_GUESTS, member: OF_MEMBERS })) {
  test(`every page of a ${who} stands, asks nobody else, and can be used by everybody`, async ({ page }) => {
    const seen = watch(page);
    if (who === 'member') await enter(page, 'mall', SHOPPER);
    const found: string[] = [];
    for (const [name, query = ''] of pages) {
      const whole = query.replace(/[A-Z]{4,}/g, (each) => String(numbers[each] ?? each));
      await page.setViewportSize(SIZES.phone);
      await visit(page, seen, name, whole);
      for (const size of ['phone', 'desk'] as const) {
        await resize(page, size);
        await shoot(page, `shop-${who}-${name}${query.replace(/[^a-z0-9]+/gi, '-')}-${size}`);
        found.push(...(await faults(page)).map((one) => `${name}${query} at ${size}: ${one}`));
      }
      found.push(...(await codes(page)).map((one) => `${name}${query}: ${one}`));
    }
    expect(found).toEqual([]);
    expect(seen.wrong).toEqual([]);
  });
}

test('all of it speaks English', async ({ page }) => {
  const seen = watch(page);
  await enter(page, 'mall', SHOPPER);
  await visit(page, seen, 'me');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText('My orders')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  for (const name of ['home', 'assets', 'wallet', 'settings', 'invite', 'coupons', 'orders']) {
    await visit(page, seen, name);
    await shoot(page, `shop-${name}-en`);
    const titles = await page.getByRole('heading').allTextContents();
    const names = /会员\d|商城积分|赤霞珠干红|霞多丽干白|桃红起泡|佐餐红酒|明前龙井礼盒|新人满减/g;
    expect(titles.join(' ').replace(names, ''), name).not.toMatch(/[\u4e00-\u9fff]{2,}/);
  }
  expect(seen.wrong).toEqual([]);
});

test('whoever logs in on the way sees what they came for', async ({ page }) => {
  const seen = watch(page);
  await visit(page, seen, 'coupons', '?tab=usable');
  await expect(page.getByText('请先登录')).toBeVisible();
  await page.getByRole('button', { name: '登录 / 注册' }).click();
  await page.waitForURL(/enter/);
  await page.getByLabel('手机号或邮箱').fill(SHOPPER);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(/coupons/);
  await expect(page.getByText('没有优惠券')).toBeVisible();
  expect(seen.wrong).toEqual([]);
});

test('a refusal is told where it is seen, and names what is sold out', async ({ page }) => {
  const seen = watch(page);
  await enter(page, 'mall', SHOPPER);
  await visit(page, seen, 'goods', '?id=' + numbers['GOODS']);
  await page.getByRole('button', { name: '立即购买' }).click();
  await page.waitForURL(/confirm/);
  await rest(page, seen);
  await page.route('**/api/v1/mall/checkouts', async (asked) => {
    const { lines } = asked.request().postDataJSON() as { lines: { variant: number }[] };
    await asked.fulfill({ status: 409, json: { code: 'sold_out', title: '库存不足', expected: '', variant: lines[0]!.variant } });
  });
  await page.getByRole('button', { name: '提交订单' }).click();
  await expect(page.getByRole('alert')).toBeInViewport();
  await expect(page.getByRole('alert')).toContainText('的库存不够了');
});

test('a page that cannot be fetched says so, and comes once there is a network', async ({ page, context }) => {
  const seen = watch(page);
  await visit(page, seen, 'home');
  await context.setOffline(true);
  await page.evaluate(() => (location.hash = '/pages/settings/settings'));
  await expect(page.getByText('这一页没有载入')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('tab', { name: 'English' })).toBeVisible();
});
