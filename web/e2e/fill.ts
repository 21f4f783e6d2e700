// Puts something into an empty house, by its own API and under its own rules.
import { deflateSync } from 'node:zlib';
import { Caller, caller } from './caller.ts';
import { CLERK, OPERATOR, PASSWORD, REFERRER, RIVAL, SHOPPER } from './place.ts';

interface Shelf {
  clerk: Caller;
  operator: Caller;
  category: number;
}

interface Placed {
  order: number;
  line: number;
}

/** The sample programme, two merchants with goods, members who brought each other, and orders at every step. */
export async function fill(): Promise<void> {
  const operator = await caller('operator', OPERATOR);
  if ((await operator.list('/mall/categories')).length > 0) return;
  await new Caller().ask('POST', '/sample', {});
  const category = await catalogue(operator);
  await staff(operator);
  const owner = await members();
  await operator.ask('PUT', '/operator/mode', { multiMerchant: true });
  await merchant(operator, owner, '云雾山茶行', CLERK);
  const clerk = await merchant(operator, owner, '山海酒行', RIVAL);
  await apply(owner, '待审小店');
  const variants = await shelf({ clerk, operator, category });
  await trade(await caller('mall', SHOPPER), clerk, variants);
}

async function catalogue(operator: Caller): Promise<number> {
  const made: number[] = [];
  for (const name of ['红酒', '茶叶', '水果', '家居']) made.push(await operator.make('/operator/categories', { name, place: 0 }));
  for (const name of ['云雾', '山野']) await operator.make('/operator/brands', { name });
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const limits = { stacks: false, mostIssued: 1000, eachMember: 1, from: day(0), until: day(30) };
  await operator.ask('POST', '/operator/coupon-kinds', { name: '新人满减', threshold: '100.00', off: '10.00', ...limits });
  return made[0]!;
}

async function staff(operator: Caller): Promise<void> {
  const role = await operator.make('/operator/roles', { name: '客服', permissions: ['members_read', 'orders_read', 'after_sales_decide'] });
  await operator.ask('POST', '/operator/workers', { login: 'service1', name: '小林', role });
}

/** Six of them: the first brought the second, who brought the third, who brought all others. */
async function members(): Promise<Caller> {
  let code: string | undefined;
  const all: Caller[] = [];
  for (let i = 1; i <= 6; i++) {
    const member = new Caller();
    await member.signUp(`1380000000${i}`, `会员${i}`, code);
    if (i <= 3) code = String((await member.ask('GET', '/mall/me/invitation'))['code']);
    all.push(member);
  }
  return all[[1, 2, 3, 4, 5, 6].findIndex((i) => `1380000000${i}` === REFERRER)]!;
}

async function apply(owner: Caller, name: string): Promise<number> {
  return owner.make('/mall/merchant-applications', { name, contact: '13800000001', licence: '91110000XXXX' });
}

async function merchant(operator: Caller, owner: Caller, name: string, login: string): Promise<Caller> {
  const id = await apply(owner, name);
  await operator.ask('POST', `/operator/merchants/${id}/accept`, { entryFee: '0.00', commissionMillionths: 50_000 });
  await owner.ask('POST', `/mall/merchant-applications/${id}/clerk`, { login, name: '店主', password: PASSWORD });
  return caller('merchant', login);
}

