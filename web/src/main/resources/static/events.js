// Events in human words.
import { amount, count, decimal, el, points, time, yuan } from './parts.js';
import { read } from './server.js';
import { language, t } from './words.js';

const SHOWN = 40;
const titles = new Map();

/** The latest events, the newest first. */
export function eventList() {
  const list = el('ol.events', { 'aria-live': 'polite' });
  const empty = el('p.quiet.center', {}, t('noEvents'));
  return {
    frame: el('section.panel.latest', {}, el('h2', {}, t('latest')), empty, list),
    add(event) {
      empty.hidden = true;
      list.prepend(line(event));
      while (list.children.length > SHOWN) {
        list.lastChild.remove();
      }
    },
  };
}

function line(event) {
  const notes = event.applied ? told(event) : [];
  const item = el(
    event.applied ? 'li' : 'li.refused',
    {},
    el('div.event', {}, el('span.what', {}, headline(event)), el('time.quiet', { datetime: event.at, title: time(event.at, true) }, time(event.at))),
    el('div.quiet.small', {}, '#' + count(event.position), ...notes.map((note) => ' · ' + note)),
  );
  if (!event.applied) {
    why(event.refusal.code).then((text) => item.lastChild.append(' · ', t('refused', { why: text })));
  }
  return item;
}

async function why(code) {
  if (titles.size === 0) {
    const document = await read('/openapi.json').catch(() => ({}));
    (document['x-problems'] || []).forEach((problem) => titles.set(problem.code, problem));
  }
  return titles.get(code)?.[language()] ?? code;
}

function headline({ command }) {
  const values = { ...command };
  if (command.amount) {
    const isPlain = command.type.startsWith('constant.') || command.asset === 'constant';
    values.amount = isPlain ? decimal(command.amount, 2) : yuan(command.amount);
  }
  if (command.points) {
    values.points = points(command.points);
  }
  const name = command.type === 'member.joined' && command.merchant ? 'merchantJoined' : camel(command.type);
  return t(name, values);
}

const camel = (type) => type.replace(/\.(\w)/, (_, letter) => letter.toUpperCase());

/** What else is worth saying of an applied command. */
function told({ command, transfers = [], promotions = [] }) {
  const sum = (reason, account, side = 'to') => {
    const found = transfers.filter((one) => one.reason === reason && one[side].account === account);
    return found.length ? added(found.map((one) => one.amount)) : null;
  };
  const notes = {
    'member.joined': () => [command.referrer && t('referredBy', command)],
    'order.settled': () => {
      const granted = sum('grant', 'points');
      return [granted ? t('gotPoints', { points: points(granted) }) : t('nothingGranted')];
    },
    'order.reversed': () => [sum('reversal', 'pool', 'from') && t('backFromPool', { amount: yuan(sum('reversal', 'pool', 'from')) })],
    'points.redeemed': () => [sum('redemption', 'cash') && t('paid', { amount: yuan(sum('redemption', 'cash')) })],
    'points.converted': () => [sum('conversion', 'constant') && t('gotConstant', { amount: amount(sum('conversion', 'constant'), 'constant') })],
    'day.closed': () => {
      const shared = sum('dividend', 'dividends');
      return [shared ? t('shared', { amount: yuan(shared) }) : t('nothingShared')];
    },
  }[command.type];
  const forced = transfers.filter((one) => one.reason === 'forced_sale' && one.to.account === 'burned').length;
  return [
    ...(notes ? notes() : []),
    forced ? t('forced', { count: forced }) : null,
    ...promotions.slice(0, 2).map((one) => t(command.type === 'order.reversed' ? 'demoted' : 'promoted', one)),
  ].filter(Boolean);
}

/** The sum of decimals that have the same number of places, exactly. */
function added(texts) {
  const places = (texts[0].split('.')[1] || '').length;
  const sum = texts.reduce((total, text) => total + BigInt(text.replace('.', '')), 0n);
  const digits = sum.toString().padStart(places + 1, '0');
  return places ? digits.slice(0, -places) + '.' + digits.slice(-places) : digits;
}
