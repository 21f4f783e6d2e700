// The way to the server: `uni.request` with the addresses, parameters and answers of its OpenAPI documents.
import { clockTimes } from '@/exact/time';
import { language } from '@/words/words';

export const HOME = import.meta.env.VITE_HONGLI_SERVER ?? '';
const TOKEN = 'hongli.token';

/** What the server, or the way to it, said no to: a problem document. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly expected: string,
    readonly values: Record<string, unknown>,
  ) {
    super(title);
  }

  /** Whether the way to the server is to blame, so that trying again may help. */
  get isAway(): boolean {
    return this.status === 0 || this.status >= 502;
  }

  /** Whether the shop has no such service. */
  get isUnserved(): boolean {
    return this.code === 'path_unknown' || this.code === 'programme_missing' || this.code === 'method_not_allowed';
  }

  get isStranger(): boolean {
    return this.status === 401;
  }

  /** All it has to say, fault by fault where there are several. */
  get text(): string {
    const faults = (this.values.faults as { text?: string }[] | undefined) ?? [];
    const lines = faults.map(({ text }) => text).filter(Boolean);
    return clockTimes(lines.length > 0 ? lines.join(language.value === 'zh' ? '；' : '; ') : [this.title, this.expected].filter(Boolean).join(' · '));
  }
}

export interface Sent {
  query?: object;
  body?: object | ArrayBuffer;
  headers?: Record<string, string>;
  mediaType?: string;
}

/** Asks the server; throws a [Refusal] for anything but a good answer. */
export function ask<T>(method: string, path: string, sent: Sent = {}): Promise<T> {
  const token = keptToken();
  const header: Record<string, string> = {
    'Accept-Language': language.value === 'zh' ? 'zh-CN' : 'en',
    ...(sent.body && { 'Content-Type': sent.mediaType ?? 'application/json' }),
    ...(token && { Authorization: `Bearer ${token}` }),
    ...sent.headers,
  };
  return new Promise((resolve, reject) => {
    uni.request({
      url: HOME + path + queryText(sent.query),
      method: method as 'GET',
      data: sent.body instanceof ArrayBuffer ? sent.body : sent.body && JSON.stringify(sent.body),
      header,
      timeout: 20_000,
      success: ({ statusCode, data }) => {
        if (statusCode >= 200 && statusCode < 300) {
          resolve(data as T);
        } else {
          reject(refusal(statusCode, data));
        }
      },
      fail: () => reject(new Refusal(0, 'away', '', '', {})),
    });
  });
}

function refusal(status: number, data: unknown): Refusal {
  const problem = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const word = (name: string) => (typeof problem[name] === 'string' ? (problem[name] as string) : '');
  return new Refusal(status, word('code') || String(status), word('title'), word('expected'), problem);
}

export function queryText(query: object = {}): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

export function filled(path: string, at: Record<string, string | number> = {}): string {
  return path.replace(/\{(\w+)}/g, (_, name) => encodeURIComponent(String(at[name])));
}

/** Browsers keep the session in a cookie that no script can read; mini-programs have no cookies and keep the token. */
export function keepToken(token: string | undefined): void {
  // #ifndef H5
  if (token) {
    uni.setStorageSync(TOKEN, token);
  } else {
    uni.removeStorageSync(TOKEN);
  }
  // #endif
}

function keptToken(): string {
  let token = '';
  // #ifndef H5
  token = uni.getStorageSync(TOKEN) || '';
  // #endif
  return token;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Having<P, M extends Method> = { [K in keyof P]: P[K] extends { [m in M]: object } ? K : never }[keyof P] & string;
type Content<R> = R extends { content: { 'application/json': infer T } } ? T : void;
type Good<O> = O extends { responses: infer R }
  ? R extends { 200: infer A }
    ? Content<A>
    : R extends { 201: infer A }
      ? Content<A>
      : void
  : never;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : never;
type BodyOf<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never;
type At<K extends string> = K extends `${string}{${string}` ? [at: Record<string, string | number>] : [at?: undefined];

/** The typed ways to the addresses of one document. */
export function serverOf<P>() {
  return {
    read: <K extends Having<P, 'get'>>(path: K, query?: QueryOf<P[K]['get' & keyof P[K]]>, ...[at]: At<K>) =>
      ask<Good<P[K]['get' & keyof P[K]]>>('GET', filled(path, at), { query: query as object }),
    post: <K extends Having<P, 'post'>>(
      path: K,
      body?: BodyOf<P[K]['post' & keyof P[K]]>,
      at?: Record<string, string | number>,
      headers?: Record<string, string>,
    ) =>
      ask<Good<P[K]['post' & keyof P[K]]>>('POST', filled(path, at), { body: (body ?? {}) as object, headers }),
    put: <K extends Having<P, 'put'>>(
      path: K,
      body: BodyOf<P[K]['put' & keyof P[K]]>,
      at?: Record<string, string | number>,
    ) => ask<Good<P[K]['put' & keyof P[K]]>>('PUT', filled(path, at), { body: body as object }),
    patch: <K extends Having<P, 'patch'>>(path: K, body: BodyOf<P[K]['patch' & keyof P[K]]>) =>
      ask<Good<P[K]['patch' & keyof P[K]]>>('PATCH', path, { body: body as object }),
    remove: <K extends Having<P, 'delete'>>(path: K, at?: Record<string, string | number>) =>
      ask<void>('DELETE', filled(path, at)),
  };
}
