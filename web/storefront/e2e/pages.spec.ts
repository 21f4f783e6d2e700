// Every page, at the size of a phone and of a desk: it loads, keeps to its own host, does not overflow, and has no
// serious fault of accessibility. With SHOTS set to a folder, a picture of each is put there.
import { expect, test } from '@playwright/test';
import { enter, findings, open, watch } from './shop';

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };
const PAGES: [name: string, query: string, entered: boolean][] = [
  ['home', '', false],
  ['category', '', false],
  ['search', '?text=%E8%8C%B6', false],
  ['search', '?text=nothingmatchesthis', false],
  ['goods', '?id=GOODS', false],
  ['goods', '?id=99999999', false],
  ['enter', '', false],
  ['basket', '', false],
  ['me', '', false],
  ['assets', '', false],
  ['basket', '', true],
  ['me', '', true],
  ['orders', '', true],
  ['orders', '?status=cancelled', true],
  ['order', '?id=ORDER', true],
  ['aftersale', '?order=ORDER&line=LINE', true],
  ['cases', '', true],
  ['review', '?order=ORDER&line=LINE', true],
  ['addresses', '', true],
  ['address', '', true],
  ['coupons', '?tab=centre', true],
  ['coupons', '?tab=usable', true],
  ['vouchers', '', true],
  ['assets', '', true],
  ['grants', '', true],
  ['wallet', '', true],
  ['invite', '', true],
  ['messages', '', true],
  ['settings', '', true],
];

for (const [name, query, entered] of PAGES) {
  test(`${name}${query} ${entered ? 'of a member' : 'of a guest'}`, async ({ page }) => {
    const seen = watch(page);
    if (entered) {
      await enter(page);
    }
    const whole = await filled(page, query);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      if (size === 'phone') {
        await open(page, name, whole);
      } else {
        await page.waitForTimeout(200);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (process.env.SHOTS) {
        const kind = query.replace(/[^a-z0-9]+/gi, '-');
        const path = `${process.env.SHOTS}/${name}${kind}-${entered ? 'member' : 'guest'}-${size}.png`;
        await page.screenshot({ path, fullPage: true });
      }
      expect.soft(wide, `overflows at ${size}`).toBeLessThanOrEqual(0);
      expect.soft(await findings(page), `faults at ${size}`).toEqual([]);
    }
    expect(seen.faults).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(page.url()).host]);
  });
}

async function filled(page: import('@playwright/test').Page, query: string): Promise<string> {
  let text = query;
  if (text.includes('GOODS')) {
    const { items } = await (await page.request.get('/api/v1/mall/goods?sort=-sold&limit=1')).json();
    text = text.replace('GOODS', items[0].id);
  }
  if (text.includes('ORDER')) {
    const { items } = await (await page.request.get('/api/v1/mall/orders?status=completed&limit=1')).json();
    const order = await (await page.request.get(`/api/v1/mall/orders/${items[0].id}`)).json();
    text = text.replace('ORDER', order.id).replace('LINE', order.lines[0].id);
  }
  return text;
}
