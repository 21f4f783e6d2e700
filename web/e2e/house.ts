// A sandbox for the tests: one that runs already (HONGLI_URL, HONGLI_LOGIN, HONGLI_PASSWORD), or a new one on a
// temporary folder, which is gone afterwards. It is filled by its own API.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caller } from './caller.ts';
import { fill } from './fill.ts';
import { OPERATOR } from './place.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OPENING = 600_000;

interface Opened {
  place: string;
  /** Of the first operator. */
  oneTime: string;
}

/** Waits until the server says that it is open. */
function opened(server: ChildProcess): Promise<Opened> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error('server must open: said=' + said)), OPENING);
    const hear = (part: Buffer): void => {
      said += part.toString();
      const operator = /login \S+, one-time password (\S+)/.exec(said);
      const open = /Hongli is open: (http:\S+?)\/ /.exec(said);
      if (operator && open) {
        clearTimeout(late);
        resolve({ place: open[1]!, oneTime: operator[1]! });
      }
    };
    server.stdout!.on('data', hear);
    server.stderr!.on('data', hear);
    server.on('exit', (code) => reject(new Error(`server must stay: code=${code} said=${said}`)));
  });
}

export default async function house(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['HONGLI_URL']) {
    await fill();
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'hongli-e2e-'));
  const words = ['serve', '--sandbox', '--port', '0', '--data', folder];
  const server = spawn(join(ROOT, 'hongli'), words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const close = async (): Promise<void> => {
    server.kill('SIGTERM');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 60_000).unref())]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { place, oneTime } = await opened(server);
    process.env['HONGLI_URL'] = place;
    await (await caller('operator', OPERATOR, oneTime)).choose('operator', oneTime);
    await fill();
  } catch (broken) {
    await close();
    throw broken;
  }
  return close;
}
