// The events of a programme, as the server sends them while they happen.
import { address, call, get, type Problem } from '@/api/client';
import { holder } from './actor';
import { decimal, points, sum, yuan } from './money';
import { orderNumber } from './order';
import { t } from '@/words';

export interface Account {
  account: string;
  member?: string;
}
export interface Transfer {
  reason: string;
  from: Account;
  to: Account;
  unit: 'money' | 'points' | 'constant' | 'quota';
  amount: string;
}
export interface Told {
  position: number;
  at: string;
  key: string;
  command: Record<string, unknown> & { type: string };
  applied: boolean;
  transfers?: Transfer[];
  promotions?: { member: string; tier: number }[];
  dividend?: { perMicroPoint: string; perHead: string[] };
  refusal?: { code: string };
}

async function read(body: ReadableStream<Uint8Array>, told: (event: Told) => boolean): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data: ') && !told(JSON.parse(line.slice(6)) as Told)) {
        await reader.cancel();
        return;
      }
    }
  }
}

const stream = (programme: string, from: number, signal: AbortSignal): Promise<Response> =>
  call('GET', address('/api/v1/programmes/{programme}/events', { programme }) + '?from=' + from, { signal });

/** The one event at a position. */
export const eventAt = async (programme: string, position: number, signal: AbortSignal): Promise<Told> =>
  (await get('/api/v1/programmes/{programme}/events/{position}', { at: { programme, position }, signal })) as unknown as Told;

/** Calls `told` with every event from a position on until `signal` stops it; comes back by itself. */
export async function follow(
  programme: string, from: number, signal: AbortSignal, told: (event: Told) => void, connected: (isOn: boolean) => void,
): Promise<void> {
  let next = from;
  while (!signal.aborted) {
    try {
      const response = await stream(programme, next, signal);
      connected(true);
      await read(response.body!, (event) => {
        next = event.position + 1;
        told(event);
        return !signal.aborted;
      });
    } catch (problem) {
      if ([401, 403, 404].includes((problem as Problem).status)) return;
    }
    if (!signal.aborted) {
      connected(false);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
}

/** An amount in the unit of its account. */
export function amount(text: string, unit: string): string {
  return unit === 'points' ? points(text) : unit === 'constant' ? decimal(text, 2) : yuan(text);
}

/** What a command says, in one line. */
export function headline({ command, transfers = [] }: Told): string {
  // What is captured or released is known by its hold alone; whose it is stands in what moved.
  const held = transfers.find((one) => one.from.account.startsWith('held_'));
  const values: Record<string, string> = { member: held?.from.member ?? '', ...(held ? { amount: held.amount } : {}) };
  for (const [name, value] of Object.entries(command)) values[name] = String(value);
  for (const name of ['member', 'merchant']) values[name] = holder(values[name] ?? '');
  if (values['order']) values['order'] = orderNumber(values['order']);
  if (values['amount']) {
    const isPlain = command.type.startsWith('constant.') || command['asset'] === 'constant' || held?.unit === 'constant';
    const amount = isPlain ? decimal(values['amount'], 2) : yuan(values['amount']);
    values['amount'] = held?.unit === 'constant' || command['asset'] === 'constant' ? `${amount} ${t('programme.units.constant')}` : amount;
  }
  if (values['points']) values['points'] = points(values['points']);
  const name = command.type === 'member.joined' && command['merchant'] === true ? 'merchantJoined' : command.type.replace(/\.(\w)/, (_, letter: string) => letter.toUpperCase());
  return t('programme.event.' + name, values);
}

export function moved(event: Told, reason: string, account: string, side: 'from' | 'to' = 'to'): string | null {
  const found = (event.transfers ?? []).filter((one) => one.reason === reason && one[side].account === account);
  return found.length ? sum(found.map((one) => one.amount)) : null;
}

/** What else is worth saying of an applied command. */
export function notes(event: Told): string[] {
  if (!event.applied) return [t('programme.event.refused', { code: event.refusal?.code ?? '' })];
  const granted = moved(event, 'grant', 'points');
  const back = moved(event, 'reversal', 'pool', 'from');
  const paid = moved(event, 'redemption', 'cash');
  const shared = moved(event, 'dividend', 'dividends');
  const forced = (event.transfers ?? []).filter((one) => one.reason === 'forced_sale' && one.to.account === 'burned').length;
  const key = event.command.type === 'order.reversed' ? 'demoted' : 'promoted';
  return [
    ...(granted ? [t('programme.event.granted', { points: points(granted) })] : []),
    ...(back ? [t('programme.event.backFromPool', { amount: yuan(back) })] : []),
    ...(paid ? [t('programme.event.paid', { amount: yuan(paid) })] : []),
    ...(event.command.type === 'day.closed' ? [shared ? t('programme.event.shared', { amount: yuan(shared) }) : t('programme.event.nothingShared')] : []),
    ...(forced ? [t('programme.event.forced', { count: forced })] : []),
    ...(event.promotions ?? []).slice(0, 2).map((one) => t('programme.event.' + key, { member: holder(one.member), tier: one.tier })),
  ];
}
