import { describe, expect, it } from 'vitest';
import { neighbour } from '../../../web/dispatch/board/neighbour.ts';
import { timeScale } from '../../../web/dispatch/board/time-scale.ts';
import type { BoardRowView } from '../../../web/dispatch/state/board-rows.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';

const zone = 'America/New_York';

describe('The time board', () => {
  it('shows seven to six at least, more where somebody works longer', () => {
    const usual = timeScale('2026-05-12', zone, [], 1100);
    expect(new Date(usual.from).toISOString()).toBe('2026-05-12T11:00:00.000Z');
    expect(new Date(usual.to).toISOString()).toBe('2026-05-12T22:00:00.000Z');
    const evening = { from: Date.parse('2026-05-12T23:10:00Z'), to: Date.parse('2026-05-13T00:20:00Z') };
    expect(new Date(timeScale('2026-05-12', zone, [evening], 1100).to).toISOString()).toBe('2026-05-13T01:00:00.000Z');
  });

  it('tells the time under the pointer to the next five minutes', () => {
    const scale = timeScale('2026-05-12', zone, [], 1100);
    const at = Date.parse('2026-05-12T14:32:00Z');
    expect(new Date(scale.timeAt(scale.x(at))).toISOString()).toBe('2026-05-12T14:30:00.000Z');
  });

  it('has 23 hours where the clock goes forward', () => {
    const whole = [{ from: Date.parse('2026-03-08T05:00:00Z'), to: Date.parse('2026-03-09T04:00:00Z') }];
    expect(timeScale('2026-03-08', zone, whole, 500).hours).toHaveLength(24);
  });

  it('leads by arrow keys along a row and to the nearest in time of the next row that has any', () => {
    const row = (...starts: string[]): BoardRowView => {
      const technician = aTechnician();
      const blocks = starts.map((start) => {
        const appointment = anAssignedAppointment(technician.id, `2026-05-12T${start}:00.000Z`);
        const from = Date.parse(`2026-05-12T${start}:00.000Z`);
        return { appointment, from, to: from + 3_600_000, travelFrom: from };
      });
      return { id: technician.id, technician, shifts: [], taken: [], blocks, position: undefined, state: 'available' };
    };
    const rows = [row('13:00', '16:00'), row(), row('12:30', '15:30')];
    const idAt = (r: number, b: number) => rows[r]?.blocks[b]?.appointment.id;
    expect(neighbour(rows, idAt(0, 0), 'ArrowRight')?.id).toBe(idAt(0, 1));
    expect(neighbour(rows, idAt(0, 1), 'ArrowDown')?.id).toBe(idAt(2, 1));
    expect(neighbour(rows, idAt(2, 0), 'ArrowUp')?.id).toBe(idAt(0, 0));
    expect(neighbour(rows, idAt(0, 0), 'ArrowUp')).toBeUndefined();
  });
});
