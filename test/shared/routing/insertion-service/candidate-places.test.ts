import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { estimatedTravel } from '../../../../shared/geo/estimated-travel.ts';
import type { Appointment } from '../../../../shared/model/appointment.ts';
import type { Position } from '../../../../shared/model/place.ts';
import type { Technician } from '../../../../shared/model/technician.ts';
import { candidateSchema, exclusionSchema } from '../../../../shared/protocol/endpoints/appointments.ts';
import { candidatePlaces } from '../../../../shared/routing/insertion-service/candidate-places.ts';
import type { PlanningTechnician } from '../../../../shared/routing/planning-day.ts';
import { rankCandidates, type RankingQuestion } from '../../../../shared/rules/candidate-ranking.ts';
import { shiftsOn } from '../../../../shared/rules/working-time.ts';
import { aFix, aPosition } from '../../../builders/a-position.ts';
import { aTechnician, boilerSkillId } from '../../../builders/a-technician.ts';
import { boston } from '../../../builders/a-territory.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../../builders/an-appointment.ts';
import { anId } from '../../../builders/an-id.ts';

const zone = 'America/New_York';
const tenOClock = '2026-05-12T14:00:00.000Z';
const appointment = anAppointment();
const here = appointment.place.location;
const far: Position = [-70.9, 42.45];

const startingAt = (location: Position, changes: Partial<Technician> = {}) =>
  aTechnician({ startPlace: { location, addressText: 'Depot' }, ...changes });

const none: ReadonlyMap<string, number> = new Map();
const workingDay = (technician: Technician, changes: Partial<PlanningTechnician> = {}): PlanningTechnician => ({
  technician,
  shifts: shiftsOn(technician, tuesday, zone),
  taken: [],
  vanStock: none,
  ...changes,
});

interface Asked extends Pick<RankingQuestion, 'appointment' | 'now' | 'stock'> {
  readonly appointments: readonly Appointment[];
}

const rank = (
  technicians: readonly Technician[],
  days: Readonly<Record<string, Partial<PlanningTechnician>>> = {},
  changes: Partial<Asked> = {},
) => {
  const asked = { appointment, now: tenOClock, stock: new Map(), appointments: [], ...changes };
  const all = technicians.map((one) => workingDay(one, days[one.id]));
  const territory = { id: appointment.territoryId, timeZone: zone };
  const { places } = candidatePlaces({ ...asked, territory, technicians: all, day: tuesday, travel: estimatedTravel });
  return rankCandidates({
    ...asked,
    technicians,
    places,
    days: new Map(all.map((one) => [one.technician.id, one])),
    skillNames: new Map([[boilerSkillId, 'Boiler']]),
    day: tuesday,
  });
};

const taken = (from: string, to: string, location?: Position) => ({
  kind: 'appointment' as const,
  id: anId('appointment'),
  from: `2026-05-12T${from}:00.000Z`,
  to: `2026-05-12T${to}:00.000Z`,
  location,
});

