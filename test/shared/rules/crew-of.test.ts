import { describe, expect, it } from 'vitest';
import { applyStatus } from '../../../shared/rules/appointment-lifecycle.ts';
import { crewOf, lacksCrew } from '../../../shared/rules/crew-of.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const at = '2026-05-12T12:00:00.000Z';
const one = anAssignedAppointment(anId('technician'), '2026-05-12T13:00:00.000Z');
const [ana] = one.assignments;
if (!ana) throw new Error('the builder assigns it');
const both = [ana, { ...ana, technicianId: anId('technician') }];

describe('a crew', () => {
  it('needs one technician where nothing is said', () => {
    expect(crewOf(anAppointment())).toEqual({ needed: 1, there: 0, missing: 1 });
    expect(crewOf(one)).toEqual({ needed: 1, there: 1, missing: 0 });
  });

  it('is complete only with as many as must come', () => {
    expect(crewOf({ ...one, crewSize: 2 })).toEqual({ needed: 2, there: 1, missing: 1 });
    expect(lacksCrew({ ...one, crewSize: 2 })).toBe(true);
    expect(lacksCrew({ ...one, crewSize: 2, assignments: both })).toBe(false);
  });

  it('may be larger than needed', () => {
    expect(crewOf({ ...one, assignments: both })).toEqual({ needed: 1, there: 2, missing: 0 });
  });

  it('does not lack anybody while nobody has the appointment', () => {
    expect(lacksCrew(anAppointment({ crewSize: 2 }))).toBe(false);
  });
});

describe('telling a crew to go', () => {
  it('is refused while one of two is missing, with how many there are', () => {
    const told = applyStatus({ ...one, crewSize: 2 }, { to: 'dispatched', at }, {}, at);
    expect(told).toMatchObject({ ok: false, reason: 'crew-incomplete', there: 1, needed: 2 });
  });

  it('goes through once both are there', () => {
    const told = applyStatus({ ...one, crewSize: 2, assignments: both }, { to: 'dispatched', at }, {}, at);
    expect(told).toMatchObject({ ok: true, appointment: { status: 'dispatched' } });
  });

  it('does not stop who was told while both were there', () => {
    const alone = { ...one, crewSize: 2, status: 'accepted' as const };
    expect(applyStatus(alone, { to: 'travelling', at }, { technicianId: ana.technicianId }, at)).toMatchObject({
      ok: true,
    });
  });
});
