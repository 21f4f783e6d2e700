import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * Has the browser draw what stands in the page before it runs the shop: scripts are fetched meanwhile, and begun after
 * the first frame, or soon where no frame is drawn.
 */
function drawFirst(): Plugin {
  return {
    name: 'draw-first',
    apply: 'build',
    writeBundle({ dir = '.' }) {
      const page = join(dir, 'index.html');
      if (!existsSync(page)) {
        return;
      }
      const html = readFileSync(page, 'utf8');
      const [script, shop] = /<script type="module"[^>]* src="\/assets\/(index-[^"]+\.js)"><\/script>/.exec(html) ?? [];
      if (!script) {
        throw new Error('page must name the script of the shop');
      }
      const start =
        `const begin=()=>import("./${shop}");` +
        'document.hidden?begin():(requestAnimationFrame(()=>setTimeout(begin)),setTimeout(begin,300));\n';
      const name = `start-${createHash('sha256').update(start).digest('hex').slice(0, 8)}.js`;
      writeFileSync(join(dir, 'assets', name), start);
      const early = `<link rel="modulepreload" crossorigin href="/assets/${shop}">`;
      writeFileSync(page, html.replace(script, `${early}<script type="module" crossorigin src="/assets/${name}"></script>`));
    },
  };
}

export default defineConfig({
  plugins: [uni(), ownHostOnly(), drawFirst()],
  build: { assetsInlineLimit: 2048, chunkSizeWarningLimit: 600 },
  server: {
    port: 5182,
    strictPort: true,
    proxy: { '/api': { target: server, changeOrigin: true } },
  },
});
