import { describe, expect, test } from 'vitest';
import { addSeconds } from '../../../shared/geo/instant-arithmetic.ts';
import { checkAssignment, guardDaysOf, type AssignmentQuestion } from '../../../shared/rules/assignment.ts';
import { emptyDay, takeInterval } from '../../../shared/rules/technician-day.ts';
import { aTechnician, boilerSkillId } from '../../builders/a-technician.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { anAppointment, tuesday } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const technician = aTechnician();
const appointment = anAppointment();
const tenOClock = '2026-05-12T14:00:00.000Z';

const ask = (changes: Partial<AssignmentQuestion> = {}) =>
  checkAssignment({
    appointment,
    technician,
    territory: aTerritory(),
    homeZone: 'America/New_York',
    technicianDays: [],
    vanStock: new Map(),
    plannedStartAt: tenOClock,
    now: '2026-05-12T12:30:00.000Z',
    ...changes,
  });

const dayWith = (kind: 'appointment' | 'absence', from: string, to: string) => {
  const taken = takeInterval(emptyDay(technician.id, tuesday), { kind, id: anId(kind), from, to });
  if (!taken.ok) throw new Error('the day was empty');
  return [taken.day];
};

describe('an assignment', () => {
  test('takes the time of the technician and stands on the day of the territory', () => {
    expect(ask()).toMatchObject({
      ok: true,
      plannedEndAt: '2026-05-12T15:00:00.000Z',
      day: tuesday,
      technicianDays: [
        { technicianId: technician.id, day: tuesday, intervals: [{ id: appointment.id, from: tenOClock }] },
      ],
    });
  });

  test('over midnight takes time of both days', () => {
    const plannedStartAt = '2026-05-13T03:30:00.000Z';
    const late = ask({ plannedStartAt, despite: ['off-shift', 'after-due-time'] });
    expect(late).toMatchObject({ ok: true, day: tuesday, technicianDays: [{ day: tuesday }, { day: '2026-05-13' }] });
    expect(guardDaysOf(plannedStartAt, 3600, 'America/New_York')).toEqual([tuesday, '2026-05-13']);
  });

  test('may move over its own earlier time', () => {
    const first = ask();
    if (!first.ok) throw new Error(first.reason);
    const moved = ask({ technicianDays: first.technicianDays, plannedStartAt: addSeconds(tenOClock, 900) });
    expect(moved).toMatchObject({ ok: true, technicianDays: [{ intervals: [{ from: addSeconds(tenOClock, 900) }] }] });
  });
});

describe('an assignment is refused, whatever the dispatcher wants,', () => {
  const everything = ['off-shift', 'after-due-time', 'part-not-on-van', 'outside-arrival-window'] as const;
  const refused = (changes: Partial<AssignmentQuestion>) => {
    const answer = ask({ despite: everything, ...changes });
    return answer.ok ? 'nothing' : answer.reason;
  };

  test.each<[string, Partial<AssignmentQuestion>]>([
    ['wrong-state', { appointment: anAppointment({ status: 'on-site' }) }],
    ['in-the-past', { plannedStartAt: '2026-05-12T12:00:00.000Z' }],
    ['before-earliest-start', { appointment: anAppointment({ earliestStartAt: '2026-05-12T15:00:00.000Z' }) }],
    ['inactive', { technician: aTechnician({ active: false }) }],
    ['not-in-territory', { technician: aTechnician({ territoryIds: [anId('territory')] }) }],
    ['skill-missing', { technician: aTechnician({ skills: [] }) }],
    ['skill-level-too-low', { technician: aTechnician({ skills: [{ skillId: boilerSkillId, level: 1 }] }) }],
    [
      'certificate-expired',
      { technician: aTechnician({ skills: [{ skillId: boilerSkillId, level: 3, expiresOn: '2026-05-11' }] }) },
    ],
    ['absent', { technicianDays: dayWith('absence', '2026-05-12T14:30:00.000Z', '2026-05-12T16:00:00.000Z') }],
    [
      'double-booking',
      { technicianDays: dayWith('appointment', '2026-05-12T14:59:00.000Z', '2026-05-12T16:00:00.000Z') },
    ],
  ])('%s', (reason, changes) => {
    expect(refused(changes)).toBe(reason);
  });

  test('but a certificate counts through its last day', () => {
    const skills = [{ skillId: boilerSkillId, level: 2, expiresOn: tuesday }];
    expect(refused({ technician: aTechnician({ skills }) })).toBe('nothing');
  });

  test('and says so in words, with the name of the skill', () => {
    const answer = ask({ technician: aTechnician({ skills: [] }), skillNames: new Map([[boilerSkillId, 'Boiler']]) });
    expect(answer).toMatchObject({ fact: 'needs Boiler level 2', values: { skill: 'Boiler', level: 2 } });
  });
});

describe('a dispatcher may knowingly break', () => {
  const valve = { partId: anId('part'), quantity: 1 };
  const window = { from: '2026-05-12T16:00:00.000Z', to: '2026-05-12T18:00:00.000Z' };

  test.each<
    ['off-shift' | 'after-due-time' | 'part-not-on-van' | 'outside-arrival-window', Partial<AssignmentQuestion>]
  >([
    [
      'off-shift',
      { appointment: anAppointment({ dueBy: '2026-05-13T12:00:00.000Z' }), plannedStartAt: '2026-05-12T20:30:00.000Z' },
    ],
    ['after-due-time', { appointment: anAppointment({ dueBy: '2026-05-12T14:59:00.000Z' }) }],
    ['part-not-on-van', { appointment: anAppointment({ partRequirements: [valve] }) }],
    ['outside-arrival-window', { appointment: anAppointment({ arrivalWindow: window }) }],
  ])('%s', (reason, changes) => {
    expect(ask(changes)).toMatchObject({ ok: false, reason });
    expect(ask({ ...changes, despite: [reason] }).ok).toBe(true);
  });

  test('the end of the arrival window as well as its beginning', () => {
    const told = { from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T13:59:00.000Z' };
    expect(ask({ appointment: anAppointment({ arrivalWindow: told }) })).toMatchObject({
      reason: 'outside-arrival-window',
    });
  });

  test('nothing where the part is on the van', () => {
    const appointmentWithPart = anAppointment({ partRequirements: [valve] });
    expect(ask({ appointment: appointmentWithPart, vanStock: new Map([[valve.partId, 1]]) }).ok).toBe(true);
  });
});
