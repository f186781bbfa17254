import { describe, expect, it } from 'vitest';
import { readAnew, withNewer, withPositions } from '../../../web/dispatch/state/newest.ts';
import { aFix, aPosition } from '../../builders/a-position.ts';
import { anAppointment } from '../../builders/an-appointment.ts';

describe('What the board knows', () => {
  const known = anAppointment({ version: 3, subject: 'as known' });
  const board = new Map([[known.id, known]]);

  it('is replaced by a newer version', () => {
    const newer = { ...known, version: 4, subject: 'newer' };
    expect(withNewer(board, [newer]).get(known.id)?.subject).toBe('newer');
  });

  it('is not undone by an older version that comes late', () => {
    expect(withNewer(board, [{ ...known, version: 2, subject: 'older' }])).toBe(board);
  });

  it('keeps the newest of several versions that come at once', () => {
    const heard = [
      { ...known, version: 5, subject: 'five' },
      { ...known, version: 4, subject: 'four' },
    ];
    expect(withNewer(board, heard).get(known.id)?.subject).toBe('five');
  });

  it('survives a reading that was overtaken by a live change', () => {
    const heard = { ...known, version: 4, subject: 'heard meanwhile' };
    expect(readAnew([known], new Map([[known.id, heard]])).get(known.id)?.subject).toBe('heard meanwhile');
  });

  it('lets a position never go back in time', () => {
    const now = aPosition({ fix: aFix({ at: '2026-05-12T14:00:10.000Z' }) });
    const positions = withPositions(new Map(), [now]);
    const late = { ...now, fix: aFix({ at: '2026-05-12T14:00:05.000Z' }) };
    expect(withPositions(positions, [late])).toBe(positions);
  });
});
