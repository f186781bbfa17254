import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantSpan } from '../../../shared/model/time.ts';
import { arrivalWindowFor, keptOrNewWindow } from '../../../shared/rules/arrival-window.ts';

const now = '2026-05-12T12:00:00.000Z';

describe('the arrival window', () => {
  test('is told in whole quarters of an hour around the planned start', () => {
    expect(arrivalWindowFor('2026-05-12T14:07:00.000Z', now)).toEqual({
      from: '2026-05-12T13:30:00.000Z',
      to: '2026-05-12T15:45:00.000Z',
    });
  });

  test('does not begin before the present quarter', () => {
    expect(arrivalWindowFor('2026-05-12T12:20:00.000Z', '2026-05-12T12:10:00.000Z').from).toBe(now);
  });

  test('always holds the planned start', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seconds) => {
        const start = new Date(Date.parse(now) + seconds * 1000).toISOString();
        const { from, to } = instantSpan.parse(arrivalWindowFor(start, now));
        expect(from <= start && start <= to).toBe(true);
      }),
    );
  });

  test('that was told is kept while it holds, and made anew when it does not', () => {
    const told = { from: '2026-05-12T13:00:00.000Z', to: '2026-05-12T15:00:00.000Z' };
    expect(keptOrNewWindow(told, '2026-05-12T15:00:00.000Z', now)).toEqual(told);
    const later = '2026-05-12T15:01:00.000Z';
    expect(keptOrNewWindow(told, later, now)).toEqual(arrivalWindowFor(later, now));
    expect(keptOrNewWindow(undefined, later, now)).toEqual(arrivalWindowFor(later, now));
  });
});
