// Buying by other ways than the story's: by the keyboard alone, and as a guest. The story runs these at its end, when
// nobody sets the clock forward any more.
import { expect, type Page, test } from '@playwright/test';
import { Caller } from './caller.ts';
import { enter, faults, rest, shoot, SIZES, visit, watch } from './eyes.ts';
import { PASSWORD, SHOPPER } from './place.ts';

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

async function cheapest(): Promise<number> {
  const [goods] = await new Caller().list<{ id: number }>('/mall/goods?sort=price&kind=physical&inStock=true&limit=1');
  return goods!.id;
}

export function buying(): void {
  test.use({ viewport: SIZES.phone });

  test('three presses lead from goods to paid, by the keyboard alone', async ({ page }) => {
    const seen = watch(page);
    await enter(page, 'mall', SHOPPER);
    await visit(page, seen, 'goods', '?id=' + (await cheapest()));
    const steps = [['立即购买', 'confirm'], ['提交订单', 'cashier'], ['^支付', 'result']] as const;
    for (const [name, place] of steps) {
      await press(page, 'button', new RegExp(name));
      await page.waitForURL(new RegExp(place));
      await rest(page, seen);
      expect(await faults(page)).toEqual([]);
      await shoot(page, 'shop-' + place);
    }
    await expect(page.getByText('付款成功')).toBeVisible();
    expect(seen.wrong).toEqual([]);
  });

  test('a sheet keeps the focus, and gives it back', async ({ page }) => {
    const seen = watch(page);
    await enter(page, 'mall', SHOPPER);
    await visit(page, seen, 'goods', '?id=' + (await cheapest()));
    await page.getByRole('button', { name: '立即购买' }).click();
    await page.waitForURL(/confirm/);
    await rest(page, seen);
    const opener = page.getByRole('button', { name: /优惠券/ }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await expect(sheet).toBeFocused();
    await expect.poll(() => faults(page)).toEqual([]);
    await shoot(page, 'shop-sheet');
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => !!document.activeElement?.closest('[role=dialog]'))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('a guest who buys signs up and comes back', async ({ page }) => {
    const seen = watch(page);
    await visit(page, seen, 'goods', '?id=' + (await cheapest()));
    await page.getByRole('button', { name: '立即购买' }).click();
    await page.waitForURL(/enter/);
    await page.getByRole('tab', { name: '注册' }).click();
    await page.getByLabel('手机号或邮箱').fill(`guest${Date.now()}@example.com`);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '注册' }).click();
    await page.waitForURL(/goods/);
    await page.getByRole('button', { name: '立即购买' }).click();
    await page.waitForURL(/confirm/);
    await expect(page.getByText('添加收货地址')).toBeVisible();
    expect(seen.wrong).toEqual([]);
  });
}
