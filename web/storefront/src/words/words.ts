// The texts of the shop in the reader's language. vue-i18n leaves its gaps unfilled in mini-programs; this serves both.
import { ref } from 'vue';
import { en } from './en';
import { zh, type Words } from './zh';

export type Language = 'zh' | 'en';

const KEPT = 'hongli.language';
const TEXTS: Record<Language, Words> = { zh, en };

export const language = ref<Language>(uni.getStorageSync(KEPT) === 'en' ? 'en' : 'zh');

/** The text under `name`, such as `goods.buyNow`, its `{gaps}` filled. */
export function t(name: string, gaps: Record<string, string | number | undefined> = {}): string {
  return told(TEXTS[language.value], name, gaps) ?? name;
}

export function speak(chosen: Language): void {
  language.value = chosen;
  uni.setStorageSync(KEPT, chosen);
  apply();
}

/** Tells the browser, or the mini-program, which language this is. */
export function apply(): void {
  // #ifdef H5
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  // #endif
  // #ifdef MP-WEIXIN
  ['home', 'category', 'basket', 'me'].forEach((name, index) => {
    uni.setTabBarItem({ index, text: t(`frame.${name}`), fail: () => undefined });
  });
  // #endif
}

export function told(
  words: unknown,
  name: string,
  gaps: Record<string, string | number | undefined> = {},
): string | undefined {
  const text = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
  return typeof text === 'string' ? text.replace(/\{(\w+)}/g, (_, gap) => String(gaps[gap] ?? '')) : undefined;
}
