import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const server = process.env['HONGLI_SERVER'] ?? 'http://127.0.0.1:18081';
const proxy = { '/api': server, '/healthz': server, '/metrics': server };

/** As the server says it. */
const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export default defineConfig({
  base: '/console/',
  plugins: [vue()],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  define: { __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  build: { target: 'es2022', chunkSizeWarningLimit: 700, assetsInlineLimit: 0, reportCompressedSize: false },
  server: { port: 18181, proxy },
  preview: { port: 18182, strictPort: true, proxy, headers: { 'Content-Security-Policy': policy } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
