// The first page: one programme at a time, live.
import { chart } from './chart.js';
import { memberTable, showMember } from './detail.js';
import { eventList } from './events.js';
import { busy, clear, count, decimal, el, notice, points, time, yuan } from './parts.js';
import { at, follow, post, read, rememberToken } from './server.js';
import { speak, t } from './words.js';

const BACKLOG = 30;
const POINTS = 600;
const REFRESH_MILLIS = 600;

const view = document.getElementById('view');
const chooser = document.getElementById('chooser');
const select = document.getElementById('programme');
const live = document.getElementById('live');
let stop = new AbortController();

async function start() {
  stop.abort();
  stop = new AbortController();
  notice(null);
  try {
    const { programmes } = await read('/programmes');
    const [id, member] = location.hash.slice(1).split('/').map(decodeURIComponent);
    const chosen = programmes.find((one) => one.id === id) ?? programmes[0];
    choose(programmes, chosen);
    if (chosen) {
      await show(chosen.id, stop.signal);
      if (member) {
        showMember(chosen.id, member);
      }
    } else {
      live.hidden = true;
      clear(view, empty());
    }
  } catch (problem) {
    refuse(problem);
  }
}

function choose(programmes, chosen) {
  chooser.hidden = programmes.length === 0;
  clear(select, ...programmes.map((one) => el('option', { value: one.id }, one.name)));
  if (chosen) {
    select.value = chosen.id;
  }
  document.title = (chosen ? chosen.name + ' · ' : '') + t('title');
}

function refuse(problem) {
  live.hidden = true;
  if (problem.status === 401) {
    clear(view, tokenForm());
    return;
  }
  notice(problem);
  clear(view, el('p.center', {}, el('button', { type: 'button', onclick: start }, t('retry'))));
}

async function show(id, signal) {
  const programme = await read(at(id));
  const cards = el('section.cards');
  const price = chart({
    title: t('price'), unit: t('yuanPerPoint') + ' · ' + t('byPosition'), value: (one) => Number(one.price),
    label: (number) => number.toFixed(number < 100 ? 2 : 0), tip: tip,
  });
  const pool = chart({
    title: t('pool'), unit: t('yuanUnit') + ' · ' + t('byPosition'), value: (one) => Number(one.pool),
    label: short, tip: tip,
  });
  const events = eventList();
  const members = memberTable(id);
  fill(cards, programme);
  clear(view, cards, el('div.columns', {}, el('section.panel.charts', {}, price.frame, pool.frame), events.frame), members.frame);
  const prices = priceHistory(id, [price, pool]);
  await prices.begin();
  const refresh = calm(async () => {
    if (!signal.aborted) {
      fill(cards, await read(at(id)));
      await prices.extend();
      await members.refresh();
    }
  });
  follow(id, Math.max(1, programme.position - BACKLOG + 1), {
    signal,
    connected: showLive,
    told: (event) => {
      if (!signal.aborted) {
        events.add(event);
        if (event.position > programme.position) {
          refresh();
        }
      }
    },
  });
}

/** The whole history in some points, then page by page what is new. */
function priceHistory(id, charts) {
  let items = [];
  const add = (more) => {
    more.forEach((one) => {
      const before = items[items.length - 1];
      items.push({ ...one, price: one.price ?? before?.price ?? '0' });
    });
    items = items.length > 4 * POINTS ? items.filter((_, i) => i % 2 === 0 || i === items.length - 1) : items;
    charts.forEach((one) => one.show(items));
  };
  return {
    async begin() {
      add((await read(at(id, 'prices') + '?points=' + POINTS)).prices);
    },
    async extend() {
      for (let more = true; more; ) {
        const from = items.length ? items[items.length - 1].position + 1 : 0;
        const page = await read(at(id, 'prices') + '?limit=2000&cursor=' + from);
        add(page.prices);
        more = Boolean(page.next);
      }
    },
  };
}

function fill(cards, programme) {
  const day = programme.lastDay ?? t('never');
  const funds = { fixed: yuan(programme.fixedFund), tier: yuan(programme.tierFund) };
  const sum = added(programme.fixedFund, programme.tierFund);
  const items = [
    ['price', '¥' + programme.price, t('priceHint')],
    ['pool', yuan(programme.pool), t('poolHint')],
    ['circulating', decimal(programme.circulating, 2), t('circulatingHint', { issued: decimal(programme.issued, 2) })],
    ['members', count(programme.members), t('membersHint', { orders: count(programme.orders) })],
    ['funds', yuan(sum), t('fundsHint', funds)],
    ['position', count(programme.position), programme.closed ? t('closed') : t('positionHint', { day })],
  ];
  clear(cards, ...items.map(([name, value, hint]) => el('div.card', {}, el('h3', {}, t(name)), el('p.figure', {}, value), el('p.quiet.small', {}, hint))));
}

/** Two pico-fen amounts in yuan, added exactly. */
function added(one, other) {
  const digits = (BigInt(one.replace('.', '')) + BigInt(other.replace('.', ''))).toString().padStart(15, '0');
  return digits.slice(0, -14) + '.' + digits.slice(-14);
}

function tip(item) {
  return [
    `#${count(item.position)} · ${time(item.at, true)}`,
    `${t('price')} ¥${item.price}`,
    `${t('pool')} ${yuan(item.pool)}`,
    `${t('circulating')} ${points(item.circulating)}`,
  ];
}

function short(number) {
  const text = (value) => decimal(value.toFixed(2), 2, true);
  return number >= 1e8 ? text(number / 1e6) + 'M' : text(number);
}

/** Runs `work` soon, once for many calls, never twice at a time. */
function calm(work) {
  let waiting = false;
  let last = Promise.resolve();
  return () => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        last = last.then(work).catch(notice);
      }, REFRESH_MILLIS);
    }
  };
}

function showLive(isConnected) {
  live.hidden = false;
  live.classList.toggle('off', !isConnected);
  live.lastChild.textContent = t(isConnected ? 'live' : 'offline');
}

function empty() {
  const button = el('button.main', { type: 'button', onclick: () => loadSample(button) }, t('sample'));
  const call = `curl ${location.origin}/api/v1/programmes \\
  -H 'Content-Type: application/json' \\
  -d '{"id":"wine","name":"Wine","terms":{
       "cap":"100000000","founderPoints":"1",
       "poolRate":"0.30","grantRate":"0.70",
       "quotaMultiple":"2"}}'`;
  return el(
    'section.panel.empty', {},
    el('h1', {}, t('emptyTitle')), el('p', {}, t('emptyText')), el('p', {}, button),
    el('p.quiet.small', {}, t('orCall')), el('pre', {}, call),
  );
}

async function loadSample(button) {
  busy(button, true);
  button.textContent = t('sampling');
  try {
    const loaded = await post('/sample', {});
    location.hash = loaded.programme;
    await start();
  } catch (problem) {
    notice(problem);
    busy(button, false);
    button.textContent = t('sample');
  }
}

function tokenForm() {
  const input = el('input', { type: 'password', autocomplete: 'off', 'aria-label': t('token'), required: true });
  const enter = (event) => {
    event.preventDefault();
    rememberToken(input.value.trim());
    start();
  };
  const form = el('form.search', { onsubmit: enter }, input, el('button', { type: 'submit' }, t('enter')));
  return el('section.panel.empty', {}, el('h1', {}, t('tokenTitle')), el('p', {}, t('tokenText')), form);
}

const sample = document.getElementById('sample');
sample.addEventListener('click', () => loadSample(sample));
select.addEventListener('change', () => {
  location.hash = select.value;
});
window.addEventListener('hashchange', start);
speak(start);
start();
