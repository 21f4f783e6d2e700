import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const server = 'http://127.0.0.1:18081';

export default defineConfig({
  base: '/console/',
  plugins: [vue()],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  define: { __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  build: { target: 'es2022', chunkSizeWarningLimit: 700, assetsInlineLimit: 0, reportCompressedSize: false },
  server: { port: 18181, proxy: { '/api': server, '/healthz': server, '/metrics': server } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
});
