import { describe, expect, test } from 'vitest';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { appointmentStatus, type Appointment } from '../../../shared/model/appointment.ts';
import type { LatestPosition } from '../../../shared/model/position-fix.ts';
import { linkEnded, visibleToCustomer } from '../../../shared/rules/tracking-visibility.ts';
import { aFix, aPosition } from '../../builders/a-position.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const rosa = anId('technician');
const now = '2026-05-12T14:05:00.000Z';
const travelling = anAssignedAppointment(rosa, '2026-05-12T14:30:00.000Z', {
  status: 'travelling',
  travelStartedAt: '2026-05-12T13:55:00.000Z',
  plannedTravelSeconds: 1200,
  arrivalWindow: { from: '2026-05-12T14:00:00.000Z', to: '2026-05-12T16:00:00.000Z' },
});
const position = aPosition({ technicianId: rosa, appointmentId: travelling.id });

const see = (appointment: Appointment, latestPosition: LatestPosition | undefined = position) =>
  visibleToCustomer({ appointment, latestPosition, now, travel: estimatedTravel });

describe('the customer', () => {
  test('sees position and arrival while the technician travels to him', () => {
    const { onTheWay, showsTechnician, arrivalWindow } = see(travelling);
    expect(showsTechnician).toBe(true);
    expect(arrivalWindow).toEqual(travelling.arrivalWindow);
    expect(onTheWay).toMatchObject({ position: position.fix.location, seenAt: position.fix.at, estimate: true });
    const arrival =
      Date.parse(position.fix.at) +
      1000 * estimatedTravel.travel(position.fix.location, travelling.place.location).seconds;
    expect(Date.parse(onTheWay?.eta?.from ?? '')).toBeLessThan(arrival);
    expect(Date.parse(onTheWay?.eta?.to ?? '')).toBeGreaterThan(arrival);
  });

  test('sees the arrival that was made of the whole way so far, in whole minutes', () => {
    const eta = {
      expectedAt: '2026-05-12T14:21:00.000Z',
      from: '2026-05-12T14:18:20.000Z',
      to: '2026-05-12T14:25:40.000Z',
      estimate: false,
    };
    expect(see(travelling, { ...position, eta }).onTheWay).toMatchObject({
      eta: { from: '2026-05-12T14:18:00.000Z', to: '2026-05-12T14:26:00.000Z' },
      estimate: false,
    });
  });

  test('sees no position in any other state', () => {
    for (const status of appointmentStatus.options.filter((one) => one !== 'travelling')) {
      expect(see({ ...travelling, status }).onTheWay).toBeUndefined();
    }
  });

  test.each<[string, LatestPosition]>([
    ['of the way to someone else', aPosition({ technicianId: rosa, appointmentId: anId('appointment') })],
    ['without any appointment', aPosition({ technicianId: rosa })],
    ['of another technician', aPosition({ appointmentId: travelling.id })],
    ['from before he set out', { ...position, fix: aFix({ at: '2026-05-12T13:55:29.000Z' }) }],
    ['that is more than ten minutes old', { ...position, fix: aFix({ at: '2026-05-12T13:54:59.000Z' }) }],
  ])('sees no position %s, but the planned arrival', (which, other) => {
    const setOut = which === 'from before he set out' ? '2026-05-12T13:56:00.000Z' : '2026-05-12T13:50:00.000Z';
    const { onTheWay } = see({ ...travelling, travelStartedAt: setOut }, other);
    expect(onTheWay?.position).toBeUndefined();
    expect(onTheWay?.seenAt).toBeUndefined();
    expect(onTheWay?.eta).toBeDefined();
  });

  test('sees where he sets out from, although that fix is a moment older than the word that he does', () => {
    const fix = aFix({ at: '2026-05-12T13:55:58.000Z' });
    const { onTheWay } = see({ ...travelling, travelStartedAt: '2026-05-12T13:56:00.000Z' }, { ...position, fix });
    expect(onTheWay?.position).toEqual(fix.location);
  });

  test.each(['completed', 'cannot-complete', 'cancelled'] as const)(
    'learns nothing of the technician once it is %s',
    (status) => {
      expect(see({ ...travelling, status })).toEqual({ showsTechnician: false });
    },
  );
});

describe('a link', () => {
  const finished = { ...travelling, status: 'completed' as const, actualEndAt: '2026-05-11T14:05:01.000Z' };

  test('opens while the appointment is open and for a day after', () => {
    expect(linkEnded({}, travelling, now)).toBeUndefined();
    expect(linkEnded({}, finished, now)).toBeUndefined();
  });

  test('is dead a day after the end', () => {
    expect(linkEnded({}, { ...finished, actualEndAt: '2026-05-11T14:05:00.000Z' }, now)).toBe('finished');
  });

  test('is dead when it is revoked or has expired', () => {
    expect(linkEnded({ revokedAt: '2026-05-12T14:00:00.000Z' }, travelling, now)).toBe('revoked');
    expect(linkEnded({ expiresAt: now }, undefined, now)).toBe('expired');
  });
});
