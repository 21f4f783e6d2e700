// What waits for a person, by what this person may do.
import { get, type Page } from '@/api/client';
import type { Permission } from '@/state/person';

export interface Todo {
  name: string;
  count: number;
  isMore: boolean;
  to: { path: string; query?: Record<string, string> };
}

interface Source {
  name: string;
  permission: Permission;
  to: Todo['to'];
  load: () => Promise<Page<unknown>>;
}

const MOST = 100;
const limit = MOST;

const ofOperators: Source[] = [
  { name: 'proposals', permission: 'goods_review', to: { path: '/goods', query: { tab: 'proposals' } }, load: () => get('/api/v1/operator/proposals', { query: { limit } }) },
  { name: 'appeals', permission: 'after_sales_decide', to: { path: '/after-sales', query: { status: 'appealed' } }, load: () => get('/api/v1/operator/after-sales', { query: { status: 'appealed', limit } }) },
  { name: 'withdrawals', permission: 'withdrawals_review', to: { path: '/withdrawals', query: { status: 'held' } }, load: () => get('/api/v1/operator/withdrawals', { query: { status: 'held', limit } }) },
  { name: 'merchants', permission: 'merchants_review', to: { path: '/merchants', query: { status: 'applied' } }, load: () => get('/api/v1/operator/merchants', { query: { status: 'applied', limit } }) },
  { name: 'refunds', permission: 'payments_refund', to: { path: '/payments', query: { tab: 'refunds', status: 'failed' } }, load: () => get('/api/v1/operator/refunds', { query: { status: 'failed', limit } }) },
  { name: 'billsDraft', permission: 'bills_check', to: { path: '/bills', query: { status: 'draft' } }, load: () => get('/api/v1/operator/bills', { query: { status: 'draft', limit } }) },
  { name: 'billsChecked', permission: 'bills_approve', to: { path: '/bills', query: { status: 'checked' } }, load: () => get('/api/v1/operator/bills', { query: { status: 'checked', limit } }) },
  { name: 'billsApproved', permission: 'bills_pay', to: { path: '/bills', query: { status: 'approved' } }, load: () => get('/api/v1/operator/bills', { query: { status: 'approved', limit } }) },
];

const ofClerks: Source[] = [
  { name: 'toShip', permission: 'orders_ship', to: { path: '/orders', query: { status: 'paid' } }, load: () => get('/api/v1/merchant/orders', { query: { status: 'paid', limit } }) },
  { name: 'asked', permission: 'after_sales_decide', to: { path: '/after-sales', query: { status: 'asked' } }, load: () => get('/api/v1/merchant/after-sales', { query: { status: 'asked', limit } }) },
  { name: 'sentBack', permission: 'after_sales_decide', to: { path: '/after-sales', query: { status: 'sent_back' } }, load: () => get('/api/v1/merchant/after-sales', { query: { status: 'sent_back', limit } }) },
  { name: 'rejected', permission: 'goods_change', to: { path: '/goods', query: { status: 'rejected' } }, load: () => get('/api/v1/merchant/goods', { query: { status: 'rejected', limit } }) },
];

/** What waits, most first; what nobody waits for is left out. */
export async function todos(isClerk: boolean, may: (permission: Permission) => boolean): Promise<Todo[]> {
  const sources = (isClerk ? ofClerks : ofOperators).filter((one) => may(one.permission));
  const found = await Promise.all(sources.map(async (one): Promise<Todo> => {
    const page = await one.load();
    return { name: one.name, count: page.items.length, isMore: Boolean(page.next), to: one.to };
  }));
  return found.filter((one) => one.count > 0).sort((a, b) => b.count - a.count);
}
