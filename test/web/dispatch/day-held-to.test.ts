import { expect, it } from 'vitest';
import type { HeldTo } from '../../../shared/protocol/endpoints/contracts.ts';
import type { PlanningTechnician } from '../../../shared/routing/planning-day.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { compareDays } from '../../../web/dispatch/what-if/compare-days.ts';
import { dayHeldTo } from '../../../web/dispatch/what-if/day-held-to.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { homeTerritoryId } from '../../builders/a-territory.ts';
import { anAppointment, tuesday } from '../../builders/an-appointment.ts';
import { aRecord } from '../../builders/an-id.ts';

const at = (time: string) => `${tuesday}T${time}:00.000Z`;
const rosa = aTechnician();
const tomas = aTechnician({ ...aRecord('technician'), name: 'Tomas' });
const working = (technician: Technician): PlanningTechnician => ({
  technician,
  shifts: [{ from: at('12:00'), to: at('20:00') }],
  taken: [],
  vanStock: new Map(),
});
const visit = anAppointment({ durationSeconds: 3600 });
const plannedFor = (
  technicians: readonly Technician[],
  held: Omit<HeldTo, 'appointmentId'>,
  one: Appointment = visit,
) => {
  const day = dayHeldTo(
    {
      territory: { id: homeTerritoryId, timeZone: 'America/New_York' },
      day: tuesday,
      now: at('10:00'),
      technicians: technicians.map(working),
      appointments: [],
      backlog: [one],
    },
    [{ appointmentId: one.id, ...held }],
  );
  const { routes } = compareDays({ now: day, changed: day, seed: 1 }, () => {});
  return routes.flatMap(({ technicianId, stops }) =>
    stops.map(({ plannedStartAt }) => ({ technicianId, plannedStartAt })),
  );
};

it('A copy of the day gives no work to whom a contract forbids', () => {
  const named = { preferred: [], forbidden: [rosa.id] };
  expect(plannedFor([rosa], {})).toHaveLength(1);
  expect(plannedFor([rosa], { named })).toEqual([]);
  expect(plannedFor([rosa, tomas], { named })).toMatchObject([{ technicianId: tomas.id }]);
});

it('A copy of the day lets who began a work go on with it, and not before its first part is over', () => {
  const onlyBy = (technicianId: string) => ({
    onlyBy: { technicianIds: [technicianId], earliestStartAt: at('15:00') },
  });
  for (const { id } of [rosa, tomas]) {
    const [stop, ...others] = plannedFor([rosa, tomas], onlyBy(id));
    expect(others).toEqual([]);
    expect(stop?.technicianId).toBe(id);
    expect(Date.parse(stop?.plannedStartAt ?? '')).toBeGreaterThanOrEqual(Date.parse(at('15:00')));
  }
});

it('A copy of the day plans nothing that waits for a time of an earlier part', () => {
  expect(plannedFor([rosa], { heldBack: true })).toEqual([]);
});
