// The pictures of the README, from a demonstration that runs: HONGLI_URL=http://127.0.0.1:8080 npm run pictures
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const place = process.env['HONGLI_URL'] ?? 'http://127.0.0.1:8080';
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const DESK = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});

async function token(door, login) {
  const body = JSON.stringify({ login, password: 'hongli-demo' });
  const answer = await fetch(`${place}/api/v1/${door}/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  return (await answer.json()).token;
}

async function entered(viewport, cookie, value) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  await context.addCookies([{ name: cookie, value, url: place, httpOnly: true, sameSite: 'Lax' }]);
  return context.newPage();
}

async function take(page, path, name) {
  await page.goto('about:blank');
  await page.goto(place + path);
  await page.locator('h1, [aria-level="1"]').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton, .bones') === null);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${folder}${name}.jpg`, type: 'jpeg', quality: 82 });
}

const desk = await entered(DESK, 'hongli_worker', await token('operator', 'admin'));
await take(desk, '/console/', 'console-home');
await take(desk, '/console/programme', 'console-programme');
const phone = await entered(PHONE, 'hongli_member', await token('mall', 'xiaoman@example.com'));
await take(phone, '/#/pages/home/home', 'shop-home');
await take(phone, '/#/pages/goods/goods?id=1', 'shop-goods');
await take(phone, '/#/pages/assets/assets', 'shop-assets');
await browser.close();
