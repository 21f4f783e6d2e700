// A line over positions, drawn as SVG: axes with labels, and the value under the pointer.
import { count, el, svg } from './parts.js';
import { t } from './words.js';

const MOST = 600;
const HEIGHT = 220;
const PAD = { left: 12, right: 12, top: 14, bottom: 26 };

/** A chart of `items` by position; `value` gives the number to draw, `label` its text, `tip` the lines of the hover. */
export function chart({ title, value, label, tip, unit }) {
  const place = el('div.plot', { tabindex: '0', role: 'img' });
  const bubble = el('div.bubble', { hidden: true });
  const frame = el('figure.chart', {}, el('figcaption', {}, title, el('span.quiet', {}, ' ' + unit)), place, bubble);
  let items = [];
  const draw = () => paint(place, bubble, thinned(items), { title, value, label, tip });
  new ResizeObserver(draw).observe(place);
  return {
    frame,
    show(given) {
      items = given;
      draw();
    },
  };
}

function thinned(items) {
  if (items.length <= MOST) {
    return items;
  }
  const step = items.length / MOST;
  const kept = Array.from({ length: MOST }, (_, i) => items[Math.floor(i * step)]);
  return [...kept, items[items.length - 1]];
}

function paint(place, bubble, items, how) {
  const width = place.clientWidth;
  if (!width || items.length === 0) {
    place.replaceChildren(el('p.quiet.center', {}, t('noPrices')));
    return;
  }
  const values = items.map(how.value);
  const [low, high] = bounds(values);
  const first = items[0].position;
  const last = Math.max(items[items.length - 1].position, first + 1);
  const ticks = steps(low, high);
  const top = ticks[ticks.length - 1];
  const gutter = PAD.left + Math.max(...ticks.map((tick) => how.label(tick).length)) * 7 + 6;
  const x = (position) => gutter + ((position - first) / (last - first)) * (width - gutter - PAD.right);
  const y = (number) => HEIGHT - PAD.bottom - ((number - ticks[0]) / (top - ticks[0])) * (HEIGHT - PAD.bottom - PAD.top);
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, 'aria-hidden': 'true' });
  ticks.forEach((tick) => {
    const line = svg('line', { x1: gutter, x2: width - PAD.right, y1: y(tick), y2: y(tick), class: 'grid' });
    const text = svg('text', { x: gutter - 6, y: y(tick) + 4, class: 'tick end' }, how.label(tick));
    drawing.append(line, text);
  });
  marks(first, last, width).forEach((position, i, all) => {
    const anchor = i === 0 ? 'start' : i === all.length - 1 ? 'end' : 'middle';
    drawing.append(svg('text', { x: x(position), y: HEIGHT - 7, class: 'tick ' + anchor }, '#' + count(position)));
  });
  const path = items.map((item, i) => (i ? 'L' : 'M') + x(item.position).toFixed(1) + ' ' + y(values[i]).toFixed(1));
  const floor = y(ticks[0]).toFixed(1);
  const end = x(items[items.length - 1].position).toFixed(1);
  drawing.append(
    svg('path', { d: `${path.join('')}L${end} ${floor}L${x(first).toFixed(1)} ${floor}Z`, class: 'area' }),
    svg('path', { d: path.join(''), class: 'line' }),
  );
  hover(place, bubble, drawing, { items, values, x, y, tip: how.tip });
  const latest = how.label(values[values.length - 1]);
  place.setAttribute('aria-label', `${how.title}: ${latest}`);
  place.replaceChildren(drawing);
}

/** From zero always: an axis that begins elsewhere makes small changes look large. */
function bounds(values) {
  const high = Math.max(...values);
  return [0, high > 0 ? high : 1];
}

/** Four to six round numbers that hold `low` and `high` between them. */
function steps(low, high) {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  const begin = Math.floor(low / step);
  const end = Math.ceil(high / step);
  return Array.from({ length: end - begin + 1 }, (_, i) => (begin + i) * step);
}

function marks(first, last, width) {
  const most = width < 420 ? 3 : 5;
  const all = Array.from({ length: most }, (_, i) => Math.round(first + ((last - first) * i) / (most - 1)));
  return [...new Set(all)];
}

function hover(place, bubble, drawing, { items, values, x, y, tip }) {
  const rule = svg('line', { class: 'rule', y1: PAD.top, y2: HEIGHT - PAD.bottom, visibility: 'hidden' });
  const dot = svg('circle', { class: 'dot', r: 4, visibility: 'hidden' });
  drawing.append(rule, dot);
  let chosen = items.length - 1;
  const show = (index) => {
    chosen = Math.max(0, Math.min(items.length - 1, index));
    const left = x(items[chosen].position);
    [['x1', left], ['x2', left], ['visibility', 'visible']].forEach(([key, to]) => rule.setAttribute(key, to));
    [['cx', left], ['cy', y(values[chosen])], ['visibility', 'visible']].forEach(([key, to]) => dot.setAttribute(key, to));
    bubble.replaceChildren(...tip(items[chosen]).map((line) => el('div', {}, line)));
    bubble.hidden = false;
    bubble.style.left = Math.min(Math.max(left, 80), place.clientWidth - 80) + 'px';
  };
  const hide = () => {
    bubble.hidden = true;
    rule.setAttribute('visibility', 'hidden');
    dot.setAttribute('visibility', 'hidden');
  };
  place.onpointermove = (event) => {
    const at = event.clientX - place.getBoundingClientRect().left;
    let best = 0;
    items.forEach((item, i) => {
      best = Math.abs(x(item.position) - at) < Math.abs(x(items[best].position) - at) ? i : best;
    });
    show(best);
  };
  place.onpointerleave = hide;
  place.onblur = hide;
  place.onkeydown = (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
      event.preventDefault();
      show(chosen + by);
    }
  };
}
