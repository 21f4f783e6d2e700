import uni from '@dcloudio/vite-plugin-uni';
import { defineConfig, type Plugin } from 'vite';

const server = process.env.HONGLI_SERVER ?? 'http://127.0.0.1:18082';

/** The components' stylesheets name fonts of another host; a shop loads nothing from elsewhere. */
function ownFontsOnly(): Plugin {
  return {
    name: 'own-fonts-only',
    enforce: 'pre',
    transform(code, id) {
      return /wot-design-uni/.test(id) && code.includes('@font-face')
        ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null }
        : null;
    },
  };
}

export default defineConfig({
  plugins: [ownFontsOnly(), uni()],
  build: { assetsInlineLimit: 2048, chunkSizeWarningLimit: 600 },
  server: {
    port: 5182,
    strictPort: true,
    proxy: { '/api': { target: server, changeOrigin: true } },
  },
});
