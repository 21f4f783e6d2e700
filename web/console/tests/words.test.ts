import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { half, i18n, type Pair, side, speak, t, word, type Words, words } from '@/words';

function pairs(tree: Words, path = ''): [string, Pair][] {
  return Object.entries(tree).flatMap(([name, value]): [string, Pair][] =>
    Array.isArray(value) ? [[path + name, value as Pair]] : pairs(value as Words, `${path}${name}.`));
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : /\.(vue|ts)$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

const all = pairs(words);
const gaps = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)}/g)].map((found) => found[1]!))].sort();
const SAME = new Set(['language']);
/** An alarm tells of three levels at least. */
const MANY = new Set(['people.alarm', 'people.alarmGrave']);
const FORBIDDEN = ['购物返本', '消费等于赚钱', '只涨不跌', '稳赚', '全返', '保本', '躺赚', '零风险'];

describe('words', () => {
  it('are there in both languages', () => {
    expect(all.length).toBeGreaterThan(400);
    for (const [name, [zh, en]] of all) {
      expect(zh, name).toMatch(/\S/);
      expect(en, name).toMatch(/\S/);
      if (SAME.has(name)) continue;
      expect(en, name).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('have the same gaps in both', () => {
    for (const [name, [zh, en]] of all) expect(gaps(zh), name).toEqual(gaps(en));
  });

  it('are right for one as for many, where they stand beside a number', () => {
    const counted = /\{(count|days|members|levels|depth|below|orders|programmes|lines|seen|first|next)\} [a-z]+s\b/;
    const found = all.filter(([name, [, en]]) => counted.test(en) && !MANY.has(name)).map(([name]) => name);
    expect(found).toEqual([]);
  });

  it('hold nothing that the reader of words would take for a sign', () => {
    for (const [name, [zh, en]] of all) expect(zh + en, name).not.toMatch(/[@|]/);
  });

  it('promise nothing', () => {
    for (const [name, [zh]] of all) for (const wrong of FORBIDDEN) expect(zh, name).not.toContain(wrong);
  });

  it('are there wherever a page asks for one', () => {
    const known = new Set(all.map(([name]) => name));
    const asked = /(?:\$t|\bt)\('([\w.]+)'/g;
    for (const path of sources('src')) {
      for (const [, name] of readFileSync(path, 'utf8').matchAll(asked)) {
        if (name!.endsWith('.')) expect(all.some(([one]) => one.startsWith(name!)), `${name} in ${path}`).toBe(true);
        else expect(known.has(name!), `${name} in ${path}`).toBe(true);
      }
    }
  });

  it('stand nowhere but in the lists of words', () => {
    for (const path of sources('src').filter((one) => !one.includes('/words/'))) {
      const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/\[\\u[^\]]*]|\[[;；,，=＝:：\]|]+/g, '');
      expect(text.match(/[\u4e00-\u9fff]+/g) ?? [], path).toEqual([]);
    }
  });

  it('name every permission that the server knows', () => {
    const people = JSON.parse(readFileSync('../src/main/resources/openapi/people.json', 'utf8')) as { components: { schemas: { Permission: { enum: string[] } } } };
    const named = Object.keys(words['states']['permission']).sort();
    expect(named).toEqual([...people.components.schemas.Permission.enum].sort());
  });

  it('change with the language', () => {
    speak('en');
    expect(t('nav.orders')).toBe('Orders');
    expect(t('pageNumber', { number: 2 })).toBe('Page 2');
    speak('zh');
    expect(t('nav.orders')).toBe('订单');
    expect(i18n.global.locale.value).toBe('zh');
    expect(word('states.order.unknown_one', 'unknown_one')).toBe('unknown_one');
    expect(side('列出计划 List programmes')).toBe('列出计划');
    expect(half({ a: ['一', 'one'] }, 'en')).toEqual({ a: 'one' });
  });
});
