import { defineConfig } from '@playwright/test';

// One server for all. The story goes first: it sets the clock forward, which ends the sessions of whoever works there.
// Then two workers look at the pages. A browser of the system is used, none is fetched.
export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  workers: 2,
  fullyParallel: true,
  // How long something may take on a machine that does much else besides: far beyond what it takes.
  timeout: 600_000,
  globalTimeout: 2_400_000,
  expect: { timeout: 120_000, toPass: { timeout: 240_000 } },
  reporter: [['list']],
  globalSetup: './house.ts',
  projects: [
    { name: 'story', testMatch: 'story.spec.ts' },
    { name: 'pages', testMatch: ['console*.spec.ts', 'shop-*.spec.ts'], dependencies: ['story'] },
  ],
  use: {
    baseURL: process.env['HONGLI_URL'],
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
