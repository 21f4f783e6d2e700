import uni from '@dcloudio/vite-plugin-uni';
import { defineConfig, type Plugin } from 'vite';

const server = process.env.HONGLI_SERVER ?? 'http://127.0.0.1:18082';

/** Stylesheets of libraries name fonts and pictures of other hosts; a shop loads nothing from elsewhere. */
function ownHostOnly(): Plugin {
  return {
    name: 'own-host-only',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && /\.(css|wxss)$/.test(file.fileName)) {
            file.source = String(file.source)
              .replace(/@font-face\s*\{[^}]*\/\/[^}]*\}/g, '')
              .replace(/url\(\s*["']?https?:\/\/[^)]*\)/g, 'none');
          }
        }
      },
    },
  };
}

export default defineConfig({
  plugins: [uni(), ownHostOnly()],
  build: { assetsInlineLimit: 2048, chunkSizeWarningLimit: 600 },
  server: {
    port: 5182,
    strictPort: true,
    proxy: { '/api': { target: server, changeOrigin: true } },
  },
});
