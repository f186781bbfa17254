import { describe, expect, test } from 'vitest';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { partsFromVan } from '../../../shared/model/parts-from-van.ts';
import type { Pickup } from '../../../shared/model/pickup.ts';
import { cancelAppointment, unscheduleAppointment } from '../../../shared/rules/appointment-planning.ts';
import { keptPickups } from '../../../shared/rules/kept-pickups.ts';
import { fetchPart } from '../../../shared/rules/mutations/fetch-part.ts';
import type { Doing } from '../../../shared/rules/mutations/visit-rule.ts';
import { stockChanges } from '../../../shared/rules/stock-changes.ts';
import { emptyDay, endInterval, takeInterval, takePickup } from '../../../shared/rules/technician-day.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const at = (time: string) => `2026-05-12T${time}:00.000Z`;
const [rosa, valve, depot, van] = [anId('technician'), anId('part'), anId('stockLocation'), anId('stockLocation')];
const aPickup = (changes: Partial<Pickup> = {}): Pickup => ({
  ...{ partId: valve, quantity: 2, stockLocationId: depot, stockLocationName: 'Depot North' },
  place: { location: [-71.06, 42.36], addressText: '1 Depot Road' },
  ...{ plannedStartAt: at('12:40'), plannedEndAt: at('12:50') },
  ...changes,
});
const needy = (changes: Partial<Appointment> = {}) =>
  anAssignedAppointment(rosa, at('13:00'), {
    partRequirements: [{ partId: valve, quantity: 2 }],
    pickups: [aPickup()],
    ...changes,
  });
const released = { stockLocationId: depot, partId: valve, reserved: -2, taken: 0 };

describe('what is fetched on the way', () => {
  test('is not asked of the van until it is there', () => {
    expect(partsFromVan(needy())).toEqual([]);
    const needed = [{ partId: valve, quantity: 2 }];
    expect(partsFromVan(needy({ pickups: [aPickup({ takenAt: at('12:45') })] }))).toEqual(needed);
    expect(partsFromVan(needy({ pickups: [aPickup({ quantity: 1 })] }))).toEqual([{ partId: valve, quantity: 1 }]);
  });

  test('stays with who fetches it as long as it is over before the appointment begins', () => {
    expect(keptPickups(needy(), rosa, at('12:50'))).toHaveLength(1);
    expect(keptPickups(needy(), rosa, at('12:49'))).toEqual([]);
    expect(keptPickups(needy(), anId('technician'), at('14:00'))).toEqual([]);
  });

  test('is released when the appointment is taken back or cancelled', () => {
    for (const after of [unscheduleAppointment(needy()), cancelAppointment(needy(), 'Mended by itself')]) {
      if (!after.ok) throw new Error(after.reason);
      expect(stockChanges([{ before: needy(), after: after.appointment }])).toEqual([released]);
    }
  });

  test('changes no stock where two appointments that need the same change places', () => {
    const [one, other] = [needy(), needy({ pickups: [] })];
    expect(
      stockChanges([
        { before: one, after: { ...one, pickups: [] } },
        { before: other, after: { ...other, pickups: [aPickup()] } },
      ]),
    ).toEqual([]);
  });

  test('takes its own time of the day, refused where another stands, and goes with the appointment', () => {
    const { id } = needy();
    const span = { from: at('12:40'), to: at('12:50') };
    const taken = takeInterval(emptyDay(rosa, '2026-05-12'), {
      ...{ kind: 'appointment', id, from: at('13:00') },
      to: at('14:00'),
    });
    if (!taken.ok) throw new Error('the day was free');
    const fetched = takePickup(taken.day, id, span);
    if (!fetched.ok) throw new Error('the day was free');
    expect(fetched.day.intervals.map(({ kind }) => kind)).toEqual(['pickup', 'appointment']);
    expect(takePickup(fetched.day, anId('appointment'), span)).toMatchObject({
      ok: false,
      conflict: { kind: 'pickup' },
    });
    expect(endInterval(fetched.day, id, at('13:30')).intervals).toMatchObject([
      { kind: 'appointment', to: at('13:30') },
    ]);
  });
});

describe('who has fetched a part', () => {
  const doing: Doing = {
    ...{ technicianId: rosa, name: 'Rosa', accountId: rosa, vanStockLocationId: van },
    ...{ at: at('12:44'), now: at('12:44') },
  };
  const visit = (appointment: Appointment) => ({
    appointment,
    partUsages: [],
    meterReadings: [],
    stock: [],
    parts: [],
  });
  const about = (appointment: Appointment) => ({
    appointmentId: appointment.id,
    partId: valve,
    stockLocationId: depot,
  });
  const fetching = (appointment: Appointment, more: Partial<Doing> = {}) =>
    fetchPart(visit(appointment), about(appointment), { ...doing, ...more });

  test('has it on his van, and it is reserved no more', () => {
    const before = needy();
    const fetched = fetching(before);
    if (!fetched.ok || !fetched.appointment) throw new Error('it was refused');
    expect(fetched.stock).toEqual({ stockLocationId: van, partId: valve, change: 2 });
    expect(stockChanges([{ before, after: fetched.appointment }])).toEqual([{ ...released, taken: 2 }]);
  });

  test('has it once', () => {
    const fetched = fetching(needy());
    if (!fetched.ok || !fetched.appointment) throw new Error('it was refused');
    expect(fetching(fetched.appointment)).toMatchObject({ ok: false, reason: 'nothing-to-fetch' });
  });

  test('is refused what is another’s, what is over, and what has no van to lie on', () => {
    expect(fetching(needy(), { technicianId: anId('technician') })).toMatchObject({ reason: 'not-assigned-to-you' });
    expect(fetching(needy({ status: 'cancelled' }))).toMatchObject({ reason: 'wrong-state' });
    expect(fetching(needy(), { vanStockLocationId: undefined })).toMatchObject({ reason: 'no-van' });
  });
});
