// When a referral chain must be looked at: three levels and thirty people; graver from a hundred and twenty.

const LEVELS = 3;
const PEOPLE = 30;
const GRAVE = 120;

export interface Verdict {
  kind: 'none' | 'alarm' | 'grave';
  levels: number;
  people: number;
}

/** @param counts people on each level below a member, who is the first level of the chain and counts as well */
export function alarm(counts: readonly number[]): Verdict {
  const levels = counts.length + 1;
  const people = counts.reduce((all, one) => all + one, 1);
  const isLong = levels >= LEVELS && people >= PEOPLE;
  return { kind: !isLong ? 'none' : people >= GRAVE ? 'grave' : 'alarm', levels, people };
}