describe('candidates', () => {
  test('who are nearer come first', () => {
    const [near, distant] = [startingAt(here), startingAt(far)];
    expect(rank([distant, near]).candidates.map(({ technicianId }) => technicianId)).toEqual([near.id, distant.id]);
  });

  test('come from where the phone was seen, when they are free now', () => {
    const rosa = startingAt(far);
    const latest = aPosition({ technicianId: rosa.id, fix: aFix({ at: '2026-05-12T13:55:00.000Z', location: here }) });
    expect(rank([rosa], { [rosa.id]: { latest } }).candidates).toMatchObject([
      { from: 'live-position', travelSeconds: 0, plannedStartAt: tenOClock },
    ]);
  });

  test('do not come from a position of an hour ago', () => {
    const rosa = startingAt(far);
    const latest = aPosition({ technicianId: rosa.id, fix: aFix({ at: '2026-05-12T13:00:00.000Z', location: here }) });
    expect(rank([rosa], { [rosa.id]: { latest } }).candidates).toMatchObject([{ from: 'start-place' }]);
  });

  test('come from the stop before, after it', () => {
    const rosa = startingAt(far);
    const [candidate] = rank([rosa], { [rosa.id]: { taken: [taken('13:00', '15:00', here)] } }).candidates;
    expect(candidate).toMatchObject({ from: 'stop-before', plannedStartAt: '2026-05-12T15:00:00.000Z' });
  });

  test('keep the way to the next stop free, and only the detour counts as added', () => {
    const rosa = startingAt(here);
    const next = taken('15:10', '16:00', boston);
    const [candidate] = rank([rosa], { [rosa.id]: { taken: [next] } }).candidates;
    expect(candidate?.plannedStartAt).toBe(tenOClock);
    expect(candidate?.addedTravelSeconds).toBe(0);
    const tooSoon = { ...next, from: '2026-05-12T15:05:00.000Z' };
    expect(rank([rosa], { [rosa.id]: { taken: [tooSoon] } }).candidates).toMatchObject([{ from: 'stop-before' }]);
  });

  test('who would be late come after all others, with how late they would be', () => {
    const [onTime, late] = [startingAt(far), startingAt(here)];
    const days = { [late.id]: { taken: [taken('13:00', '16:00', here)] } };
    const urgent = anAppointment({ dueBy: '2026-05-12T16:30:00.000Z' });
    const { candidates } = rank([late, onTime], days, { appointment: urgent });
    expect(candidates.map(({ technicianId, lateBySeconds }) => [technicianId, lateBySeconds])).toEqual([
      [onTime.id, 0],
      [late.id, 1800],
    ]);
  });

  test('who lack a part are offered with the part named, behind those who have it', () => {
    const partId = anId('part');
    const needing = anAppointment({ partRequirements: [{ partId, quantity: 2 }] });
    const [without, having] = [startingAt(here), startingAt(here)];
    const stock = new Map([[having.id, new Map([[partId, 2]])]]);
    const { candidates } = rank([without, having], {}, { appointment: needing, stock });
    expect(candidates.map(({ technicianId, missingPartIds }) => [technicianId, missingPartIds])).toEqual([
      [having.id, []],
      [without.id, [partId]],
    ]);
  });

  test('come from the stop before, not from where the phone is now, when they are busy until then', () => {
    const rosa = startingAt(far);
    const latest = aPosition({ technicianId: rosa.id, fix: aFix({ at: tenOClock, location: far }) });
    const day = { latest, taken: [taken('13:00', '15:00', here)] };
    expect(rank([rosa], { [rosa.id]: day }).candidates).toMatchObject([{ from: 'stop-before', travelSeconds: 0 }]);
  });

  test('may be who has it already: his own time is not in its way', () => {
    const rosa = startingAt(here);
    const own = { ...taken('12:00', '21:00', here), id: appointment.id };
    expect(rank([rosa], { [rosa.id]: { taken: [own] } }).candidates).toMatchObject([{ plannedStartAt: tenOClock }]);
  });

  test('are offered where it is in time, though the way would be shorter later', () => {
    const rosa = startingAt(boston);
    const urgent = anAppointment({ dueBy: '2026-05-12T15:30:00.000Z', priority: 'low' });
    const day = { taken: [taken('16:00', '17:00', here)] };
    const [candidate] = rank([rosa], { [rosa.id]: day }, { appointment: urgent }).candidates;
    expect(candidate).toMatchObject({ lateBySeconds: 0, from: 'start-place' });
  });

  test('do not begin before the customer expects someone', () => {
    const arrivalWindow = { from: '2026-05-12T17:00:00.000Z', to: '2026-05-12T19:00:00.000Z' };
    const { candidates } = rank([startingAt(here)], {}, { appointment: anAppointment({ arrivalWindow }) });
    expect(candidates).toMatchObject([{ plannedStartAt: arrivalWindow.from, lateBySeconds: 0 }]);
  });

  test('who are late stay behind even when everything else speaks for them', () => {
    const partId = anId('part');
    const urgent = anAppointment({
      dueBy: '2026-05-12T16:30:00.000Z',
      partRequirements: [{ partId, quantity: 1 }],
    });
    const [onTime, late] = [
      startingAt([-70.8, 42.5], { skills: [{ skillId: boilerSkillId, level: 3 }] }),
      startingAt(here),
    ];
    const busy = [taken('12:00', '14:00'), taken('16:30', '21:00')];
    const days = { [onTime.id]: { taken: busy }, [late.id]: { taken: [taken('13:50', '15:31', here)] } };
    const stock = new Map([[late.id, new Map([[partId, 1]])]]);
    const { candidates } = rank([late, onTime], days, { appointment: urgent, stock });
    expect(candidates.map(({ technicianId }) => technicianId)).toEqual([onTime.id, late.id]);
    expect(candidates[0]?.score).toBeLessThan(candidates[1]?.score ?? 0);
  });

  test('who have less to do come first among equals', () => {
    const [busy, idle] = [startingAt(here), startingAt(here)];
    const days = { [busy.id]: { taken: [taken('18:00', '20:00', here)] } };
    expect(rank([busy, idle], days).candidates.map(({ technicianId }) => technicianId)).toEqual([idle.id, busy.id]);
  });

  test('who are more expert than needed stay free for what needs them', () => {
    const expert = startingAt(here, { skills: [{ skillId: boilerSkillId, level: 3 }] });
    const able = startingAt(here);
    expect(rank([expert, able]).candidates[0]?.technicianId).toBe(able.id);
  });

  test('are the same in whatever order technicians come, and the score is the sum of its parts', () => {
    const technicians = [startingAt(here), startingAt(far), startingAt(boston), startingAt(boston)];
    const forwards = rank(technicians);
    expect(rank([...technicians].reverse()).candidates).toEqual(forwards.candidates);
    for (const { score, parts } of forwards.candidates) {
      expect(parts.map(({ name }) => name)).toEqual(['promise', 'travel', 'others', 'skill', 'parts', 'workload']);
      expect(score).toBeCloseTo(parts.reduce((sum, { points }) => sum + points, 0));
      expect(score).toBeLessThanOrEqual(100);
    }
  });

  test('may be told over the wire as they are', () => {
    const { candidates, excluded } = rank([startingAt(here), aTechnician({ active: false })]);
    expect(z.parse(z.array(candidateSchema), candidates)).toEqual(candidates);
    expect(z.parse(z.array(exclusionSchema), excluded)).toEqual(excluded);
    expect(candidates).toHaveLength(1);
    expect(excluded).toHaveLength(1);
  });
});

