// QR codes (ISO/IEC 18004) of short texts: bytes, error correction level M, versions 1 to 10.
//
// The text is cut into blocks, each with its Reed-Solomon remainder over GF(256) mod x^8+x^4+x^3+x^2+1; the blocks are
// woven into one another and laid in pairs of columns from the lower right, two modules at a time, past what is
// reserved. Of the eight masks the one with the least penalty is taken.

/** For versions 1 to 10 at level M: bytes in all, bytes of correction a block, blocks. */
const SIZES = [
  [26, 10, 1], [44, 16, 1], [70, 26, 1], [100, 18, 2], [134, 24, 2],
  [172, 16, 4], [196, 18, 4], [242, 22, 4], [292, 22, 5], [346, 26, 5],
] as const;
const ALIGNED = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];
const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

type Grid = boolean[][];

/** The modules of `text`, row by row; true is dark. */
export function qr(text: string): Grid {
  const bytes = utf8(text);
  const version = SIZES.findIndex(
    ([all, correction, blocks], i) => bytes.length + (i < 9 ? 2 : 3) <= all - correction * blocks,
  );
  if (version < 0) {
    throw new RangeError(`text must fit into a QR code: bytes=${bytes.length}`);
  }
  const stream = woven(filled(bytes, version), version);
  const size = 21 + 4 * version;
  const reserved = grid(size);
  const plain = grid(size);
  drawFixed(plain, reserved, version + 1);
  drawStream(plain, reserved, stream);
  const drawn = MASKS.map((mask, i) => masked(plain, reserved, mask, i));
  return drawn.reduce((best, each) => (penalty(each) < penalty(best) ? each : best));
}

/** The code as a picture, one unit a module with a quiet margin of four. */
export function qrSvg(text: string): string {
  const rows = qr(text);
  const side = rows.length + 8;
  const path = rows
    .map((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')).join(''))
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#2a2320" d="${path}"/></svg>`
  );
}

function grid(size: number): Grid {
  return Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
}

function utf8(text: string): number[] {
  const escaped = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Array.from(escaped, (sign) => sign.charCodeAt(0));
}

/** Mode, length, bytes, end, and padding up to the size of the version. */
function filled(bytes: number[], version: number): number[] {
  const [all, correction, blocks] = SIZES[version];
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) {
      bits.push((value >> i) & 1);
    }
  };
  put(4, 4);
  put(bytes.length, version < 9 ? 8 : 16);
  bytes.forEach((byte) => put(byte, 8));
  const room = (all - correction * blocks) * 8;
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) {
    put(pad, 8);
  }
  return Array.from({ length: bits.length / 8 }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2));
}

/** The blocks with their corrections, woven into one another. */
function woven(data: number[], version: number): number[] {
  const [all, correction, count] = SIZES[version];
  const short = count - (all % count);
  const length = Math.floor(all / count) - correction;
  const divisor = generator(correction);
  const blocks: number[][] = [];
  const corrections: number[][] = [];
  for (let i = 0, at = 0; i < count; i++) {
    const end = at + length + (i < short ? 0 : 1);
    blocks.push(data.slice(at, end));
    corrections.push(remainder(data.slice(at, end), divisor));
    at = end;
  }
  const across = (rows: number[][]) =>
    Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, i) =>
      rows.filter((row) => i < row.length).map((row) => row[i]),
    ).flat();
  return [...across(blocks), ...across(corrections)];
}

function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> i) & 1) * a;
  }
  return product;
}

function generator(degree: number): number[] {
  const result = new Array<number>(degree).fill(0);
  result[degree - 1] = 1;
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    for (let j = 0; j < degree; j++) {
      result[j] = times(result[j], root) ^ (result[j + 1] ?? 0);
    }
  }
  return result;
}

function remainder(data: number[], divisor: number[]): number[] {
  const result = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0);
    result.push(0);
    divisor.forEach((coefficient, i) => (result[i] ^= times(coefficient, factor)));
  }
  return result;
}

