// Talks to the server: typed by its own documents, problems as one kind of error, the session as the browser's cookie.
import type { paths } from './generated/all';
import { written } from '@/logic/query';
import { clockTimes } from '@/logic/time';
import { language } from '@/words';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Deep<T> = T extends (infer U)[] ? Deep<U>[] : T extends object ? { [K in keyof T]-?: Deep<T[K]> } : T;
type Content<R> = R extends { content: { 'application/json': infer B } } ? Deep<B> : void;
type Good<R> = R extends { 200: infer A } ? Content<A> : R extends { 201: infer A } ? Content<A> : void;
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M & keyof paths[P]]>;
export type Answer<P extends keyof paths, M extends Method = 'get'> =
  Operation<P, M> extends { responses: infer R } ? Good<R> : void;
type Sent<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { requestBody?: { content: { 'application/json': infer B } } } ? B : undefined;

/** One of the things in a list of the server. */
export type Item<P extends keyof paths> = Answer<P> extends { items: (infer T)[] } ? T : never;

export interface Page<T> {
  items: T[];
  next?: string | null;
}

interface Asking<P extends keyof paths, M extends Method> {
  at?: Record<string, string | number>;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: Sent<P, M>;
  key?: string;
  signal?: AbortSignal;
}

export interface Fault {
  field: string;
  code: string;
  text: string;
  expected?: string;
}

/** What the server says no with; `code` is stable, the texts are in the reader's language. */
export class Problem extends Error {
  /** How far the work had come when it was refused. */
  where?: string;

  constructor(readonly status: number, readonly body: { title?: string; detail?: string; code?: string; faults?: Fault[] }) {
    super(body.title ?? String(status));
  }

  get code(): string {
    return this.body.code ?? (this.status === 0 ? 'unreachable' : 'unknown');
  }

  get detail(): string {
    return clockTimes(this.body.detail ?? '');
  }

  get faults(): Fault[] {
    return this.body.faults ?? [];
  }
}

export type Door = 'operator' | 'merchant';
const TOKEN = 'hongli.token';
let door: Door = 'operator';
let refused: (problem: Problem) => void = () => {};

/** Whose addresses [own] leads to from now on. */
export function enter(chosen: Door): void {
  door = chosen;
}

/** Is told of every answer that asks for a log-in. */
export function whenRefused(told: (problem: Problem) => void): void {
  refused = told;
}

/** The operators' address, or the same of the merchant where a clerk has logged in. */
export function own<P extends keyof paths>(path: P): P {
  return (door === 'merchant' ? path.replace('/api/v1/operator/', '/api/v1/merchant/') : path) as P;
}

export function rememberToken(token: string): void {
  sessionStorage.setItem(TOKEN, token);
}

/** The token of the server itself, which it may ask for at the addresses of programmes, and there alone. */
function headers(path: string): Record<string, string> {
  const token = sessionStorage.getItem(TOKEN);
  const isMall = /^\/api\/v1\/(mall|merchant|operator)\//.test(path);
  return { 'Accept-Language': language(), ...(token && !isMall ? { Authorization: 'Bearer ' + token } : {}) };
}

export function address(path: string, at: Record<string, string | number> = {}): string {
  return path.replace(/\{(\w+)}/g, (_, name: string) => encodeURIComponent(String(at[name] ?? '')));
}

export async function call(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { method, ...init, headers: { ...headers(path), ...init.headers } });
  } catch (broken) {
    if (broken instanceof DOMException && broken.name === 'AbortError') throw broken;
    throw new Problem(0, {});
  }
  if (response.ok) return response;
  const problem = new Problem(response.status, await response.json().catch(() => ({})));
  if (problem.code === 'login_required') refused(problem);
  throw problem;
}

async function ask<P extends keyof paths, M extends Method>(method: M, path: P, asking: Asking<P, M>): Promise<Answer<P, M>> {
  const init: RequestInit = { signal: asking.signal ?? null };
  if (method !== 'get' && method !== 'delete') {
    init.body = JSON.stringify(asking.body ?? {});
    init.headers = { 'Content-Type': 'application/json', ...(asking.key ? { 'Idempotency-Key': asking.key } : {}) };
  }
  const response = await call(method.toUpperCase(), address(path, asking.at) + written(asking.query ?? {}), init);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as Answer<P, M>;
}

export const get = <P extends keyof paths>(path: P, asking: Asking<P, 'get'> = {}) => ask('get', path, asking);
export const post = <P extends keyof paths>(path: P, asking: Asking<P, 'post'> = {}) => ask('post', path, asking);
export const put = <P extends keyof paths>(path: P, asking: Asking<P, 'put'> = {}) => ask('put', path, asking);
export const remove = <P extends keyof paths>(path: P, asking: Asking<P, 'delete'> = {}) => ask('delete', path, asking);

/** A key for one submission; this also works where the page came without encryption. */
export function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Every item of a list, page by page, at most `most`. */
export async function all<T>(page: (cursor: string | undefined) => Promise<Page<T>>, most = 2_000): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const found = await page(cursor);
    items.push(...found.items);
    cursor = found.next ?? undefined;
  } while (cursor && items.length < most);
  return items;
}
