// The words of the console: every text as a pair, Chinese first, so that none can lack its other half.
import { createI18n } from 'vue-i18n';
import { common } from './common';
import { goods } from './goods';
import { ledger } from './ledger';
import { office } from './office';
import { people } from './people';
import { programme } from './programme';
import { states } from './states';
import { system } from './system';
import { trade } from './trade';
import { trail } from './trail';

export type Pair = readonly [zh: string, en: string];
export interface Words {
  readonly [name: string]: Pair | Words;
}
export type Language = 'zh' | 'en';
interface Messages {
  [name: string]: string | Messages;
}

export const words = { ...common, states, trade, goods, people, programme, ledger, system, office, trail } satisfies Words;

const isPair = (value: Pair | Words): value is Pair => Array.isArray(value);

export function half(tree: Words, language: Language): Messages {
  const side = language === 'zh' ? 0 : 1;
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [name, isPair(value) ? value[side] : half(value, language)]),
  );
}

const KEPT = 'hongli.language';

function kept(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: kept() as string,
  fallbackLocale: 'zh',
  messages: { zh: half(words, 'zh'), en: half(words, 'en') } as Record<string, Messages>,
  missingWarn: false,
  fallbackWarn: false,
});

export const language = (): Language => (i18n.global.locale.value === 'en' ? 'en' : 'zh');

export function t(name: string, values: Record<string, string | number> = {}): string {
  return i18n.global.t(name, values);
}

/** The text called `name`, or `otherwise` where there is none: what the server may add tomorrow is told as it is. */
export function word(name: string, otherwise: string): string {
  return i18n.global.te(name) ? i18n.global.t(name) : otherwise;
}

/** Of a text that says the same in both languages, Chinese first, the part of the reader's language. */
export function side(text: string): string {
  const parts = /^([\s\S]*[\u3000-\u9fff\uff00-\uffef])\s+([A-Z0-9`][\s\S]*)$/.exec(text);
  return parts ? (parts[language() === 'zh' ? 1 : 2] ?? text) : text;
}

export function speak(chosen: Language): void {
  i18n.global.locale.value = chosen;
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
}
