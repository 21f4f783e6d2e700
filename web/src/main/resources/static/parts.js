// Small pieces of page: elements and notices.
import { t } from './words.js';

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
