import { describe, expect, test } from 'vitest';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { checkSolution } from '../../../shared/routing/checker.ts';
import { planOfSolution } from '../../../shared/routing/plan-of-solution.ts';
import type { PlanningDay, PlanningTechnician } from '../../../shared/routing/planning-day.ts';
import { problemOfDay } from '../../../shared/routing/problem-of-day.ts';
import { solve, standingSolution } from '../../../shared/routing/solve.ts';
import { fivePlaces, hours } from '../../builders/a-problem.ts';
import { aFix, aPosition } from '../../builders/a-position.ts';
import { aTechnician, boilerSkillId } from '../../builders/a-technician.ts';
import { aTerritory, boston } from '../../builders/a-territory.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const rosa = aTechnician({ breakRule: { earliest: '12:00', latest: '13:00', durationSeconds: 1800 } });
const shift = { from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T21:00:00.000Z' };
const tenOClock = '2026-05-12T14:00:00.000Z';

const rosasDay = (changes: Partial<PlanningTechnician> = {}): PlanningTechnician => ({
  technician: rosa,
  shifts: [shift],
  taken: [],
  vanStock: new Map(),
  ...changes,
});

const planning = (changes: Partial<PlanningDay> = {}): PlanningDay => ({
  territory: aTerritory(),
  day: tuesday,
  now: '2026-05-12T10:00:00.000Z',
  technicians: [rosasDay()],
  appointments: [],
  backlog: [],
  travel: estimatedTravel,
  ...changes,
});

const takenBy = (appointment: Appointment) => ({
  kind: 'appointment' as const,
  id: appointment.id,
  from: appointment.assignments[0]?.plannedStartAt ?? '',
  to: appointment.assignments[0]?.plannedEndAt ?? '',
  location: appointment.place.location,
});

describe("a territory's day as a problem", () => {
  test('counts seconds from midnight in the zone of the territory', () => {
    const { startAt, technicians, stops } = problemOfDay(planning({ backlog: [anAppointment()] }));
    expect(startAt).toBe('2026-05-12T04:00:00.000Z');
    expect(technicians[0]).toMatchObject({
      shifts: [{ from: hours(8), to: hours(17) }],
      availableFrom: hours(8),
      breakRule: { earliest: hours(12), latest: hours(13) },
    });
    expect(stops[0]).toMatchObject({ durationSeconds: hours(1), due: hours(17), priority: 2 });
  });

  test('looks at the most urgent of the backlog and says how many it left out', () => {
    const late = anAppointment({ dueBy: '2026-05-13T21:00:00.000Z' });
    const soon = anAppointment();
    const emergency = anAppointment({ priority: 'emergency', dueBy: '2026-05-14T21:00:00.000Z' });
    const { stops, leftOut } = problemOfDay(planning({ backlog: [late, soon, emergency], backlogLimit: 2 }));
    expect(stops.map(({ id }) => id)).toEqual([emergency.id, soon.id]);
    expect(leftOut).toBe(1);
  });

  test('leaves an expired certificate out of the skills', () => {
    const technician = aTechnician({ skills: [{ skillId: boilerSkillId, level: 3, expiresOn: '2026-05-11' }] });
    const { technicians } = problemOfDay(planning({ technicians: [rosasDay({ technician })] }));
    expect(technicians[0]).toMatchObject({ skills: [], expiredSkillIds: [boilerSkillId] });
  });

  test('blocks absences and other territories, but not what stands on this board or is finished', () => {
    const onBoard = anAssignedAppointment(rosa.id, '2026-05-12T15:00:00.000Z');
    const done = anAssignedAppointment(rosa.id, '2026-05-12T16:00:00.000Z', { status: 'completed' });
    const elsewhere = {
      ...takenBy(anAssignedAppointment(rosa.id, '2026-05-12T18:00:00.000Z')),
      id: anId('appointment'),
    };
    const taken = [takenBy(onBoard), takenBy(done), elsewhere];
    const { technicians, stops } = problemOfDay(
      planning({ appointments: [onBoard, done], technicians: [rosasDay({ taken })] }),
    );
    expect(technicians[0]?.blocks).toMatchObject([{ from: hours(14), to: hours(15) }]);
    expect(stops.map(({ id }) => id)).toEqual([onBoard.id]);
  });

  test('lets only what is scheduled and not locked be moved', () => {
    const scheduled = anAssignedAppointment(rosa.id, '2026-05-12T15:00:00.000Z');
    const accepted = anAssignedAppointment(rosa.id, '2026-05-12T17:00:00.000Z', { status: 'accepted' });
    const { stops } = problemOfDay(planning({ appointments: [scheduled, accepted] }));
    expect(stops.map(({ present }) => present?.fixed)).toEqual([false, true]);
    const [assignment] = scheduled.assignments;
    const locked = { ...scheduled, assignments: assignment ? [{ ...assignment, locked: true }] : [] };
    expect(problemOfDay(planning({ appointments: [locked] })).stops[0]?.present?.fixed).toBe(true);
  });

  test('begins on a running day where the technician was seen, with ten minutes to look the plan over', () => {
    const seenAt = { location: anAppointment().place.location };
    const latest = aPosition({ technicianId: rosa.id, fix: aFix({ at: '2026-05-12T13:59:00.000Z', ...seenAt }) });
    const backlog = [anAppointment()];
    const { technicians, stops } = problemOfDay(
      planning({ now: tenOClock, technicians: [rosasDay({ latest })], backlog }),
    );
    expect(technicians[0]).toMatchObject({ availableFrom: hours(10) + 600, startPlace: stops[0]?.place });
  });

  test('begins without a fresh position where the technician was last', () => {
    const done = { ...takenBy(anAssignedAppointment(rosa.id, '2026-05-12T12:30:00.000Z')), id: anId('appointment') };
    const { technicians, stops } = problemOfDay(
      planning({ now: tenOClock, technicians: [rosasDay({ taken: [done] })], backlog: [anAppointment()] }),
    );
    expect(technicians[0]?.startPlace).toBe(stops[0]?.place);
  });

  test('asks for no break whose time has gone by', () => {
    const { technicians } = problemOfDay(planning({ now: '2026-05-12T17:30:00.000Z' }));
    expect(technicians[0]?.breakRule).toBeUndefined();
  });

  test('lets what runs late take until it can be over', () => {
    const running = anAssignedAppointment(rosa.id, '2026-05-12T12:30:00.000Z', {
      status: 'on-site',
      actualStartAt: '2026-05-12T12:40:00.000Z',
    });
    const notBegun = anAssignedAppointment(rosa.id, '2026-05-12T13:45:00.000Z');
    const { stops } = problemOfDay(planning({ now: tenOClock, appointments: [running, notBegun] }));
    expect(stops.map(({ present }) => present?.to)).toEqual([hours(10), hours(11)]);
  });
});

test('a solved day is a plan that the model accepts, compared with the day before', () => {
  const stands = anAssignedAppointment(rosa.id, '2026-05-12T13:00:00.000Z');
  const added = anAppointment({ version: 4 });
  const impossible = anAppointment({ skillRequirements: [{ skillId: anId('skill'), level: 1 }] });
  const problem = problemOfDay(
    planning({
      appointments: [stands],
      backlog: [impossible, added, anAppointment({ priority: 'low' })],
      backlogLimit: 2,
    }),
  );
  const solution = solve(problem, { seed: 1 });
  expect(checkSolution(problem, solution)).toEqual([]);
  const plan = planOfSolution(problem, standingSolution(problem), solution);
  const [route] = plan.routes;
  expect(route?.technicianId).toBe(rosa.id);
  expect(
    route?.stops.map(({ appointmentId, change, appointmentVersion }) => [appointmentId, change, appointmentVersion]),
  ).toEqual([
    [stands.id, 'kept', 1],
    [added.id, 'added', 4],
  ]);
  expect(route?.stops[0]?.plannedStartAt).toBe('2026-05-12T13:00:00.000Z');
  expect(plan.unassigned).toEqual([
    {
      appointmentId: impossible.id,
      reasons: [{ reason: 'skill-missing', technicians: 1 }],
      change: expect.objectContaining({ kind: 'skill', technicianId: rosa.id, movedAppointments: 0 }),
    },
  ]);
  expect(plan.unassignedTotal).toBe(2);
  expect(plan.before).toMatchObject({ scheduled: 1 });
  expect(plan.after).toMatchObject({ scheduled: 2 });
});

test('of equals what is due on an earlier day is planned when not all have room, though it is further; an urgent one before both', () => {
  const short = { from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T14:00:00.000Z' };
  const far = { location: fivePlaces[1] ?? boston, addressText: 'Far' };
  const near = { location: rosa.startPlace.location, addressText: 'Near' };
  const today = anAppointment({ place: far });
  const nextDay = anAppointment({ place: near, dueBy: '2026-05-13T21:00:00.000Z' });
  const urgent = anAppointment({ place: far, priority: 'high', dueBy: '2026-05-22T21:00:00.000Z' });
  const plannedOf = (...backlog: Appointment[]) =>
    solve(problemOfDay(planning({ technicians: [rosasDay({ shifts: [short] })], backlog })), {
      seed: 1,
    }).routes.flatMap(({ stops }) => stops.map(({ stopId }) => stopId));
  expect(plannedOf(nextDay, today)).toEqual([today.id]);
  expect(plannedOf(nextDay, today, urgent)).toEqual([urgent.id]);
});

test('a technician who is one of a crew is blocked for it', () => {
  const sam = aTechnician({ startPlace: { location: boston, addressText: 'Depot' } });
  const led = anAssignedAppointment(rosa.id, '2026-05-12T13:00:00.000Z');
  const [first] = led.assignments;
  if (!first) throw new Error('it is assigned');
  const crewed = { ...led, assignments: [first, { ...first, technicianId: sam.id }] };
  const { technicians } = problemOfDay(
    planning({
      appointments: [crewed],
      technicians: [rosasDay(), rosasDay({ technician: sam, taken: [takenBy(led)] })],
    }),
  );
  expect(technicians.map(({ blocks }) => blocks.length)).toEqual([0, 1]);
});
