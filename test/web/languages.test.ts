import { describe, expect, it } from 'vitest';
import { en as customerEnglish } from '../../web/customer/messages/en.ts';
import { zh as customerChinese } from '../../web/customer/messages/zh.ts';
import { en as quoteEnglish } from '../../web/customer/quote/messages/en.ts';
import { zh as quoteChinese } from '../../web/customer/quote/messages/zh.ts';
import { en as bookEnglish } from '../../web/dispatch/administration/messages/en.ts';
import { zh as bookChinese } from '../../web/dispatch/administration/messages/zh.ts';
import { en as coverageEnglish } from '../../web/dispatch/coverage/messages/en.ts';
import { zh as coverageChinese } from '../../web/dispatch/coverage/messages/zh.ts';
import { en as technicianEnglish } from '../../web/technician/messages/en.ts';
import { syncEn } from '../../web/technician/messages/sync-en.ts';
import { syncZh } from '../../web/technician/messages/sync-zh.ts';
import { workEn } from '../../web/technician/messages/work-en.ts';
import { workZh } from '../../web/technician/messages/work-zh.ts';
import { zh as technicianChinese } from '../../web/technician/messages/zh.ts';

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each([
  ['customer', customerEnglish, customerChinese],
  ['technician', { ...technicianEnglish, ...syncEn, ...workEn }, { ...technicianChinese, ...syncZh, ...workZh }],
  ['company book', bookEnglish, bookChinese],
  ['quote', quoteEnglish, quoteChinese],
  ['coverage', coverageEnglish, coverageChinese],
])("Every sentence of the %s's page", (_page, english: Record<string, string>, chinese: Record<string, string>) => {
  it('names the same things in both languages', () => {
    const names = (messages: Record<string, string>) =>
      Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, namesIn(text)]));
    expect(names(chinese)).toEqual(names(english));
  });

  it('is said in Chinese, not left in English', () => {
    const left = Object.entries(chinese).filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && /[A-Za-z]{3}/.test(text.replaceAll(/\{\w+\}/g, '')),
    );
    expect(left).toEqual([]);
  });
});