describe('others on the day of a candidate', () => {
  const rosa = startingAt(here);
  const busyWith = (from: string, changes: Partial<Appointment>) => {
    const facts = { place: { location: here, addressText: 'Next door' }, durationSeconds: 3600, ...changes };
    const other = { ...anAssignedAppointment(rosa.id, `2026-05-12T${from}:00.000Z`, facts), ...changes };
    const to = other.assignments[0]?.plannedEndAt ?? '';
    const span = { kind: 'appointment' as const, id: other.id, from: `2026-05-12T${from}:00.000Z`, to, location: here };
    return { other, day: { taken: [taken('12:00', '14:00', here), span, taken('18:00', '21:00', here)] } };
  };
  /** Two free stretches of half an hour each around one other; the appointment takes an hour. */
  const window = { from: '2026-05-12T14:00:00.000Z', to: '2026-05-12T17:00:00.000Z' };
  const dueBy = '2026-05-12T21:00:00.000Z';
  const ask = (changes: Partial<Appointment>, wanted: Partial<Appointment> = {}) => {
    const { other, day } = busyWith('14:30', { dueBy, arrivalWindow: window, ...changes });
    const asked = { appointment: anAppointment({ durationSeconds: 3600, dueBy, ...wanted }), appointments: [other] };
    return { other, ...rank([rosa], { [rosa.id]: day }, asked) };
  };

  test('begin later where that makes room and keeps what they were told, each named with his delay', () => {
    const { candidates, other } = ask({}, { dueBy: '2026-05-12T15:30:00.000Z' });
    expect(candidates).toMatchObject([
      {
        plannedStartAt: tenOClock,
        moves: [
          {
            appointmentId: other.id,
            plannedStartAt: '2026-05-12T15:00:00.000Z',
            delaySeconds: 1800,
            breaksPromise: false,
          },
        ],
      },
    ]);
  });

  test('stay where they are when they are locked, told to the technician, or when a crew goes', () => {
    const tight = { dueBy: '2026-05-12T15:30:00.000Z' };
    const assignments = busyWith('14:30', {}).other.assignments;
    const [first] = assignments;
    const locked = { assignments: assignments.map((one) => ({ ...one, locked: true })) };
    const crew = { assignments: first ? [first, { ...first, technicianId: anId('technician') }] : [] };
    for (const changes of [{ status: 'dispatched' as const }, locked, crew]) {
      const { candidates } = ask(changes, tight);
      expect(candidates).toMatchObject([{ moves: [], plannedStartAt: '2026-05-12T15:30:00.000Z' }]);
    }
  });

  test('are not pushed beyond what they were told, but by an emergency, which says so', () => {
    const told = { arrivalWindow: { ...window, to: '2026-05-12T14:45:00.000Z' } };
    expect(ask(told).candidates[0]?.moves ?? []).toEqual([]);
    const [candidate] = ask(told, { priority: 'emergency' }).candidates;
    expect(candidate).toMatchObject({ plannedStartAt: tenOClock, moves: [{ breaksPromise: true }] });
    expect(candidate?.parts.find(({ name }) => name === 'others')?.points).toBeLessThan(0);
  });
});

