// Weighs the JavaScript that the first page loads, gzipped, against its limit.
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { execFileSync } from 'node:child_process';

const LIMIT = 250 * 1024;
const root = 'dist/build/h5';
const page = 'pages-home-home';

const html = await readFile(join(root, 'index.html'), 'utf8');
const names = await readdir(join(root, 'assets'));
const waiting = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map(([, path]) => path.slice(7));
waiting.push(...names.filter((name) => name.startsWith(page) && name.endsWith('.js')));
const weights = new Map();
while (waiting.length > 0) {
  const name = waiting.pop();
  const path = join(root, 'assets', name);
  if (weights.has(name) || !existsSync(path)) {
    continue;
  }
  const text = await readFile(path);
  weights.set(name, gzipSync(text, { level: 9 }).length);
  // Only what is imported at once; pages that are loaded when they are opened do not count.
  for (const [, other] of text.toString().matchAll(/(?:from|^import|;import|\}import)\s*"\.\/([^"]+\.js)"/g)) {
    waiting.push(other);
  }
}
const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
for (const [name, weight] of weights) {
  console.log(`${String(weight).padStart(8)}  ${name}`);
}
console.log(`首页脚本 · JavaScript of the first page: ${total} of ${LIMIT} bytes gzip`);
if (weights.size < 2 || total > LIMIT) {
  console.error('首页脚本超过上限或无法称量 · too heavy, or not to be weighed');
  process.exit(1);
}
execFileSync(process.execPath, ['scripts/hosts.mjs', root], { stdio: 'inherit' });
