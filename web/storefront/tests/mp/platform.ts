// What WeChat lends a mini-program, as far as the shop uses it, without its tools: storage, requests, pages.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';

const require = createRequire(`${process.cwd()}/package.json`);
const ROOT = `${process.cwd()}/dist/build/mp-weixin`;

export interface Asked {
  method: string;
  path: string;
  body: unknown;
  header: Record<string, string>;
}

type Answer = unknown | ((asked: Asked) => unknown);

/** What was asked, and where pages went. */
export const asked: Asked[] = [];
export const went: string[] = [];
const kept = new Map<string, unknown>();
let answers: Record<string, Answer> = {};

/** Sets what `GET /api/v1/…` is answered with; everything else is unknown. */
export function answer(given: Record<string, Answer>): void {
  answers = given;
  asked.length = 0;
  went.length = 0;
}

export const storage = { keep: (name: string, value: unknown) => kept.set(name, value), kept: (name: string) => kept.get(name) };

interface Request {
  url: string;
  method?: string;
  data?: string;
  header: Record<string, string>;
  success: (told: { statusCode: number; data: unknown }) => void;
}

function request({ url, method = 'GET', data, header, success }: Request) {
  const path = url.replace(/^https?:\/\/[^/]+/, '');
  const each: Asked = { method, path, body: data ? JSON.parse(data) : undefined, header };
  asked.push(each);
  const found = answers[`${method} ${path.split('?')[0]}`];
  const told = typeof found === 'function' ? (found as (asked: Asked) => unknown)(each) : found;
  setTimeout(() =>
    success(told === undefined ? { statusCode: 404, data: { code: 'path_unknown' } } : { statusCode: 200, data: told }),
  );
  return { abort: () => undefined };
}

const device = {
  platform: 'devtools', SDKVersion: '3.6.0', windowWidth: 390, windowHeight: 844, pixelRatio: 2, language: 'zh_CN',
  system: 'iOS 18', model: 'phone', brand: 'phone', version: '8.0.0', statusBarHeight: 44, safeArea: {},
};
const open = ({ url }: { url: string }) => void went.push(url);
const own: Record<string, unknown> = {
  request,
  getStorageSync: (name: string) => kept.get(name) ?? '',
  setStorageSync: (name: string, value: unknown) => kept.set(name, value),
  removeStorageSync: (name: string) => kept.delete(name),
  getSystemInfoSync: () => device,
  getAppBaseInfo: () => device,
  getWindowInfo: () => device,
  getDeviceInfo: () => device,
  getLaunchOptionsSync: () => ({ query: {} }),
  getEnterOptionsSync: () => ({ query: {} }),
  canIUse: () => true,
  navigateTo: open,
  redirectTo: open,
  switchTab: open,
};

let app: { onLaunch?: (launched: object) => void } = {};
let simulate: {
  load: (path: string, name: string, how: object) => string;
  render: (id: string) => Rendered;
};

interface Rendered {
  attach: (parent: Element) => void;
  detach: () => void;
  dom: Element;
  instance: { onLoad?: (query: object) => void; onShow?: () => void; onUnload?: () => void };
}

/** Starts the built mini-program. */
export function launch(): void {
  if (!existsSync(`${ROOT}/app.js`)) {
    throw new Error('the mini-program must be built: npm run build:mp-weixin');
  }
  const platform = new Proxy(own, { get: (names, name: string) => (names[name] ??= () => undefined) });
  Object.assign(globalThis, {
    wx: platform,
    App: (made: typeof app) => (app = made),
    Page: () => undefined,
    getApp: () => app,
    getCurrentPages: () => [],
  });
  simulate = require('miniprogram-simulate');
  require(`${ROOT}/app.js`);
  app.onLaunch?.({ query: {} });
}

/** Opens a page, and closes it by what is returned. What it shows comes later: wait for it by `expect.poll`. */
export function opened(page: string, query: Record<string, string> = {}) {
  const id = simulate.load(`${ROOT}/pages/${page}/${page}`, page, { compiler: 'official', rootPath: ROOT });
  const rendered = simulate.render(id);
  rendered.attach(document.body);
  rendered.instance.onLoad?.(query);
  rendered.instance.onShow?.();
  return {
    text: () => rendered.dom.textContent ?? '',
    /** Touches what says `words`, as soon as it stands there. */
    tap: async (words: string) => {
      await expect.poll(() => saying(rendered.dom, words), { message: `nothing says “${words}”` }).toBeDefined();
      touch(saying(rendered.dom, words)!);
    },
    close: () => {
      rendered.instance.onUnload?.();
      rendered.detach();
    },
  };
}

/** The innermost thing that says `words` and nothing else. */
function saying(dom: Element, words: string): Element | undefined {
  return [...dom.querySelectorAll('*')].filter((each) => each.textContent?.trim() === words).at(-1);
}

function touch(target: Element): void {
  const finger = { identifier: 1, pageX: 5, pageY: 5, clientX: 5, clientY: 5, target };
  for (const [name, fingers] of [['touchstart', [finger]], ['touchend', []]] as const) {
    const event = new Event(name, { bubbles: true, cancelable: true });
    target.dispatchEvent(Object.assign(event, { touches: fingers, changedTouches: [finger], targetTouches: fingers }));
  }
}
