// Refuses a build whose files name another host to load something from.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

// Names and notes that nothing is ever loaded from.
const HARMLESS = [/^https?:\/\/www\.w3\.org\//, /^https?:\/\/(localhost|127\.0\.0\.1)(?![\w.])/];
const LOADED = /(?:url\(\s*["']?|src\s*[:=]\s*\\?["']|href\s*[:=]\s*\\?["']|import\s*\(?\s*["']|@import\s+["'])((?:https?:)?\/\/[^\s"'`)\\<>]+)/g;

const root = process.argv[2] ?? 'dist/build/h5';
const own = process.env.VITE_HONGLI_SERVER;
const found = [];
for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|mjs|css|html|json|wxml|wxss|wxs|svg)$/.test(entry.name)) {
    continue;
  }
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const text = await readFile(path, 'utf8');
  for (const [, address] of text.matchAll(LOADED)) {
    if (!HARMLESS.some((harmless) => harmless.test(address)) && !(own && address.startsWith(own))) {
      found.push(`${path}: ${address}`);
    }
  }
}
if (found.length > 0) {
  console.error(`页面只能从本站载入 · Pages load from their own host alone:\n${found.join('\n')}`);
  process.exit(1);
}
console.log(`没有来自其他主机的内容 · nothing from another host: ${root}`);
