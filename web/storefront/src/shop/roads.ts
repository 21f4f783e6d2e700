// The roads between pages.
import { queryText } from '@/api/server';

/** The pages of the bar at the foot. */
export const TABS = ['home', 'category', 'basket', 'me'];

export function address(page: string, values: object = {}): string {
  return `/pages/${page}/${page}${queryText(values)}`;
}

/** Opens a page, such as `goods` with `{ id: 7 }`. */
export function go(page: string, values: object = {}): void {
  // #ifdef MP-WEIXIN
  if (TABS.includes(page)) {
    uni.switchTab({ url: address(page) });
    return;
  }
  // #endif
  uni.navigateTo({ url: address(page, values) });
}

/** Opens a page in the place of this one, so that the way back does not lead here again. */
export function replace(page: string, values: object = {}): void {
  // #ifdef MP-WEIXIN
  if (TABS.includes(page)) {
    uni.switchTab({ url: address(page) });
    return;
  }
  // #endif
  uni.redirectTo({ url: address(page, values) });
}

/** A value of a page's address as it was meant, whether or not the platform has decoded it. */
export function meant(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Back to where the member came from; home where this was the first page. */
export function back(): void {
  if (getCurrentPages().length > 1) {
    uni.navigateBack();
  } else {
    replace('home');
  }
}
