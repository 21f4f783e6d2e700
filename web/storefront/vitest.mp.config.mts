import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/mp/*.test.ts'],
    environment: 'jsdom',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000, interval: 20 } },
  },
});
