import { afterEach, expect, it, vi } from 'vitest';
import { failedWords } from '../../../../web/dispatch/administration/exchange/failed-words.ts';
import { language } from '../../../../web/ui/language.svelte.ts';

const nobody = {
  reason: 'bad-input',
  detail: 'customer: there is no customer K-7',
  ...({ field: 'customer', finding: 'not-there', said: 'K-7' } as const),
};
afterEach(() => {
  vi.restoreAllMocks();
});

it('says in the person’s language why a line was not taken, with what it names', () => {
  expect(failedWords(nobody)).toBe('customer: K-7: is not there');
  vi.spyOn(language, 'current', 'get').mockReturnValue('zh');
  expect(failedWords(nobody)).toBe('customer: K-7：不存在');
  expect(failedWords({ reason: 'changed-meanwhile', detail: 'Others change it.' })).toMatch(/[\u4e00-\u9fff]/);
});

it('gives the server’s own words where it says no code that is known here', () => {
  expect(failedWords({ reason: 'new-rule', detail: 'The moon is full.' })).toBe('The moon is full.');
});
