import { describe, expect, test } from 'vitest';
import { beginsAs } from '../../../shared/rules/begins-as.ts';

const heads = {
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/webp': Buffer.from('RIFF\u0001\u0002\u0003\u0004WEBPVP8 '),
  'application/pdf': Buffer.from('%PDF-1.7\n'),
};
const types = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;

describe.each(types)('A file said to be %s', (type) => {
  test('begins as one, and as nothing else', () => {
    expect(types.filter((other) => beginsAs(other, heads[type]))).toEqual([type]);
  });

  test.each(['<!doctype html>', '<svg xmlns=', 'MZ', 'RIFF\u0001\u0002\u0003\u0004WAVE', ''])(
    'does not begin with %j',
    (text) => {
      expect(beginsAs(type, Buffer.from(text))).toBe(false);
    },
  );
});
