// A server for the tests: one that runs already (HONGLI_URL, HONGLI_LOGIN, HONGLI_PASSWORD), or a new one on a
// temporary folder, which is gone afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fill } from './fill.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PORT = process.env['HONGLI_PORT'] ?? '18083';
const OPENING = 240_000;
export const PASSWORD = 'a-Long-passw0rd-of-tests';

interface Welcome {
  login: string;
  oneTime: string;
}

/** Waits until the server says that it is open, and what the first operator's password is. */
function opened(server: ChildProcess): Promise<Welcome> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error('server must open: said=' + said)), OPENING);
    const hear = (part: Buffer): void => {
      said += part.toString();
      const operator = /login (\S+), one-time password (\S+)/.exec(said);
      if (operator && /Hongli is open/.test(said)) {
        clearTimeout(late);
        resolve({ login: operator[1]!, oneTime: operator[2]! });
      }
    };
    server.stdout!.on('data', hear);
    server.stderr!.on('data', hear);
    server.on('exit', (code) => reject(new Error(`server must stay: code=${code} said=${said}`)));
  });
}

export default async function house(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['HONGLI_URL']) {
    await fill(process.env['HONGLI_URL'], process.env['HONGLI_LOGIN'] ?? 'admin', process.env['HONGLI_PASSWORD'] ?? PASSWORD);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'hongli-e2e-'));
  const server = spawn(join(ROOT, 'hongli'), ['serve', '--port', PORT, '--data', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const { login, oneTime } = await opened(server);
  process.env['HONGLI_URL'] = 'http://127.0.0.1:' + PORT;
  process.env['HONGLI_LOGIN'] = login;
  process.env['HONGLI_ONE_TIME'] = oneTime;
  process.env['HONGLI_PASSWORD'] = PASSWORD;
  return async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.removeAllListeners('exit');
    server.once('exit', () => undefined);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await Promise.race([gone, ended, new Promise((resolve) => setTimeout(resolve, 20_000))]);
    rmSync(folder, { recursive: true, force: true });
  };
}
