import { expect, test } from 'vitest';
import { startPage } from '../../../infra/local/front/start-page.ts';
import { localMessages } from '../../../infra/local/messages/local-messages.ts';

const pageFor = (language?: string): string => {
  const words = localMessages(language === undefined ? {} : { 'accept-language': language });
  return String(startPage(words, '/customer/#secret', {}).body);
};

test('a newcomer is led in the language that his browser prefers of the two', () => {
  expect(pageFor('zh-CN,zh;q=0.9,en;q=0.8')).toMatch(/<html lang="zh">[^]*从这里开始[^]*调度台/);
  expect(pageFor('de,en;q=0.7,zh;q=0.3')).toMatch(/<html lang="en">[^]*Start here/);
});

test('without a wish the page is English and leads everywhere', () => {
  const page = pageFor();
  expect(page).toContain('Dispatch console');
  for (const href of ['/dispatch/', '/technician/', '/customer/#secret', '/local/outbox', '/docs']) {
    expect(page).toContain(`href="${href}"`);
  }
});