/** Goods that can be bought; the numbers of what is sold. */
async function shelf({ clerk, operator, category }: Shelf): Promise<number[]> {
  const variants: number[] = [];
  for (const [i, title] of ['赤霞珠干红', '霞多丽干白', '桃红起泡', '佐餐红酒'].entries()) {
    const picture = await clerk.make('/merchant/pictures', drawing([168, 40 + 30 * i, 60]), 'image/png');
    const offer = {
      kind: 'physical', title, description: '单宁柔和，适合家常菜。', category, pictures: [picture],
      variants: [{ sku: 'W' + i, specification: [{ name: '容量', value: '750 毫升' }], price: `${120 + 40 * i}.00`, grams: 1400 }],
    };
    const id = await clerk.make('/merchant/goods', offer);
    await clerk.ask('POST', `/merchant/goods/${id}/submit`, {});
    const { product } = await operator.ask<{ product: { version: number } }>('GET', `/operator/proposals/${id}`);
    await operator.ask('POST', `/operator/proposals/${id}/approve`, { version: product.version });
    const { variants: held } = await clerk.ask<{ variants: { id: number }[] }>('GET', `/merchant/goods/${id}`);
    await clerk.ask('POST', `/merchant/variants/${held[0]!.id}/stock`, { by: 500 });
    await clerk.ask('POST', `/merchant/goods/${id}/shelve`, {});
    variants.push(held[0]!.id);
  }
  return variants;
}

/** One order that is finished and reviewed, one that is to be sent, one that is asked back, one not paid. */
async function trade(member: Caller, clerk: Caller, variants: number[]): Promise<void> {
  const place = { receiver: '林小满', phone: '13800000006', region: '浙江省/杭州市/西湖区', street: '龙井路 1 号', isDefault: true };
  const address = await member.make('/mall/me/addresses', place);
  const whole = await bought(member, address, variants[0]!);
  const parcel = { carrier: '顺丰', number: 'SF0001', lines: [{ line: whole.line, quantity: 1 }] };
  const sent = await clerk.make(`/merchant/orders/${whole.order}/packages`, parcel);
  await clerk.ask('POST', `/merchant/packages/${sent}/delivered`, {});
  await member.ask('POST', `/mall/orders/${whole.order}/completion`, {});
  await member.ask('POST', '/mall/reviews', { line: whole.line, stars: 5, content: '包装仔细，口感干净。' });
  await bought(member, address, variants[1]!);
  const back = await bought(member, address, variants[2]!);
  const wish = { line: back.line, kind: 'refund', quantity: 1 };
  const { deduction } = await member.ask('POST', '/mall/after-sales/preview', wish);
  await member.ask('POST', '/mall/after-sales', { ...wish, deduction, reason: '买多了一瓶' });
  await placed(member, address, variants[3]!);
}

async function placed(member: Caller, address: number, variant: number): Promise<{ id: number; orders: { id: number }[] }> {
  return member.ask('POST', '/mall/checkouts', { key: 'fill-' + variant, lines: [{ variant, quantity: 1 }], address });
}

async function bought(member: Caller, address: number, variant: number): Promise<Placed> {
  const { id, orders } = await placed(member, address, variant);
  const ways = { channel: 'sandbox', scene: 'page' };
  const { payments } = await member.ask<{ payments: { reference: string }[] }>('POST', `/mall/checkouts/${id}/payments`, ways);
  await member.ask('POST', `/mall/sandbox/payments/${payments[0]!.reference}`, {});
  while ((await member.ask('GET', `/mall/checkouts/${id}`))['status'] !== 'paid') await new Promise((resolve) => setTimeout(resolve, 100));
  const { lines } = await member.ask<{ lines: { id: number }[] }>('GET', `/mall/orders/${orders[0]!.id}`);
  return { order: orders[0]!.id, line: lines[0]!.id };
}

/** A picture of one colour that grows lighter downwards, as a PNG. */
export function drawing([red, green, blue]: [number, number, number], size = 480): Uint8Array {
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y++) {
    const light = (y * 80) / size;
    for (let x = 0; x < size; x++) {
      const at = y * (1 + size * 3) + 1 + x * 3;
      rows[at] = Math.min(255, red + light);
      rows[at + 1] = Math.min(255, green + light);
      rows[at + 2] = Math.min(255, blue + light);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const whole = Buffer.alloc(8 + named.length);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(checksum(named), 4 + named.length);
  return whole;
}

/** The CRC-32 of PNG. */
function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
