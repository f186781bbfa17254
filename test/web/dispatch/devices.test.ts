import { describe, expect, it } from 'vitest';
import { en } from '../../../web/dispatch/devices/messages/en.ts';
import { zh } from '../../../web/dispatch/devices/messages/zh.ts';
import { qrPath } from '../../../web/dispatch/devices/qr-path.ts';

describe('the QR code of a tracker app', () => {
  it('has its three corners inside a quiet zone of four modules', () => {
    const { size, path } = qrPath('https://fieldline.test/v1/trackers/traccar?id=secret');
    for (const [x, y] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ]) {
      for (const step of [0, 6]) expect(path).toContain(`M${(x ?? 0) + step} ${y}h1v1h-1z`);
    }
    const columns = [...path.matchAll(/M(\d+) /g)].map(([, column]) => Number(column));
    expect(Math.min(...columns)).toBe(4);
    expect(Math.max(...columns)).toBeLessThan(size - 4);
  });

  it('holds all of OwnTracks’ configuration with its secret', () => {
    const secret = `tn_${'0'.repeat(26)}.${'x'.repeat(43)}`;
    expect(() => qrPath(`owntracks:///config?inline=${'A'.repeat(400)}${secret}`)).not.toThrow();
  });
});

describe('the sentences about tracker apps', () => {
  it('name the same things in both languages', () => {
    const names = (messages: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(messages).map(([key, text]) => [key, [...text.matchAll(/\{\w+\}/g)].map(String).sort()]),
      );
    expect(names(zh)).toEqual(names(en));
  });
});
