// Asks the server as a program does: for what has to stand before a test, and for what no page may show.
import { PASSWORD, place } from './place.ts';

export type Fields = Record<string, unknown>;
export type Door = 'operator' | 'merchant' | 'mall';

export class Caller {
  token = '';

  /** What the server answers, and how. */
  async answer(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Response> {
    return fetch(place() + '/api/v1' + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': type }),
        ...(this.token ? { Authorization: 'Bearer ' + this.token } : {}),
      },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });
  }

  /** What the server answers where it agrees. */
  async ask<T = Fields>(method: string, path: string, body?: unknown, type?: string): Promise<T> {
    const response = await this.answer(method, path, body, type);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : {}) as T;
  }

  /** The number of what was made. */
  async make(path: string, body: unknown, type?: string): Promise<number> {
    return (await this.ask<{ id: number }>('POST', path, body, type)).id;
  }

  async list<T = Fields>(path: string): Promise<T[]> {
    return (await this.ask<{ items: T[] }>('GET', path)).items;
  }

  async logIn(door: Door, login: string, password = PASSWORD): Promise<Fields> {
    const session = await this.ask('POST', `/${door}/sessions`, { login, password });
    this.token = String(session['token']);
    return session;
  }

  async choose(door: Door, old: string, next = PASSWORD): Promise<void> {
    this.token = String((await this.ask('POST', `/${door}/me/password`, { old, new: next }))['token']);
  }

  async signUp(login: string, name: string, referralCode?: string): Promise<void> {
    const wish = { login, password: PASSWORD, name, ...(referralCode ? { referralCode } : {}) };
    this.token = String((await this.ask('POST', '/mall/members', wish))['token']);
  }
}

/** Somebody who has logged in. */
export async function caller(door: Door, login: string, password = PASSWORD): Promise<Caller> {
  const one = new Caller();
  await one.logIn(door, login, password);
  return one;
}
