// How the states of orders and cases look.

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

export function tone(status: string | undefined): Tone {
  return TONES[status ?? ''] ?? 'plain';
}
