// What is amiss and should not be, by what this person may see.
import { get } from '@/api/client';
import { isZero, yuan } from './money';
import type { Permission } from '@/state/person';
import { t } from '@/words';

export interface Alert {
  text: string;
  to: string;
}

async function books(): Promise<Alert[]> {
  const [standing, balance] = await Promise.all([get('/api/v1/operator/outbox/standing'), get('/api/v1/operator/trial-balance')]);
  return [
    ...(standing.refused > 0 ? [{ text: t('system.alertRefused', { count: standing.refused }), to: '/ledger?show=refused' }] : []),
    ...(standing.waiting > 0 ? [{ text: t('system.alertWaiting', { count: standing.waiting }), to: '/ledger?show=waiting' }] : []),
    ...(isZero(balance.total) ? [] : [{ text: t('system.alertBalance', { total: yuan(balance.total) }), to: '/balance' }]),
  ];
}

async function jobs(): Promise<Alert[]> {
  const { items, next } = await get('/api/v1/operator/jobs', { query: { state: 'failed', limit: 100 } });
  return items.length ? [{ text: t('system.alertJobs', { count: items.length + (next ? '+' : '') }), to: '/jobs?state=failed' }] : [];
}

async function reconciled(): Promise<Alert[]> {
  const [last] = (await get('/api/v1/operator/reconciliations', { query: { sort: '-day', limit: 1 } })).items;
  const amiss = (last?.ours_only ?? 0) + (last?.theirs_only ?? 0) + (last?.amount_differs ?? 0);
  return last && amiss > 0 ? [{ text: t('system.alertReconciled', { day: last.day, count: amiss }), to: `/payments/days/${last.id}?day=${last.day}` }] : [];
}

export async function alerts(may: (permission: Permission) => boolean): Promise<Alert[]> {
  const when = (permission: Permission, work: () => Promise<Alert[]>) => (may(permission) ? work() : Promise.resolve([]));
  return (await Promise.all([when('programme_read', books), when('jobs_read', jobs), when('payments_read', reconciled)])).flat();
}
