// Serves the built shop as the server will, its headers included, and hands the API on to HONGLI_SERVER.
import { createServer, request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const api = new URL(process.env.HONGLI_SERVER ?? 'http://127.0.0.1:18082');
const port = Number(process.env.PORT ?? 5183);
const root = new URL('../dist/build/h5/', import.meta.url).pathname;
const TYPES = { '.html': 'text/html;charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json' };
const POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

createServer(async (asked, answer) => {
  const { pathname } = new URL(asked.url, 'http://shop');
  if (pathname.startsWith('/api/')) {
    const headers = { ...asked.headers, host: api.host };
    if (headers.origin) {
      headers.origin = api.origin;
    }
    const passed = request({ host: api.hostname, port: api.port, path: asked.url, method: asked.method, headers }, (told) => {
      answer.writeHead(told.statusCode, told.headers);
      told.pipe(answer);
    });
    passed.on('error', () => answer.writeHead(502).end());
    asked.pipe(passed);
    return;
  }
  const path = join(root, normalize(pathname));
  const file = extname(path) && path.startsWith(root) ? path : join(root, 'index.html');
  try {
    const content = await readFile(file);
    answer.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY });
    answer.end(content);
  } catch {
    answer.writeHead(404).end();
  }
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`));
