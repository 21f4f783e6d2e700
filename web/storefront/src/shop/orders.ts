// How the states of orders and cases look.

import { t } from '@/words/words';

const UNSENT = ['paid', 'shipped', 'delivered'];

export type Tone = 'plain' | 'good' | 'warn' | 'accent';

const TONES: Record<string, Tone> = {
  unpaid: 'accent',
  paid: 'warn',
  shipped: 'warn',
  delivered: 'warn',
  completed: 'good',
  asked: 'warn',
  agreed: 'accent',
  sent_back: 'warn',
  received: 'warn',
  appealed: 'warn',
  refused: 'accent',
  done: 'good',
  ready: 'good',
  held: 'warn',
  approved: 'warn',
  paying: 'warn',
  failed: 'accent',
};

/** What an order's status is called; of what travels nowhere it does not say that it was sent. */
export function statusName(status: string | undefined, isSent: boolean): string {
  return t(!isSent && UNSENT.includes(status ?? '') ? `unsent.${status}` : `status.${status}`);
}

export function tone(status: string | undefined): Tone {
  return TONES[status ?? ''] ?? 'plain';
}
