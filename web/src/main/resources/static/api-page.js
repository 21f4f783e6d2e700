// A readable page of the API's document.
import { clear, el, notice } from './parts.js';
import { read, rememberToken } from './server.js';
import { half, speak, t } from './words.js';

const view = document.getElementById('view');
let problems = [];

async function start() {
  try {
    const document = await read('/openapi.json');
    problems = document['x-problems'];
    clear(view, ...page(document));
    const target = window.document.getElementById(decodeURIComponent(location.hash.slice(1)));
    target?.scrollIntoView();
  } catch (problem) {
    if (problem.status === 401) {
      askForToken();
    } else {
      notice(problem);
    }
  }
}

function askForToken() {
  const input = el('input', { type: 'password', autocomplete: 'off', 'aria-label': t('token'), required: true });
  const enter = (event) => {
    event.preventDefault();
    rememberToken(input.value.trim());
    start();
  };
  const form = el('form.search', { onsubmit: enter }, input, el('button', { type: 'submit' }, t('enter')));
  clear(view, el('section.panel.empty', {}, el('h1', {}, t('tokenTitle')), el('p', {}, t('tokenText')), form));
}

function page(document) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method, one })),
  );
  const groups = document.tags.map((tag) => [tag, operations.filter(({ one }) => one.tags.includes(tag.name))]);
  return [
    el('section.panel', {}, el('h1', {}, document.info.title), el('p', {}, half(document.info.summary)), el('p.quiet', {}, half(document.info.description)), contents(groups)),
    ...groups.flatMap(([tag, ones]) => [el('h2', {}, half(tag.description)), ...ones.map((one) => operation(one, document))]),
    el('h2', { id: 'schemas' }, t('schemas')),
    ...Object.entries(document.components.schemas).map(([name, one]) => schema(name, one)),
    el('h2', { id: 'problems' }, t('problems')),
    el('p.quiet', {}, t('problemsText')),
    problemTable(),
  ];
}

function contents(groups) {
  const links = groups.flatMap(([, ones]) =>
    ones.map(({ path, method, one }) =>
      el('li', {}, el('a', { href: '#' + one.operationId }, el('code.method.' + method, {}, method.toUpperCase()), ' ', el('code', {}, path)), el('span.quiet', {}, ' ' + half(one.summary))),
    ),
  );
  const rest = [['schemas', t('schemas')], ['problems', t('problems')]];
  return el('ul.contents', {}, links, rest.map(([id, text]) => el('li', {}, el('a', { href: '#' + id }, text))));
}

function operation({ path, method, one }, document) {
  const body = Object.entries(one.requestBody?.content ?? {})[0];
  return el(
    'section.panel.operation', { id: one.operationId },
    el('h3', {}, el('code.method.' + method, {}, method.toUpperCase()), ' ', el('code', {}, path)),
    el('p', {}, el('strong', {}, half(one.summary)), one.description ? ' — ' + half(one.description) : ''),
    one.parameters ? parameters(one.parameters) : null,
    body ? [el('h4', {}, t('request') + ' · ' + body[0]), examples(body[1])] : null,
    el('h4', {}, t('responses')),
    el('table', {}, el('tbody', {}, Object.entries(one.responses).map(([status, answer]) => response(status, answer)))),
    success(one),
  );
}

function success(one) {
  const content = Object.values(one.responses['200']?.content ?? {})[0];
  return content?.example === undefined ? null : sample(content.example);
}

function examples(content) {
  if (content.examples) {
    return Object.values(content.examples).map(({ value }) => el('pre.row', {}, JSON.stringify(value)));
  }
  return sample(content.example);
}

function sample(value) {
  return el('pre', {}, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
}

function parameters(all) {
  const rows = all.map((one) =>
    el(
      'tr', {},
      el('td', {}, el('code', {}, one.name), el('span.quiet.small', {}, ' ' + one.in + (one.required ? ' · ' + t('required') : ''))),
      el('td', {}, half(one.description ?? one.schema.description), limits(one.schema)),
    ),
  );
  return [el('h4', {}, t('parameters')), el('table', {}, el('tbody', {}, rows))];
}

function limits(one) {
  const parts = [];
  if (one.minimum !== undefined || one.maximum !== undefined) {
    parts.push(`${one.minimum ?? ''}…${one.maximum ?? ''}`);
  }
  if (one.default !== undefined) {
    parts.push('= ' + one.default);
  }
  return parts.length ? el('span.quiet.small', {}, ' (' + parts.join(', ') + ')') : null;
}

function response(status, answer) {
  const codes = [...answer.description.matchAll(/`(\w+)`/g)].map((found) => found[1]);
  const schemaName = Object.values(answer.content ?? {})[0]?.schema?.$ref?.split('/').pop();
  const text = codes.length
    ? codes.map((code, i) => [i ? ' ' : '', el('a', { href: '#' + code, title: title(code) }, el('code', {}, code))])
    : [half(answer.description), schemaName ? [' ', el('a', { href: '#schema-' + schemaName }, schemaName)] : ''];
  return el('tr', {}, el('td', {}, el('code', {}, status)), el('td', {}, text.flat(2)));
}

function title(code) {
  return problems.find((one) => one.code === code)?.[t('lang')] ?? '';
}

function schema(name, one) {
  const fields = Object.entries(one.properties ?? {}).map(([field, type]) =>
    el(
      'tr', {},
      el('td', {}, el('code', {}, field), one.required?.includes(field) ? '' : el('span.quiet', {}, ' ?')),
      el('td', {}, typeText(type), ' ', half(type.description), type.examples ? el('span.quiet.small', {}, ` ${t('example')} ${JSON.stringify(type.examples[0])}`) : null),
    ),
  );
  const choices = (one.oneOf ?? []).map((ref, i) => [i ? ' · ' : '', el('a', { href: '#schema-' + ref.$ref.split('/').pop() }, ref.$ref.split('/').pop())]);
  return el(
    'section.panel.operation', { id: 'schema-' + name },
    el('h3', {}, el('code', {}, name)), el('p', {}, half(one.description)),
    choices.length ? el('p', {}, choices.flat()) : null,
    fields.length ? el('table', {}, el('tbody', {}, fields)) : null,
  );
}

function typeText(type) {
  const name = (type.$ref ?? type.items?.$ref)?.split('/').pop();
  if (name) {
    return el('span', {}, el('a', { href: '#schema-' + name }, name), type.items ? '[]' : '');
  }
  const text = type.const !== undefined ? JSON.stringify(type.const) : type.enum && type.enum.length < 8 ? type.enum.join(' | ') : type.type === 'array' ? (type.items?.type ?? '') + '[]' : type.type;
  return el('code.quiet', {}, text ?? '');
}

function problemTable() {
  const rows = problems.map((one) =>
    el(
      'tr', { id: one.code },
      el('td', {}, el('code', {}, one.code)), el('td', {}, String(one.status)),
      el('td', {}, el('strong', {}, one[t('lang')]), el('div.quiet', {}, one[t('lang') === 'zh' ? 'expectedZh' : 'expectedEn'])),
    ),
  );
  return el('section.panel', {}, el('table', {}, el('tbody', {}, rows)));
}

speak(start);
start();
