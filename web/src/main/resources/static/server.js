// Reads from the server: JSON, problems, the token.
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
