import { defineConfig } from '@playwright/test';

// One worker: all tests share one server and what stands in it. A browser of the system is used, none is fetched.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'results',
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  reporter: [['list']],
  globalSetup: './house.ts',
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
