import { defineConfig } from '@playwright/test';

const port = 5183;

// Needs a running server with goods (HONGLI_SERVER), a member to log in as (SHOPPER, SHOPPER_PASSWORD), and a build.
export default defineConfig({
  testDir: '.',
  timeout: 60_000,
  workers: 1,
  reporter: [['list']],
  outputDir: '../test-results',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: { command: `PORT=${port} node serve.mjs`, port, reuseExistingServer: true },
});
