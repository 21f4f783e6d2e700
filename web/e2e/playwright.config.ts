import { defineConfig } from '@playwright/test';
import { PLACE } from './place.ts';

// Two workers on one server. The story sets the clock forward, so the shop waits for its end; the console, which no
// time concerns, goes over its pages beside it. A browser of the system is used, none is fetched.
export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  workers: 2,
  timeout: 60_000,
  reporter: [['list']],
  globalSetup: './house.ts',
  projects: [
    { name: 'story', testMatch: 'story.spec.ts' },
    { name: 'console', testMatch: 'console.spec.ts' },
    { name: 'shop', testMatch: 'shop-*.spec.ts', dependencies: ['story'] },
  ],
  use: {
    baseURL: PLACE,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
