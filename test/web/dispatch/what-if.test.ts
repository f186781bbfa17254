import { describe, expect, it } from 'vitest';
import type { PlanningTechnician } from '../../../shared/routing/planning-day.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { AskedWays } from '../../../web/dispatch/what-if/ask-ways.ts';
import { changedDay } from '../../../web/dispatch/what-if/changed-day.ts';
import { compareDays } from '../../../web/dispatch/what-if/compare-days.ts';
import type { DayCopy } from '../../../web/dispatch/what-if/day-copy.ts';
import { wantedMoves } from '../../../web/dispatch/what-if/wanted-moves.ts';
import type { WhatIfChange } from '../../../web/dispatch/what-if/what-if-change.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { homeTerritoryId } from '../../builders/a-territory.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';
import { aRecord } from '../../builders/an-id.ts';

const at = (time: string) => `${tuesday}T${time}:00.000Z`;
const rosa = aTechnician();
const tomas = aTechnician({ ...aRecord('technician'), name: 'Tomas' });
const working = (technician: Technician, taken: PlanningTechnician['taken'] = []): PlanningTechnician => ({
  technician,
  shifts: [{ from: at('12:00'), to: at('16:00') }],
  taken,
  vanStock: new Map(),
});
const aDay = (changes: Partial<DayCopy> = {}): DayCopy => ({
  territory: { id: homeTerritoryId, timeZone: 'America/New_York' },
  day: tuesday,
  now: at('10:00'),
  technicians: [working(rosa)],
  appointments: [],
  backlog: [],
  ...changes,
});
const sixHours = () => Array.from({ length: 6 }, () => anAppointment({ durationSeconds: 3600 }));
const compare = (now: DayCopy, ...changes: readonly WhatIfChange[]) =>
  compareDays({ now, changed: changedDay(now, changes), seed: 1 }, () => {});
const routesTo = (technicianId: string, ...stops: readonly (readonly [string, string])[]) => ({
  technicianId,
  travelSeconds: 0,
  travelMetres: 0,
  stops: stops.map(([appointmentId, plannedStartAt]) => ({
    appointmentId,
    plannedStartAt,
    plannedEndAt: plannedStartAt,
    travelSeconds: 0,
    travelMetres: 0,
    change: 'moved' as const,
    appointmentVersion: 1,
  })),
});

