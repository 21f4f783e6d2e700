// Members: the table, and one member with its statement.
import { amount, clear, count, decimal, el, notice, points, time, yuan } from './parts.js';
import { at, read } from './server.js';
import { t } from './words.js';

const PAGE = 20;

/** The table of a programme's members, with paging and search. */
export function memberTable(programme) {
  const body = el('tbody');
  const range = el('span.quiet');
  const back = el('button.plain', { type: 'button', onclick: () => turn(-PAGE) }, t('back'));
  const more = el('button.plain', { type: 'button', onclick: () => turn(PAGE) }, t('more'));
  const input = el('input', { type: 'search', placeholder: t('search'), 'aria-label': t('search'), maxlength: '128' });
  const search = el('form.search', { role: 'search', onsubmit: find }, input, el('button', { type: 'submit' }, t('find')));
  const columns = ['member', 'points', 'value', 'quota', 'cash', 'constant', 'tier'];
  const head = el('tr', {}, columns.map((name) => el('th', { scope: 'col' }, t(name))));
  const frame = el(
    'section.panel.members', {},
    el('div.bar', {}, el('h2', {}, t('holdings')), search),
    el('div.scroll', {}, el('table', {}, el('thead', {}, head), body)),
    el('div.bar', {}, el('span.quiet.small', {}, t('valueNote')), el('div.pager', {}, range, back, more)),
  );
  let from = 0;
  let found = null;

  function turn(by) {
    from = Math.max(0, from + by);
    refresh();
  }

  function find(event) {
    event.preventDefault();
    found = input.value.trim() || null;
    refresh();
  }

  async function refresh() {
    try {
      if (found) {
        show([await read(at(programme, 'members', found))], 1, 0);
      } else {
        const page = await read(at(programme, 'members') + `?limit=${PAGE}&cursor=${from}`);
        show(page.members, page.total, from);
      }
    } catch (problem) {
      if (problem.code === 'member_unknown') {
        clear(body, el('tr', {}, el('td', { colspan: '7', class: 'quiet center' }, problem.message)));
      } else {
        notice(problem);
      }
    }
  }

  function show(members, total, first) {
    const empty = el('tr', {}, el('td', { colspan: '7', class: 'quiet center' }, t('noMembers')));
    clear(body, ...(members.length ? members.map(row) : [empty]));
    range.textContent = members.length ? t('of', { from: count(first + 1), to: count(first + members.length), total: count(total) }) : '';
    back.hidden = first === 0;
    more.hidden = first + members.length >= total;
  }

  function row(member) {
    const open = () => showMember(programme, member.member);
    const name = el('button.link', { type: 'button', onclick: open }, member.member);
    const cell = (label, ...content) => el('td', { 'data-label': t(label) }, ...content);
    return el(
      'tr', {},
      cell('member', name, member.merchant ? el('span.tag', {}, t('merchant')) : null),
      cell('points', decimal(member.points, 6)),
      cell('value', yuan(member.value)),
      cell('quota', yuan(member.quota)),
      cell('cash', yuan(member.cash)),
      cell('constant', decimal(member.constant, 2)),
      cell('tier', member.tier ? 'V' + member.tier : '–'),
    );
  }

  refresh();
  return { frame, refresh };
}

/** Opens one member beside the page. */
export async function showMember(programme, id) {
  const sheet = document.getElementById('sheet');
  const close = el('button.plain', { type: 'button', onclick: () => sheet.close() }, t('close'));
  const content = el('div', {}, el('p.quiet.center', {}, t('loading')));
  clear(sheet, el('div.bar', {}, el('h2', { id: 'sheet-title' }, id), close), content);
  sheet.onclick = (event) => event.target === sheet && sheet.close();
  if (!sheet.open) {
    sheet.showModal();
  }
  try {
    const member = await read(at(programme, 'members', id));
    clear(content, facts(member), el('p.quiet.small', {}, t('valueNote')), el('h3', {}, t('statement')), el('p.quiet.small', {}, t('statementNote')), statement(programme, id));
  } catch (problem) {
    clear(content, el('p.notice', {}, problem.message));
  }
}

function facts(member) {
  const pairs = [
    ['points', points(member.points)], ['value', yuan(member.value)], ['quota', yuan(member.quota)], ['cash', yuan(member.cash)],
    ['constant', decimal(member.constant, 2)], ['tier', member.tier ? 'V' + member.tier : '–'], ['granted', points(member.granted)],
    ['heldCash', yuan(member.heldCash)], ['heldConstant', decimal(member.heldConstant, 2)], ['referrer', member.referrer ?? '–'],
  ];
  return el('dl.facts', {}, pairs.map(([name, value]) => el('div', {}, el('dt', {}, t(name)), el('dd', {}, value))));
}

function statement(programme, id) {
  const body = el('tbody');
  const older = el('button.plain', { type: 'button', onclick: () => load() }, t('older'));
  const head = ['when', 'what', 'account', 'change', 'counter'].map((name) => el('th', { scope: 'col' }, t(name)));
  let next = null;
  async function load() {
    try {
      const cursor = next ? '&cursor=' + encodeURIComponent(next) : '';
      const page = await read(at(programme, 'members', id, 'statement') + '?limit=30' + cursor);
      body.append(...page.lines.map(line));
      if (!body.children.length) {
        body.append(el('tr', {}, el('td', { colspan: '5', class: 'quiet center' }, t('noLines'))));
      }
      next = page.next;
      older.hidden = !next;
    } catch (problem) {
      older.hidden = true;
      body.append(el('tr', {}, el('td', { colspan: '5', class: 'quiet center' }, problem.message)));
    }
  }
  load();
  return el('div', {}, el('div.scroll', {}, el('table.statement', {}, el('thead', {}, el('tr', {}, head)), body)), older);
}

function line(entry) {
  const isLess = entry.change.startsWith('-');
  return el(
    'tr', {},
    el('td', { title: '#' + entry.position }, time(entry.at, true)),
    el('td', {}, t('reason.' + entry.reason), entry.subject ? el('span.quiet', {}, ' ' + entry.subject) : null),
    el('td', {}, t('accountName.' + entry.account)),
    el(isLess ? 'td.less' : 'td.plus', {}, (isLess ? '' : '+') + amount(entry.change, entry.unit)),
    el('td.quiet', {}, entry.counter.member ?? t('accountName.' + entry.counter.account)),
  );
}
