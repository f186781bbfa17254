import { describe, expect, it } from 'vitest';
import { en } from '../../../web/dispatch/messages/en.ts';
import { zh } from '../../../web/dispatch/messages/zh.ts';

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const sentences = Object.entries<string>(en);

describe('Every sentence of the console', () => {
  it('names the same things in both languages', () => {
    const chinese: Readonly<Record<string, string>> = zh;
    const unlike = sentences.filter(([key, text]) => namesIn(text).join() !== namesIn(chinese[key] ?? '').join());
    expect(unlike).toEqual([]);
  });

  it('is said in Chinese, but for names', () => {
    const left = Object.entries<string>(zh).filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && /[A-Za-z]{4}/.test(text.replaceAll(/\{\w+\}/g, '')),
    );
    expect(left.map(([key]) => key)).toEqual(['product']);
  });
});
