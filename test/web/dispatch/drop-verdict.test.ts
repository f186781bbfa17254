import { describe, expect, it } from 'vitest';
import { dropVerdict, type DropQuestion } from '../../../web/dispatch/state/drop-verdict.ts';
import { estimatedWays } from './estimated-ways.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';

const technician = aTechnician();
const ask = (changes: Partial<DropQuestion> = {}) =>
  dropVerdict({
    appointment: anAppointment(),
    technician,
    timeZone: 'America/New_York',
    appointments: [],
    taken: [],
    plannedStartAt: '2026-05-12T15:00:00.000Z',
    now: '2026-05-12T13:00:00.000Z',
    skillNames: new Map(),
    travel: estimatedWays,
    ...changes,
  });

describe('While an appointment is dragged over a row', () => {
  it('says how much driving it adds and that it keeps all promises', () => {
    const verdict = ask();
    expect(verdict).toMatchObject({ kind: 'keeps', plannedEndAt: '2026-05-12T16:00:00.000Z', strain: undefined });
    expect(verdict.kind === 'keeps' && verdict.addedTravelSeconds).toBeGreaterThan(0);
  });

  it('says whether the driving is an estimate or what the server reckons', () => {
    expect(ask()).toMatchObject({ isEstimate: true });
    const travel = { travel: () => ({ seconds: 300, metres: 2000, isEstimate: false }) };
    expect(ask({ travel })).toMatchObject({ isEstimate: false, addedTravelSeconds: 300 });
  });

  it('refuses what would overlap another appointment', () => {
    const other = anAssignedAppointment(technician.id, '2026-05-12T15:30:00.000Z');
    expect(ask({ appointments: [other] })).toMatchObject({ kind: 'refused', reason: 'double-booking' });
  });

  it('refuses a technician without the skill, naming it', () => {
    const verdict = ask({ technician: aTechnician({ skills: [] }) });
    expect(verdict).toMatchObject({ kind: 'refused', reason: 'skill-missing' });
  });

  it('says which promise it breaks, and lets it be broken knowingly', () => {
    const appointment = anAppointment({ dueBy: '2026-05-12T15:30:00.000Z' });
    expect(ask({ appointment })).toMatchObject({ kind: 'breaks', reason: 'after-due-time' });
  });

  it('warns when there is not time enough to get there from the stop before', () => {
    const before = anAssignedAppointment(technician.id, '2026-05-12T14:00:00.000Z', {
      place: { location: [-71.2, 42.5], addressText: 'Far out' },
    });
    expect(ask({ appointments: [before] })).toMatchObject({ kind: 'keeps', strain: { kind: 'too-short' } });
  });

  it('warns when the next stop would begin late', () => {
    const next = anAssignedAppointment(technician.id, '2026-05-12T16:05:00.000Z', {
      place: { location: [-71.2, 42.5], addressText: 'Far out' },
    });
    expect(ask({ appointments: [next] })).toMatchObject({ kind: 'keeps', strain: { kind: 'delays-next' } });
  });

  it('warns, without refusing, where the customer’s contract prefers others, and names them', () => {
    const ana = { ...aTechnician(), id: 'te_01J0000000000000000000000A', name: 'Ana' };
    expect(ask({ preferred: [ana] })).toMatchObject({
      kind: 'keeps',
      strain: { kind: 'others-preferred', names: ['Ana'] },
    });
    expect(ask({ preferred: [ana, technician] })).toMatchObject({ kind: 'keeps', strain: undefined });
  });

  it('leaves parts to the server until it knows the van', () => {
    const appointment = anAppointment({
      partRequirements: [{ partId: anAppointment().id.replace('ap_', 'pa_'), quantity: 1 }],
    });
    expect(ask({ appointment }).kind).toBe('keeps');
    expect(ask({ appointment, vanStock: new Map() })).toMatchObject({ kind: 'breaks', reason: 'part-not-on-van' });
  });

  it('moves an appointment over its own old place', () => {
    const appointment = anAssignedAppointment(technician.id, '2026-05-12T14:30:00.000Z');
    expect(ask({ appointment, appointments: [appointment] }).kind).toBe('keeps');
  });
});
