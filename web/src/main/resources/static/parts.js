// Small pieces of page: elements, numbers, times, notices.
import { language, t } from './words.js';

/** An element: `el('p.quiet', { title: … }, 'text', child)`; texts are texts, never markup. */
export function el(what, attributes = {}, ...children) {
  const [name, ...classes] = what.split('.');
  const element = document.createElement(name);
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
}

/** A decimal text with grouped digits and at most `decimals` places; the rest is cut, never rounded up. */
export function decimal(text, decimals, trimmed = false) {
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  let places = fraction.slice(0, decimals);
  places = trimmed ? places.replace(/0+$/, '') : places.padEnd(decimals, '0');
  return (text.startsWith('-') ? '−' : '') + grouped + (places ? '.' + places : '');
}

export const yuan = (text) => (text.startsWith('-') ? '−¥' : '¥') + decimal(text.replace('-', ''), 2);
export const points = (text) => decimal(text, 6, true);
export const count = (number) => decimal(String(number), 0);

/** An amount in the unit of its account. */
export function amount(text, unit) {
  return unit === 'points' ? points(text) : unit === 'constant' ? decimal(text, 2) : yuan(text);
}

export function time(text, long = false) {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false };
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' };
  return new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', long ? { ...date, ...options } : options).format(
    new Date(text),
  );
}

export function clear(element, ...children) {
  element.replaceChildren(...children);
  return element;
}

/** Says in one line what went wrong; `null` takes it away. */
export function notice(problem) {
  const place = document.getElementById('notice');
  if (!problem) {
    return clear(place);
  }
  const text = problem.status === 0 ? t('unreachable') : problem.message;
  return clear(place, el('p.notice', {}, el('strong', {}, text), ' ', problem.detail || ''));
}

export const busy = (button, running) => {
  button.disabled = running;
  button.setAttribute('aria-busy', running);
};
