import { describe, expect, it } from 'vitest';
import { en } from '../../../web/dispatch/messages/en.ts';
import { zh } from '../../../web/dispatch/messages/zh.ts';
import { en as fieldEn } from '../../../web/dispatch/field/messages/en.ts';
import { zh as fieldZh } from '../../../web/dispatch/field/messages/zh.ts';
import { en as layersEn } from '../../../web/dispatch/map/layers/messages/en.ts';
import { zh as layersZh } from '../../../web/dispatch/map/layers/messages/zh.ts';
import { en as wishesEn } from '../../../web/dispatch/plan/wishes/messages/en.ts';
import { zh as wishesZh } from '../../../web/dispatch/plan/wishes/messages/zh.ts';
import { en as printEn } from '../../../web/dispatch/print/messages/en.ts';
import { zh as printZh } from '../../../web/dispatch/print/messages/zh.ts';
import { en as runsEn } from '../../../web/dispatch/runs/messages/en.ts';
import { zh as runsZh } from '../../../web/dispatch/runs/messages/zh.ts';
import { en as whatIfEn } from '../../../web/dispatch/what-if/messages/en.ts';
import { zh as whatIfZh } from '../../../web/dispatch/what-if/messages/zh.ts';

type Sentences = Readonly<Record<string, string>>;
const parts: readonly (readonly [string, Sentences, Sentences])[] = [
  ['console', en, zh],
  ['field notices', fieldEn, fieldZh],
  ["map's layers", layersEn, layersZh],
  ['day sheets', printEn, printZh],
  ['wishes of plans', wishesEn, wishesZh],
  ['plan runs', runsEn, runsZh],
  ['what-if', whatIfEn, whatIfZh],
];
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(parts)('Every sentence of the %s', (_part, english, chinese) => {
  it('names the same things in both languages', () => {
    const unlike = Object.entries(english).filter(
      ([key, text]) => namesIn(text).join() !== namesIn(chinese[key] ?? '').join(),
    );
    expect(unlike).toEqual([]);
  });

  it('is said in Chinese, but for names', () => {
    const left = Object.entries(chinese).filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && /[A-Za-z]{4}/.test(text.replaceAll(/\{\w+\}/g, '')),
    );
    expect(left.map(([key]) => key).filter((key) => key !== 'product')).toEqual([]);
  });
});
