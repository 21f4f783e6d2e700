// Talks to the server: JSON, problems, the token, and server-sent events over fetch (which can show a token).
import { language } from './words.js';

const TOKEN = 'hongli.token';

/** What the server says no with; `code` is stable, `message` is in the reader's language. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.title || String(status));
    this.status = status;
    this.code = body.code || 'unreachable';
    this.detail = body.detail || '';
  }
}

export function rememberToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

function headers(more) {
  const token = sessionStorage.getItem(TOKEN);
  return {
    'Accept-Language': language(),
    ...(token ? { Authorization: 'Bearer ' + token } : {}),
    ...more,
  };
}

async function answer(response) {
  if (response.ok) {
    return response;
  }
  let body = {};
  try {
    body = await response.json();
  } catch {
    // Something between us and the server answered in its own words.
  }
  throw new Problem(response.status, body);
}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Problem(0, {});
  }
  return answer(response);
}

export async function read(path) {
  return (await call('/api/v1' + path, { headers: headers() })).json();
}

export async function post(path, body) {
  const options = { method: 'POST', headers: headers({ 'Content-Type': 'application/json' }), body: JSON.stringify(body) };
  return (await call('/api/v1' + path, options)).json();
}

export function at(programme, ...rest) {
  return '/programmes/' + [programme, ...rest].map(encodeURIComponent).join('/');
}

/** Calls `told` with every event from position `from` on until `signal` stops it; comes back by itself. */
export async function follow(programme, from, { told, connected, signal }) {
  let last = from - 1;
  while (!signal.aborted) {
    try {
      const path = '/api/v1' + at(programme, 'events') + '?from=' + (last + 1);
      const response = await call(path, { headers: headers(), signal });
      connected(true);
      await lines(response.body, (data) => {
        const event = JSON.parse(data);
        last = event.position;
        told(event);
      });
    } catch (problem) {
      if (problem.status === 401 || problem.status === 404) {
        return;
      }
    }
    if (!signal.aborted) {
      connected(false);
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}

async function lines(body, told) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const parts = (rest + value).split('\n');
    rest = parts.pop();
    parts.filter((line) => line.startsWith('data: ')).forEach((line) => told(line.slice(6)));
  }
}
