import { describe, expect, test } from 'vitest';
import { dayFiguresSchema } from '../../../shared/protocol/endpoints/board.ts';
import { dayFigures, type DayFiguresQuestion } from '../../../shared/rules/day-figures.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const rosa = anId('technician');
const now = '2026-05-12T16:00:00.000Z';
const shifts = [{ from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T20:00:00.000Z' }];

/** Half an hour of way and an hour and a half of work, fixed, well before it was due. */
const finished = (changes: Partial<Appointment> = {}) =>
  anAssignedAppointment(rosa, '2026-05-12T12:30:00.000Z', {
    status: 'completed',
    travelStartedAt: '2026-05-12T12:00:00.000Z',
    actualStartAt: '2026-05-12T12:30:00.000Z',
    actualEndAt: '2026-05-12T14:00:00.000Z',
    outcome: { code: 'fixed' },
    ...changes,
  });

const figuresOf = (appointments: readonly Appointment[], changes: Partial<DayFiguresQuestion> = {}) =>
  dayFiguresSchema.parse(
    dayFigures({ appointments, unscheduled: 0, technicians: [{ technicianId: rosa, shifts }], now, ...changes }),
  );

describe("the day's figures", () => {
  test('count appointments by status and what waits', () => {
    const appointments = [finished(), finished(), anAssignedAppointment(rosa, now)];
    expect(figuresOf(appointments, { unscheduled: 4 })).toMatchObject({
      byStatus: { completed: 2, scheduled: 1 },
      unscheduled: 4,
      perTechnician: [{ technicianId: rosa, appointments: 3, completed: 2 }],
    });
  });

  test('have no shares where nothing counts yet', () => {
    expect(figuresOf([], { now: '2026-05-12T11:00:00.000Z' })).toEqual({
      byStatus: {},
      unscheduled: 0,
      perTechnician: [
        { technicianId: rosa, appointments: 0, completed: 0, workSeconds: 0, travelSeconds: 0, shiftSeconds: 28_800 },
      ],
    });
  });

  test('share travel and work as they really were, up to now', () => {
    expect(figuresOf([finished()])).toMatchObject({ travelSharePercent: 25, utilisationPercent: 38 });
    const underWay = anAssignedAppointment(rosa, now, {
      status: 'travelling',
      travelStartedAt: '2026-05-12T15:00:00.000Z',
    });
    expect(figuresOf([underWay])).toMatchObject({ travelSharePercent: 100, perTechnician: [{ travelSeconds: 3600 }] });
  });

  test('call on time who began within the arrival window, or without one ended before it was due', () => {
    const window = { from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T12:30:00.000Z' };
    expect(figuresOf([finished({ arrivalWindow: window })]).onTimePercent).toBe(100);
    const late = finished({ arrivalWindow: window, actualStartAt: '2026-05-12T12:31:00.000Z' });
    const overdue = finished({ dueBy: '2026-05-12T13:59:00.000Z' });
    expect(figuresOf([late, overdue, finished(), finished()]).onTimePercent).toBe(50);
  });

  test('call fixed at once what needs no further appointment', () => {
    const again = finished();
    const further = anAppointment({ workOrderId: again.workOrderId });
    const notFixed = finished({ outcome: { code: 'temporary-fix' } });
    const notDone = finished({ status: 'cannot-complete', outcome: { code: 'no-access' } });
    expect(
      figuresOf([finished(), again, notFixed, notDone], { otherAppointments: [further] }).firstTimeFixPercent,
    ).toBe(25);
  });

  test('leave a cancelled further appointment out of account', () => {
    const one = finished();
    const cancelled = anAppointment({ workOrderId: one.workOrderId, status: 'cancelled' });
    expect(figuresOf([one], { otherAppointments: [cancelled] }).firstTimeFixPercent).toBe(100);
  });
});
