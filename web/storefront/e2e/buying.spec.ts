// From goods to paid in three presses, by the keyboard alone.
import { expect, test, type Page } from '@playwright/test';
import { enter, findings, open, settled, watch } from './shop';

test.use({ viewport: { width: 390, height: 844 } });

/** Goes on by Tab until something of this role and name has the focus, then presses Enter. */
async function press(page: Page, role: 'button' | 'link', name: RegExp): Promise<void> {
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const { activeElement: at } = document;
      return { role: at?.getAttribute('role'), name: at?.getAttribute('aria-label') || at?.textContent || '' };
    });
    if (found.role === role && name.test(found.name)) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`no ${role} to be reached by the keyboard: ${name}`);
}

test('three presses lead from goods to paid, by the keyboard alone', async ({ page }) => {
  const seen = watch(page);
  await enter(page);
  const { items } = await (await page.request.get('/api/v1/mall/goods?sort=price&kind=physical&inStock=true&limit=1')).json();
  await open(page, 'goods', `?id=${items[0].id}`);
  await press(page, 'button', /立即购买/);
  await page.waitForURL(/confirm/);
  await settled(page);
  expect(await findings(page)).toEqual([]);
  await shoot(page, 'confirm');
  await press(page, 'button', /提交订单/);
  await page.waitForURL(/cashier/);
  await settled(page);
  expect(await findings(page)).toEqual([]);
  await shoot(page, 'cashier');
  await press(page, 'button', /^支付/);
  await page.waitForURL(/result/, { timeout: 30_000 });
  await settled(page);
  await expect(page.getByText('付款成功')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await shoot(page, 'result');
  expect(seen.faults).toEqual([]);
});

test('a sheet keeps the focus, and gives it back', async ({ page }) => {
  await enter(page);
  const { items } = await (await page.request.get('/api/v1/mall/goods?sort=price&kind=physical&inStock=true&limit=1')).json();
  await open(page, 'goods', `?id=${items[0].id}`);
  await page.getByRole('button', { name: '立即购买' }).click();
  await page.waitForURL(/confirm/);
  await settled(page);
  const opener = page.getByRole('button', { name: /优惠券/ }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.waitForTimeout(500);
  expect(await findings(page)).toEqual([]);
  await shoot(page, 'sheet');
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => !!document.activeElement?.closest('[role=dialog]'))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a guest who buys logs in and comes back', async ({ page }) => {
  const { items } = await (await page.request.get('/api/v1/mall/goods?kind=physical&inStock=true&limit=1')).json();
  await open(page, 'goods', `?id=${items[0].id}`);
  await page.getByRole('button', { name: '立即购买' }).click();
  await page.waitForURL(/enter/);
  await page.getByRole('tab', { name: '注册' }).click();
  await page.getByLabel('手机号或邮箱').fill(`e2e${Date.now()}@example.com`);
  await page.getByLabel('密码').fill('Lantern-River-42');
  await page.getByRole('button', { name: '注册' }).click();
  await page.waitForURL(/goods/);
  await page.getByRole('button', { name: '立即购买' }).click();
  await page.waitForURL(/confirm/);
});

test('all of it speaks English', async ({ page }) => {
  await enter(page);
  await open(page, 'me');
  await page.getByRole('button', { name: 'English' }).click();
  await settled(page);
  await expect(page.getByText('My orders')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  for (const name of ['home', 'assets', 'wallet', 'settings', 'invite', 'coupons', 'orders']) {
    await open(page, name);
    await shoot(page, `${name}-en`);
  }
});

async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) {
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-phone.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.waitForTimeout(200);
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-desk.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
  }
}
