// The rules that terms of a programme must keep, said while they are typed. The server judges by the same rules, and
// its word counts.
import { t } from '@/words';

export interface Terms {
  cap: string;
  par: string;
  founderPoints: string;
  poolRate: string;
  grantRate: string;
  amountPerPoint: string;
  referralRates: string;
  quotaMultiple: string;
  referralQuotaMultiple: string;
  fixedDividendRate: string;
  tierDividendRate: string;
  tierThresholds: string;
  redemptionFee: string;
  forcedSale: boolean;
}

export const sensible = (): Terms => ({
  cap: '100000000', par: '1.00', founderPoints: '1', poolRate: '0.10', grantRate: '0.70', amountPerPoint: '', referralRates: '0.05', quotaMultiple: '1',
  referralQuotaMultiple: '0', fixedDividendRate: '0.05', tierDividendRate: '0.03', tierThresholds: '1000, 10000', redemptionFee: '0.10', forcedSale: false,
});

export interface Lint {
  field: keyof Terms;
  grade: 'fault' | 'care';
  text: string;
}

const MILLION = 1_000_000n;
const REQUIRED: (keyof Terms)[] = ['cap', 'poolRate', 'quotaMultiple'];
const RATES: (keyof Terms)[] = ['poolRate', 'grantRate', 'fixedDividendRate', 'tierDividendRate'];
const PLACES: Partial<Record<keyof Terms, number>> = { par: 2, amountPerPoint: 2 };

/** A decimal text in millionths; `null` where it is none or has too many places. */
export function micro(text: string, places = 6): bigint | null {
  const found = /^(\d{1,18})(?:\.(\d+))?$/.exec(text.trim());
  if (!found || (found[2] ?? '').length > places) return null;
  return BigInt(found[1]!) * MILLION + BigInt((found[2] ?? '').padEnd(6, '0'));
}

export const listed = (text: string): string[] => text.split(/[,，]/).map((part) => part.trim()).filter(Boolean);

const sum = (numbers: (bigint | null)[]): bigint => numbers.reduce<bigint>((all, one) => all + (one ?? 0n), 0n);

export function lint(terms: Terms): Lint[] {
  const found: Lint[] = [];
  const fault = (field: keyof Terms, name: string, values: Record<string, string | number> = {}): void => {
    found.push({ field, grade: 'fault', text: t('programme.lint.' + name, values) });
  };
  const care = (field: keyof Terms, name: string): void => {
    found.push({ field, grade: 'care', text: t('programme.lint.' + name) });
  };
  const single = (Object.keys(terms) as (keyof Terms)[]).filter((field) => !['referralRates', 'tierThresholds', 'forcedSale'].includes(field));
  for (const field of single) {
    const text = String(terms[field]).trim();
    if (!text && REQUIRED.includes(field)) fault(field, 'missing');
    if (text && micro(text, PLACES[field]) === null) fault(field, PLACES[field] === 2 ? 'money' : 'decimal');
  }
  const rates = listed(terms.referralRates).map((text) => micro(text));
  const tiers = listed(terms.tierThresholds).map((text) => micro(text));
  if (rates.includes(null)) fault('referralRates', 'decimal');
  if (tiers.includes(null)) fault('tierThresholds', 'decimal');
  if (found.length) return found;

  const number = (field: keyof Terms): bigint => micro(String(terms[field])) ?? 0n;
  const isByValue = terms.grantRate.trim() !== '';
  if (isByValue === (terms.amountPerPoint.trim() !== '')) fault('grantRate', 'oneOf');
  for (const field of RATES) if (number(field) > MILLION) fault(field, 'rate');
  if (rates.some((one) => one! > MILLION)) fault('referralRates', 'rate');
  if (number('cap') === 0n) fault('cap', 'positive');
  if (terms.par.trim() && number('par') === 0n) fault('par', 'positive');
  if (!isByValue && terms.amountPerPoint.trim() && number('amountPerPoint') === 0n) fault('amountPerPoint', 'positive');
  if (number('redemptionFee') >= MILLION) fault('redemptionFee', 'fee');
  const founder = number('founderPoints');
  if (founder !== 0n && (founder < MILLION || founder > number('cap'))) fault('founderPoints', 'founder');
  if (number('poolRate') + number('fixedDividendRate') + number('tierDividendRate') > MILLION) fault('poolRate', 'parts');
  if (sum([...rates, isByValue ? number('grantRate') : 0n]) > MILLION) fault('grantRate', 'grants');
  if (rates.length > 2) fault('referralRates', 'levels');
  if (tiers.length > 10) fault('tierThresholds', 'tiers');
  if (tiers.some((one, i) => one! <= (i ? tiers[i - 1]! : 0n))) fault('tierThresholds', 'ascending');
  if (number('tierDividendRate') > 0n && tiers.length === 0) fault('tierThresholds', 'tierMissing');
  if (number('poolRate') === 0n && founder > 0n) fault('founderPoints', 'needsPool');

  if (rates.length === 2) care('referralRates', 'twoLevels');
  if (!isByValue) care('amountPerPoint', 'byAmount');
  if (founder === 0n && number('poolRate') > 0n) care('founderPoints', 'noFounder');
  if (number('quotaMultiple') > 2n * MILLION) care('quotaMultiple', 'highQuota');
  if (number('redemptionFee') === 0n) care('redemptionFee', 'noFee');
  return found;
}

/** As the server reads them: only what was said. */
export function told(terms: Terms): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(terms)) {
    if (name === 'referralRates' || name === 'tierThresholds') {
      if (listed(String(value)).length) fields[name] = listed(String(value));
    } else if (typeof value === 'boolean') fields[name] = value;
    else if (value.trim()) fields[name] = value.trim();
  }
  return fields;
}
