// Amounts arrive as decimal texts and stay exact: whole fen in a BigInt, never a floating-point number.

const HUNDRED = BigInt(100);
const ZERO = BigInt(0);
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Whole fen of a text of yuan such as `12.5`; what is smaller than a fen is left off, toward zero. */
export function fen(yuan: string | undefined): bigint {
  const parts = DECIMAL.exec(yuan ?? '');
  if (!parts) {
    return ZERO;
  }
  const [, sign, whole, decimals = ''] = parts;
  const amount = BigInt(whole) * HUNDRED + BigInt((decimals + '00').slice(0, 2));
  return sign ? -amount : amount;
}

/** The text that the server reads: `1234.50`. */
export function decimal(amount: bigint): string {
  const size = amount < ZERO ? -amount : amount;
  return `${amount < ZERO ? '-' : ''}${size / HUNDRED}.${String(size % HUNDRED).padStart(2, '0')}`;
}

/** `1,234.50`, or a dash where nothing is known. */
export function yuan(text: string | undefined): string {
  if (text === undefined || !DECIMAL.test(text)) {
    return '—';
  }
  return grouped(decimal(fen(text)));
}

/** The decimals of an amount that are smaller than a fen, without idle zeros: `1234` of `0.001234`. */
export function belowFen(text: string | undefined): string {
  return (DECIMAL.exec(text ?? '')?.[3] ?? '').slice(2).replace(/0+$/, '');
}

/** An amount in its two parts, for figures whose fen are set smaller. */
export function split(text: string | undefined): { whole: string; fraction: string } {
  const [whole, fraction = ''] = yuan(text).split('.');
  return { whole, fraction: fraction && `.${fraction}` };
}

/** Points such as `21.500000` without idle zeros: `21.5`. */
export function points(text: string | undefined): string {
  const parts = DECIMAL.exec(text ?? '');
  if (!parts) {
    return '—';
  }
  const decimals = (parts[3] ?? '').replace(/0+$/, '');
  return grouped(`${parts[1]}${parts[2]}${decimals && `.${decimals}`}`);
}

/** Points in whole micro-points. */
export function micro(text: string): bigint | null {
  const parts = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text.trim());
  return parts ? BigInt(parts[1] + (parts[2] ?? '').padEnd(6, '0')) : null;
}

/** Whether a text is an amount above nothing that a member may send. */
export function isAmount(text: string): boolean {
  return /^\d{1,12}(\.\d{1,2})?$/.test(text.trim()) && fen(text.trim()) > ZERO;
}

export function isNothing(text: string | undefined): boolean {
  return fen(text) === ZERO;
}

export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** A rate such as `0.1` or millionths as per cent, exact: `10%`. */
export function percent(rate: string | number | undefined): string {
  if (rate === undefined) {
    return '—';
  }
  const millionths = typeof rate === 'number' ? BigInt(rate) : (micro(rate) ?? ZERO);
  const tenThousandths = String(millionths).padStart(5, '0');
  const whole = tenThousandths.slice(0, -4);
  const decimals = tenThousandths.slice(-4).replace(/0+$/, '');
  return `${whole}${decimals && `.${decimals}`}%`;
}

function grouped(text: string): string {
  const [whole, decimals] = text.replace('-', '−').split('.');
  const figures = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? figures : `${figures}.${decimals}`;
}