describe('A copy of the day', () => {
  it('loses less with one more technician like a known one', () => {
    const { planned, changed } = compare(aDay({ backlog: sixHours() }), {
      kind: 'technician',
      id: 'more-1',
      likeId: rosa.id,
    });
    expect(planned.lost).toBeGreaterThan(0);
    expect(changed.lost).toBe(0);
  });

  it('counts work beyond the shifts of today as overtime when a shift is made longer', () => {
    const longer = { kind: 'shift', technicianId: rosa.id, from: at('12:00'), to: at('20:00') } as const;
    const { planned, changed } = compare(aDay({ backlog: sixHours() }), longer);
    expect(planned.overtimeSeconds).toBe(0);
    expect(changed.overtimeSeconds).toBeGreaterThan(3600);
    expect(changed.planned).toBe(6);
  });

  it('gives the appointments of somebody away to others', () => {
    const standing = anAssignedAppointment(rosa.id, at('13:00'), { status: 'dispatched' });
    const now = aDay({ technicians: [working(rosa), working(tomas)], appointments: [standing] });
    const { routes } = compare(now, { kind: 'away', technicianId: rosa.id });
    expect(routes.map(({ technicianId }) => technicianId)).toEqual([tomas.id]);
  });

  it('leaves whom somebody is on his way to with him, even when he leaves early', () => {
    const standing = anAssignedAppointment(rosa.id, at('13:00'), { status: 'travelling' });
    const now = aDay({ appointments: [standing] });
    const gone = changedDay(now, [{ kind: 'away', technicianId: rosa.id }]);
    expect(gone.appointments).toEqual([standing]);
  });

  it('moves what the customer was told together with the due time', () => {
    const told = { from: at('13:00'), to: at('14:00') };
    const waiting = anAppointment({ dueBy: at('14:00'), arrivalWindow: told });
    const { backlog } = changedDay(aDay({ backlog: [waiting] }), [
      { kind: 'promise', appointmentId: waiting.id, bySeconds: 3600 },
    ]);
    expect(backlog[0]).toMatchObject({ dueBy: at('15:00'), arrivalWindow: { from: at('14:00'), to: at('15:00') } });
  });

  it('frees the time of a customer who is dropped', () => {
    const standing = anAssignedAppointment(rosa.id, at('13:00'));
    const taken = [{ kind: 'appointment' as const, id: standing.id, from: at('13:00'), to: at('14:00') }];
    const now = aDay({ technicians: [working(rosa, taken)], appointments: [standing] });
    const dropped = changedDay(now, [{ kind: 'drop', customer: 'Ines', appointmentIds: [standing.id] }]);
    expect(dropped.appointments).toEqual([]);
    expect(dropped.technicians[0]?.taken).toEqual([]);
    expect(now.appointments).toEqual([standing]);
  });

  it('tells how far apart the busiest and the least busy technician are', () => {
    const standing = [anAssignedAppointment(rosa.id, at('12:00')), anAssignedAppointment(rosa.id, at('13:30'))];
    const now = aDay({ technicians: [working(rosa), working(tomas)], appointments: standing });
    const { standing: asItIs } = compare(now);
    expect(asItIs.spreadPoints).toBeGreaterThan(40);
    expect(asItIs.utilisationPercent).toBe(25);
  });

  it('is driven as the server says, and says whence the times come', () => {
    const [home, site] = [rosa.startPlace.location, anAppointment().place.location];
    const ways: AskedWays = {
      source: 'road-network',
      tables: [
        {
          places: [home, site],
          seconds: Int32Array.from([0, 700, 900, 0]),
          metres: Int32Array.from([0, 5000, 6000, 0]),
        },
      ],
    };
    const now = aDay({ appointments: [anAssignedAppointment(rosa.id, at('13:00'))] });
    const told = compareDays({ now, changed: now, seed: 1, ways }, () => {});
    expect(told).toMatchObject({ travelSource: 'road-network', standing: { travelSeconds: 700 } });
    expect(compare(now).travelSource).toBe('estimate');
  });

  it('is planned alike each time', () => {
    const now = aDay({ technicians: [working(rosa), working(tomas)], backlog: sixHours() });
    expect(compare(now).routes).toEqual(compare(now).routes);
  });
});

describe('Applying a what-if', () => {
  const first = anAssignedAppointment(rosa.id, at('12:00'));
  const second = anAssignedAppointment(rosa.id, at('14:00'));
  const known = (id: string) => [first, second].find((one) => one.id === id);
  const wanted = (routes: Parameters<typeof wantedMoves>[0]) =>
    wantedMoves(routes, known, (id) => id === rosa.id || id === tomas.id).map(({ appointment }) => appointment.id);

  it('moves nothing that stands where it is', () => {
    expect(wanted([routesTo(rosa.id, [first.id, at('12:00')], [second.id, at('14:00')])])).toEqual([]);
  });

  it('moves away first what stands where another is to go', () => {
    const routes = [routesTo(rosa.id, [first.id, at('14:30')], [second.id, at('17:00')])];
    expect(wanted(routes)).toEqual([second.id, first.id]);
  });

  it('sends a crew that the copy puts together in one move', () => {
    const pair = anAppointment({ crewSize: 2 });
    const routes = [rosa, tomas].map(({ id }) => routesTo(id, [pair.id, at('15:00')]));
    const moves = wantedMoves(
      routes,
      () => pair,
      () => true,
    );
    expect(moves.map(({ to }) => to?.technicianIds)).toEqual([[rosa.id, tomas.id]]);
  });

  it('gives nothing to a technician who is only in the copy', () => {
    expect(wanted([routesTo('more-1', [first.id, at('12:00')])])).toEqual([]);
  });
});
