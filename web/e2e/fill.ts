// Puts something into an empty house, by its own API and under its own rules.

type Fields = Record<string, unknown>;

export class Caller {
  private token = '';
  private readonly place: string;

  constructor(place: string) {
    this.place = place;
  }

  async ask(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Fields> {
    const response = await fetch(this.place + '/api/v1' + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': type }), ...(this.token ? { Authorization: 'Bearer ' + this.token } : {}) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text ? (JSON.parse(text) as Fields) : {};
  }

  async logIn(door: 'operator' | 'merchant' | 'mall', login: string, password: string): Promise<Fields> {
    const session = await this.ask('POST', `/${door}/sessions`, { login, password });
    this.token = String(session['token']);
    return session;
  }

  async choose(old: string, next: string): Promise<void> {
    this.token = String((await this.ask('POST', '/mall/me/password', { old, new: next }))['token']);
  }

  async signUp(login: string, password: string, name: string, referralCode?: string): Promise<void> {
    const session = await this.ask('POST', '/mall/members', { login, password, name, ...(referralCode ? { referralCode } : {}) });
    this.token = String(session['token']);
  }
}

/** The sample programme, categories, and a small line of members who brought each other. */
export async function fill(place: string, login: string, password: string): Promise<void> {
  const operator = new Caller(place);
  await operator.logIn('operator', login, password);
  await new Caller(place).ask('POST', '/sample', {});
  const { items } = (await operator.ask('GET', '/mall/categories')) as { items: unknown[] };
  if (items.length > 0) return;
  for (const name of ['红酒', '茶叶', '水果', '家居']) await operator.ask('POST', '/operator/categories', { name, place: 0 });
  for (const name of ['云雾', '山野']) await operator.ask('POST', '/operator/brands', { name });
  const role = await operator.ask('POST', '/operator/roles', { name: '客服', permissions: ['members_read', 'orders_read', 'after_sales_decide'] });
  await operator.ask('POST', '/operator/workers', { login: 'service1', name: '小林', role: role['id'] });
  let code: string | undefined;
  for (let i = 1; i <= 6; i++) {
    const member = new Caller(place);
    await member.signUp(`1380000000${i}`, `Long-passw0rd-${i}-x`, `会员${i}`, code);
    if (i <= 3) code = String((await member.ask('GET', '/mall/me/invitation'))['code']);
  }
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  await operator.ask('POST', '/operator/coupon-kinds', { name: '新人满减', threshold: '100.00', off: '10.00', stacks: false, mostIssued: 1000, eachMember: 1, from: day(0), until: day(30) });
  await operator.ask('PUT', '/operator/mode', { multiMerchant: true });
  const owner = new Caller(place);
  await owner.logIn('mall', '13800000001', 'Long-passw0rd-1-x');
  await owner.ask('POST', '/mall/merchant-applications', { name: '云雾山茶行', contact: '13800000001', licence: '91110000XXXX' });
}
