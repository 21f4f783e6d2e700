// A member shows the code of a voucher, and the counter of the shop looks at it and redeems it.
import { expect, type Page, test } from '@playwright/test';
import { type Caller, caller } from './caller.ts';
import { enter, faults, rest, resize, shoot, SIZES, watch } from './eyes.ts';
import { CLERK, OPERATOR, RIVAL, SHOPPER } from './place.ts';

test.use({ viewport: SIZES.desk });
test.describe.configure({ mode: 'serial' });

const TITLE = '品茶体验券';
let member: Caller;
let order = 0;
let number = '';
let codes: string[] = [];

/** Something that is redeemed at the counter, on the shelf; what is sold of it. */
async function voucher(clerk: Caller, operator: Caller): Promise<number> {
  const [category] = await operator.list<{ id: number }>('/mall/categories');
  const offer = {
    kind: 'voucher', title: TITLE, description: '到店品茶一次。', category: category!.id, pictures: [],
    variants: [{ sku: 'CODE-1', specification: [{ name: '人数', value: '两位' }], price: '68.00' }],
  };
  const id = await clerk.make('/merchant/goods', offer);
  await clerk.ask('POST', `/merchant/goods/${id}/submit`, {});
  const { product } = await operator.ask<{ product: { version: number } }>('GET', `/operator/proposals/${id}`);
  await operator.ask('POST', `/operator/proposals/${id}/approve`, { version: product.version });
  const { variants } = await clerk.ask<{ variants: { id: number }[] }>('GET', `/merchant/goods/${id}`);
  await clerk.ask('POST', `/merchant/variants/${variants[0]!.id}/stock`, { by: 10 });
  await clerk.ask('POST', `/merchant/goods/${id}/shelve`, {});
  return variants[0]!.id;
}

/** Buys three pieces, and looks at the codes of two. */
async function buy(variant: number): Promise<void> {
  const placed = await member.ask<{ id: number; orders: { id: number; number: string }[] }>('POST', '/mall/checkouts', { key: 'codes', lines: [{ variant, quantity: 3 }] });
  ({ id: order, number } = placed.orders[0]!);
  const ways = { channel: 'sandbox', scene: 'page' };
  const { payments } = await member.ask<{ payments: { reference: string }[] }>('POST', `/mall/checkouts/${placed.id}/payments`, ways);
  await member.ask('POST', `/mall/sandbox/payments/${payments[0]!.reference}`, {});
  let vouchers: { id: number; order: number }[] = [];
  await expect(async () => {
    vouchers = (await member.list<{ id: number; order: number }>('/mall/vouchers?limit=200')).filter((one) => one.order === order);
    expect(vouchers).toHaveLength(3);
  }).toPass();
  for (const { id } of vouchers.slice(0, 2)) codes.push(String((await member.ask('POST', `/mall/vouchers/${id}/code`))['code']));
}

test.beforeAll(async () => {
  member = await caller('mall', SHOPPER);
  codes = [];
  await buy(await voucher(await caller('merchant', CLERK), await caller('operator', OPERATOR)));
});

async function present(page: Page, code: string): Promise<void> {
  await page.getByLabel('扫描或输入核销码').fill(code);
  await page.keyboard.press('Enter');
}

test('the counter sees what a code is for, redeems it once, and is told why not again', async ({ page }) => {
  const seen = watch(page);
  await enter(page, 'merchant', CLERK);
  await page.goto('/console/shop');
  await page.getByRole('link', { name: '核销' }).last().click();
  await expect(page.getByLabel('扫描或输入核销码')).toBeFocused();
  await page.keyboard.type(codes[0]!.toLowerCase());
  await page.keyboard.press('Enter');
  const presented = page.getByRole('region', { name: '对应商品' }).first();
  await expect(presented.getByText(TITLE).first()).toBeVisible();
  await expect(presented.getByText('人数 两位')).toBeVisible();
  await expect(presented.getByText('可以核销')).toBeVisible();
  await expect(presented.getByText('核销或退款为止')).toBeVisible();
  await rest(page, seen);
  await shoot(page, 'code-ready-desk');
  expect(await faults(page)).toEqual([]);
  await resize(page, 'phone');
  await shoot(page, 'code-ready-phone');
  expect(await faults(page)).toEqual([]);
  await resize(page, 'desk');
  await presented.getByRole('button', { name: '核销', exact: true }).click();
  await expect(page.getByText('已核销：' + TITLE)).toBeVisible();
  await expect(page.getByLabel('扫描或输入核销码')).toHaveValue('');
  await present(page, codes[0]!);
  await expect(page.getByText(/不能核销：已于 .* 由 店员 \d+ 核销/)).toBeVisible();
  await expect(page.getByRole('button', { name: '核销', exact: true })).toHaveCount(0);
  await rest(page, seen);
  await shoot(page, 'code-used-desk');
  await present(page, '0'.repeat(26));
  await expect(page.getByRole('alert')).toContainText('没有这个码');
  await shoot(page, 'code-unknown-desk');
  expect(seen.wrong).toEqual([]);
});

test('the list of codes is filtered, saved and exported, and has no code in it', async ({ page }) => {
  const seen = watch(page);
  await enter(page, 'merchant', CLERK);
  await page.goto(`/console/codes?text=${number}`);
  await expect(page.locator('tbody tr')).toHaveCount(3);
  await page.getByLabel('状态').selectOption({ label: '待核销' });
  await expect(page).toHaveURL(/status=ready/);
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await rest(page, seen);
  await shoot(page, 'codes-ready-desk');
  expect(await page.content()).not.toContain(codes[1]!);
  await page.getByRole('button', { name: '保存视图' }).click();
  await page.getByLabel('视图名称').fill('未核销');
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('button', { name: '未核销', exact: true })).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()]);
  expect(file.suggestedFilename()).toBe('codes.csv');
  await page.locator('tbody a').first().click();
  await expect(page).toHaveURL(new RegExp(`/orders/${order}$`));
  await page.getByRole('link', { name: '券与自提' }).click();
  await expect(page).toHaveURL(new RegExp(`/codes\\?text=${number}$`));
});

test('another counter finds neither the code nor its row', async ({ page }) => {
  const rival = await caller('merchant', RIVAL);
  expect((await rival.answer('POST', '/merchant/codes/look', { code: codes[1] })).status).toBe(404);
  expect((await rival.answer('POST', '/merchant/codes/redeem', { code: codes[1] })).status).toBe(404);
  expect(await rival.list(`/merchant/codes?order=${order}`)).toEqual([]);
  await enter(page, 'merchant', RIVAL);
  await page.goto(`/console/codes?text=${number}`);
  await expect(page.getByText('没有记录。')).toBeVisible();
  await present(page, codes[1]!);
  await expect(page.getByRole('alert')).toContainText('没有这个码');
  await expect(page.getByText(TITLE)).toHaveCount(0);
  const clerk = await caller('merchant', CLERK);
  expect((await clerk.ask('POST', '/merchant/codes/look', { code: codes[1] }))['status']).toBe('ready');
});
