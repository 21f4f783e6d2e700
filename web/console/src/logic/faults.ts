// What is wrong with something that was sent, said with the names that stand on the screen.
import type { Fault } from '@/api/client';
import { language, t, word } from '@/words';

/** Where the words of a field stand; a field without any is told as the server calls it. */
const NAMES: Record<string, string> = {
  name: 'name', amount: 'amount', reason: 'reason', why: 'reason', note: 'note', kind: 'kind', status: 'status', member: 'member', merchant: 'merchant', order: 'order', from: 'from', until: 'until',
  sku: 'goods.sku', title: 'goods.title', description: 'goods.description', category: 'goods.category', brand: 'goods.brand', freight: 'goods.freight', specification: 'goods.specification',
  price: 'goods.price', cost: 'goods.cost', tier_prices: 'goods.tierPrices', tierPrices: 'goods.tierPrices', grams: 'goods.grams', stock: 'goods.stock', pictures: 'office.picture',
  unit: 'trade.unit', freeFrom: 'trade.freeFrom', region: 'trade.region', first: 'trade.first', firstPrice: 'trade.firstPrice', next: 'trade.next', nextPrice: 'trade.nextPrice',
  threshold: 'trade.threshold', off: 'trade.offAmount', offMillionths: 'trade.offPart', most: 'trade.most', mostIssued: 'trade.mostIssued', eachMember: 'trade.eachMember', stacks: 'trade.stacksHint',
  account: 'trade.account', carrier: 'trade.carrier', number: 'trade.carrierNumber', quantity: 'trade.quantity', checkout: 'trade.checkout', day: 'trade.day', channel: 'trade.channel',
  entryFee: 'people.entryFee', commissionMillionths: 'people.commission', login: 'system.login', days: 'system.keyDays', permissions: 'system.permissions', seconds: 'system.advanceHours',
};

const name = (field: string): string => word(NAMES[field.replace(/\[\d+]$/, '')] ?? '', field);

/** `lines[7].price` as `Line 7, price`. */
export function fieldName(field: string): string {
  const [, line, column] = /^lines\[(\d+)](?:\.(.+))?$/.exec(field) ?? [];
  if (!line) return name(field);
  return column ? t('lineField', { line, field: name(column) }) : t('lineOf', { line });
}

/** How a field should be, as far as it can be said in the reader's language: the server tells it in English alone. */
function shapeOf(expected: string): string {
  const [, most] = /^a text of at most (\d+) characters$/.exec(expected) ?? [];
  if (most) return t('faultLength', { most });
  const [, from, until] = /^(?:a whole number from )?(-?[\d.]+) to (-?[\d.]+)$/.exec(expected) ?? [];
  if (from) return `${from} – ${until}`;
  return language() === 'en' || !/[a-z]{2}/i.test(expected) ? expected : '';
}

/** What a fault says, with the field as people call it, and how it should be where that is no more than an example. */
export function faultText({ field, text, expected }: Fault): string {
  const told = field ? text.replace(field, fieldName(field)) : text;
  const shape = shapeOf(expected ?? '');
  return shape && !told.includes(shape) ? told + t('faultExpected', { shape }) : told;
}
