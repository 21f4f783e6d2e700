// A line of values over time, drawn as a picture. Only the drawing is in floating point; figures are told in words.

const WIDTH = 640;
const HEIGHT = 200;
const PAD = 8;

export interface Mark {
  at: string;
  value: string;
}

/** A line that keeps its value until it changes; nothing where there is nothing to draw. */
export function lineSvg(marks: readonly Mark[], colour = '#a4361f'): string {
  const times = marks.map(({ at }) => new Date(at).getTime());
  const values = marks.map(({ value }) => Number(value));
  if (marks.length === 0) {
    return '';
  }
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const top = Math.max(...values) * 1.05 || 1;
  const x = (time: number) => PAD + ((time - first) / (last - first || 1)) * (WIDTH - 2 * PAD);
  const y = (value: number) => HEIGHT - PAD - (value / top) * (HEIGHT - 2 * PAD);
  const fixed = (number: number) => number.toFixed(1);
  let path = `M${fixed(x(times[0]))} ${fixed(y(values[0]))}`;
  for (let i = 1; i < marks.length; i++) {
    path += `H${fixed(x(times[i]))}V${fixed(y(values[i]))}`;
  }
  path += last === first ? `H${WIDTH - PAD}` : '';
  const grid = [0, 0.5, 1]
    .map((part) => `<path d="M${PAD} ${fixed(y((top / 1.05) * part))}H${WIDTH - PAD}" stroke="#e9e2d9" stroke-width="1"/>`)
    .join('');
  const end = last === first ? WIDTH - PAD : x(last);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">${grid}` +
    `<path d="${path}V${HEIGHT - PAD}H${fixed(x(times[0]))}z" fill="${colour}" fill-opacity=".08"/>` +
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.500" stroke-linejoin="round" vector-effect="non-scaling-stroke"/>` +
    `<path d="M${fixed(end)} ${fixed(y(values[values.length - 1]))}h.01" stroke="${colour}" stroke-width="9" stroke-linecap="round" vector-effect="non-scaling-stroke"/></svg>`
  );
}
