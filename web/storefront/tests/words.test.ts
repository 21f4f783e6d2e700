import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '@/words/en';
import { zh } from '@/words/zh';

// Words that promise, which no text of a shop may hold.
const FORBIDDEN = [
  /购物返本/, /消费等于赚钱/, /只涨不跌/, /稳赚/, /全返/, /返本/, /保本/, /保收益/, /必涨/, /躺赚/, /零风险/, /无风险/, /高收益/, /高回报/,
  /翻倍/, /财富自由/, /一夜暴富/, /坐享/, /预计收益/, /预期收益/, /年化/,
  /never falls?/i, /only (ever )?rises?/i, /guaranteed?/i, /risk[- ]free/i, /full(y)? refunded purchase/i, /money back for shopping/i,
  /passive income/i, /get rich/i, /sure (profit|gain)/i, /expected (return|yield|profit)/i, /spend(ing)? is earning/i, /annual(ised)? (return|yield)/i,
];

function flat(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as [string, string]] : flat(value as object, `${path}${name}.`),
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? (entry.name === 'generated' ? [] : sources(path)) : /\.(vue|ts)$/.test(path) ? [path] : [];
  });
}

const both = { zh: flat(zh), en: flat(en) };
const names = new Set(both.zh.map(([name]) => name));

describe('texts', () => {
  it('are there in both languages, none empty', () => {
    expect(both.en.map(([name]) => name).sort()).toEqual([...names].sort());
    expect([...both.zh, ...both.en].filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('have the same gaps in both languages', () => {
    const gaps = (text: string) => (text.match(/\{\w+}/g) ?? []).sort();
    const english = new Map(both.en);
    for (const [name, text] of both.zh) {
      expect([name, gaps(english.get(name) ?? '')]).toEqual([name, gaps(text)]);
    }
  });

  it.each(['zh', 'en'] as const)('promise nothing: %s', (tongue) => {
    const found = both[tongue].flatMap(([name, text]) =>
      FORBIDDEN.filter((word) => word.test(text)).map((word) => `${name}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('finds a promise that is planted', () => {
    expect(FORBIDDEN.some((word) => word.test('本店购物返本，积分只涨不跌'))).toBe(true);
    expect(FORBIDDEN.some((word) => word.test('Guaranteed gains'))).toBe(true);
  });

  it('are right for one as for many, where they stand beside a count', () => {
    const counted = /\{(count|levels|pieces|days)\} [a-z]+s\b|\(s\)/;
    expect(both.en.filter(([, text]) => counted.test(text)).map(([name]) => name)).toEqual([]);
  });

  it('are Chinese in Chinese and English in English', () => {
    expect(both.en.filter(([name, text]) => /[\u4e00-\u9fff]/.test(text) && !name.endsWith('Sample'))).toEqual([]);
    const plain = (text: string) => text.replace(/\{\w+}/g, '');
    expect(both.zh.filter(([name, text]) => !/[\u4e00-\u9fff]/.test(plain(text)) && !name.endsWith('Sample'))).toEqual([]);
  });

  it('are there wherever a page asks for one, and pages hold none of their own', () => {
    const missing: string[] = [];
    for (const path of sources('src')) {
      const text = readFileSync(path, 'utf8');
      for (const [, , name] of text.matchAll(/(?<!:)\b(t\(|name=)['"]([a-z]\w*\.[\w.-]+)['"]/g)) {
        if (!names.has(name) && /\./.test(name)) {
          missing.push(`${path}: ${name}`);
        }
      }
      for (const [, name] of text.matchAll(/\bt\(`([a-z]\w*(?:\.\w+)*)\.\$\{/g)) {
        if (![...names].some((each) => each.startsWith(`${name}.`))) {
          missing.push(`${path}: ${name}.…`);
        }
      }
      const isWords = /words[\\/](zh|en)\.ts$/.test(path);
      const own = text.replace(/<!--[\s\S]*?-->|\/\/.*|\/\*[\s\S]*?\*\//g, '');
      if (!isWords && /[\u4e00-\u9fff]/.test(own.replace(/'中文'/g, '').replace(/、|；/g, ''))) {
        missing.push(`${path}: Chinese of its own`);
      }
    }
    expect(missing).toEqual([]);
  });
});