describe('where nobody could have it', () => {
  test('the cheapest change of each kind is told, with its effect on others', () => {
    const unskilled = startingAt(here, { skills: [] });
    const asked = { appointment, now: tenOClock, appointments: [], day: tuesday, travel: estimatedTravel };
    const territory = { id: appointment.territoryId, timeZone: zone };
    const { changes } = candidatePlaces({ ...asked, territory, technicians: [workingDay(unskilled)] });
    expect(changes()).toMatchObject([{ kind: 'skill', technicianId: unskilled.id, movedAppointments: 0 }]);
  });
});

describe('who is not offered is excluded by a rule in words:', () => {
  const excludedBy = (technician: Technician, day: Partial<PlanningTechnician> = {}, changes: Partial<Asked> = {}) =>
    rank([technician], { [technician.id]: day }, changes).excluded;
  const rosa = startingAt(here);

  test('a missing skill', () => {
    const technician = aTechnician({ skills: [] });
    expect(excludedBy(technician)).toEqual([
      {
        technicianId: technician.id,
        reason: 'skill-missing',
        fact: 'needs Boiler level 2',
        values: { skillId: boilerSkillId, skill: 'Boiler', level: 2 },
      },
    ]);
  });

  test('no shift on the day', () => {
    expect(excludedBy(rosa, { shifts: [] })).toMatchObject([{ reason: 'off-shift' }]);
  });

  test('a shift that is over', () => {
    expect(excludedBy(rosa, {}, { now: '2026-05-12T22:00:00.000Z' })).toMatchObject([{ reason: 'off-shift' }]);
  });

  test('an absence', () => {
    const absence = { ...taken('04:00', '23:00'), kind: 'absence' as const };
    expect(excludedBy(rosa, { taken: [absence] })).toMatchObject([{ reason: 'absent' }]);
  });

  test('a full day', () => {
    expect(excludedBy(rosa, { taken: [taken('12:00', '20:30', here)] })).toMatchObject([{ reason: 'no-free-time' }]);
  });
});
