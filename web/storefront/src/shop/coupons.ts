// What a coupon says, in words.
import type { CouponKind } from '@/api/buying';
import { isNothing, percent, yuan } from '@/exact/money';
import { t } from '@/words/words';

/** What it takes off: `¥20`, or a part of the price. */
export function couponOff(kind: CouponKind): string {
  return kind.off ? `¥${yuan(kind.off).replace(/\.00$/, '')}` : t('coupon.part', { rate: percent(kind.offMillionths) });
}

/** From which sum on it counts, and what it takes off at most. */
export function couponRule(kind: CouponKind): string {
  const from = isNothing(kind.threshold) ? t('coupon.anySum') : t('coupon.from', { amount: yuan(kind.threshold) });
  return kind.most && !kind.off ? `${from} · ${t('coupon.most', { amount: yuan(kind.most) })}` : from;
}

export function couponWorth(kind: CouponKind): string {
  return `${kind.name} ${couponOff(kind)}`;
}
