// How a state looks: what waits for somebody, what goes well, what went wrong.
export type Tone = 'wait' | 'good' | 'bad' | 'calm' | 'busy';

const TONES: Record<Tone, string> = {
  wait: 'wait unpaid submitted asked appealed applied held accepted draft waiting checked ready theirs_only ours_only',
  good: 'good sent completed approved done paid open captured matched active redeemed delivered refund_done applied_ok true',
  bad: 'bad rejected refused failed amount_differs trade_differs currency_differs locked suspended refused_command unknown',
  busy: 'shipped started agreed sent_back received paying',
  calm: 'cancelled refunded closed erased released repeated void false expired revoked resting',
};

const BY_STATE = new Map(
  (Object.entries(TONES) as [Tone, string][]).flatMap(([tone, states]) => states.split(' ').map((state) => [state, tone] as const)),
);

export const tone = (state: string): Tone => BY_STATE.get(state) ?? 'calm';