function drawFixed(plain: Grid, reserved: Grid, version: number): void {
  const size = plain.length;
  const put = (x: number, y: number, dark: boolean) => {
    if (x >= 0 && y >= 0 && x < size && y < size) {
      plain[y][x] = dark;
      reserved[y][x] = true;
    }
  };
  const square = (cx: number, cy: number, reach: number, light: (ring: number) => boolean) => {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        put(cx + dx, cy + dy, !light(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  };
  for (let i = 0; i < size; i++) {
    put(6, i, i % 2 === 0);
    put(i, 6, i % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    square(x, y, 4, (ring) => ring === 2 || ring === 4);
  }
  const places = ALIGNED[version - 1];
  const last = places.length - 1;
  places.forEach((x, i) =>
    places.forEach((y, j) => {
      if (!((i === 0 && (j === 0 || j === last)) || (i === last && j === 0))) {
        square(x, y, 2, (ring) => ring === 1);
      }
    }),
  );
  for (let i = 0; i < 9; i++) {
    reserved[8][i] = reserved[i][8] = true;
    reserved[8][size - 1 - Math.min(i, 7)] = reserved[size - 1 - Math.min(i, 7)][8] = true;
  }
  drawVersion(put, size, version);
}

function drawVersion(put: (x: number, y: number, dark: boolean) => void, size: number, version: number): void {
  if (version < 7) {
    return;
  }
  let rest = version;
  for (let i = 0; i < 12; i++) {
    rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  }
  const bits = (version << 12) | rest;
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >> i) & 1) === 1;
    const a = size - 11 + (i % 3);
    const b = Math.floor(i / 3);
    put(a, b, dark);
    put(b, a, dark);
  }
}

function drawStream(plain: Grid, reserved: Grid, stream: number[]): void {
  const size = plain.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) {
      right = 5;
    }
    for (let step = 0; step < size; step++) {
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (!reserved[y][x] && at < stream.length * 8) {
          plain[y][x] = ((stream[at >> 3] >> (7 - (at & 7))) & 1) === 1;
          at++;
        }
      }
    }
  }
}

function masked(plain: Grid, reserved: Grid, mask: (x: number, y: number) => boolean, number: number): Grid {
  const result = plain.map((row, y) => row.map((dark, x) => (reserved[y][x] ? dark : dark !== mask(x, y))));
  const size = result.length;
  let rest = number; // Level M is 00.
  for (let i = 0; i < 10; i++) {
    rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  }
  const bits = ((number << 10) | rest) ^ 0x5412;
  const bit = (i: number) => ((bits >> i) & 1) === 1;
  for (let i = 0; i < 6; i++) {
    result[i][8] = bit(i);
    result[8][5 - i] = bit(9 + i);
  }
  result[7][8] = bit(6);
  result[8][8] = bit(7);
  result[8][7] = bit(8);
  for (let i = 0; i < 8; i++) {
    result[8][size - 1 - i] = bit(i);
  }
  for (let i = 8; i < 15; i++) {
    result[size - 15 + i][8] = bit(i);
  }
  result[size - 8][8] = true;
  return result;
}

function penalty(rows: Grid): number {
  const size = rows.length;
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]))];
  let sum = 0;
  for (const line of lines) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('');
    for (const run of text.match(/0+|1+/g) ?? []) {
      sum += run.length >= 5 ? run.length - 2 : 0;
    }
    sum += 40 * (text.match(/(?=00001011101|10111010000)/g) ?? []).length;
  }
  let dark = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      dark += rows[y][x] ? 1 : 0;
      const same = x + 1 < size && y + 1 < size;
      sum += same && [rows[y][x + 1], rows[y + 1][x], rows[y + 1][x + 1]].every((d) => d === rows[y][x]) ? 3 : 0;
    }
  }
  return sum + 10 * Math.floor(Math.abs(dark * 20 - size * size * 10) / (size * size));
}
