import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { BoardLine } from '../../../web/dispatch/state/board-lines.ts';
import { candidateMoves } from '../../../web/dispatch/state/candidate-moves.ts';
import { changeMoves } from '../../../web/dispatch/state/change-moves.ts';
import { withoutMember } from '../../../web/dispatch/state/crew-members.ts';
import { proposalOf, type Load } from '../../../web/dispatch/state/proposal.ts';
import { waitsForCrew } from '../../../web/dispatch/state/waits-for-crew.ts';
import { estimatedWays } from './estimated-ways.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';
import { aRecord } from '../../builders/an-id.ts';

const [rosa, tomas, sam] = [0, 1, 2].map(() => aTechnician({ ...aRecord('technician') }));
if (!rosa || !tomas || !sam) throw new Error('three were made');
const at = (time: string) => `${tuesday}T${time}:00.000Z`;
const lineOf = (technician: typeof rosa): BoardLine => ({
  ...{ id: technician.id, name: technician.name, technicians: [technician], row: undefined, hasShifts: true },
  ...{ shifts: [], breaks: [], absences: [], overtime: [], blocks: [] },
});
const lines = [rosa, tomas, sam].map(lineOf);
const drop = (appointment: Appointment, lineId: string, time: string, more: Partial<Load> = {}) => {
  const load = { mode: 'move' as const, appointments: [appointment], ...more };
  const proposal = proposalOf(load, { kind: 'row', lineId, at: at(time) }, { lines, travel: estimatedWays });
  return proposal && proposal.kind !== 'put-back'
    ? { kind: proposal.kind, ...proposal.placements[0] }
    : { kind: proposal?.kind };
};
const half = anAssignedAppointment(rosa.id, at('14:00'), { crewSize: 2 });
const [rosas] = half.assignments;
if (!rosas) throw new Error('the builder assigns it');
const whole = { ...half, assignments: [rosas, { ...rosas, technicianId: tomas.id }] };

describe('dropping a crew’s appointment', () => {
  it('on another’s line while one is missing lets him join, at the time at which the crew is there', () => {
    expect(drop(half, tomas.id, '16:30')).toMatchObject({
      ...{ kind: 'join', technicianIds: [rosa.id, tomas.id], plannedStartAt: at('14:00') },
    });
  });

  it('along its own line moves it for all of them', () => {
    expect(drop(whole, tomas.id, '15:00', { fromLineId: tomas.id })).toMatchObject({
      ...{ kind: 'place', technicianIds: [rosa.id, tomas.id], plannedStartAt: at('15:00') },
    });
  });

  it('from one of its lines on another’s relieves that one alone', () => {
    expect(drop(whole, sam.id, '14:00', { fromLineId: tomas.id })).toMatchObject({ technicianIds: [rosa.id, sam.id] });
    expect(drop(whole, sam.id, '14:00', { fromLineId: rosa.id })).toMatchObject({ technicianIds: [sam.id, tomas.id] });
  });
});

describe('a member of a crew', () => {
  it('comes beside those who are there when he is chosen from the candidates', () => {
    const chosen = { technicianId: tomas.id, plannedStartAt: at('14:00'), lateBySeconds: 0 };
    const moves = candidateMoves(half, { ...chosen, missingPartIds: [], moves: [] }, () => undefined);
    expect(moves?.[0]?.to?.technicianIds).toEqual([rosa.id, tomas.id]);
  });

  it('comes with those who are named beside him in a change', () => {
    const change = {
      kind: 'overtime' as const,
      technicianId: tomas.id,
      alongside: [sam.id],
      plannedStartAt: at('14:00'),
    };
    const moves = changeMoves(
      anAppointment({ crewSize: 2 }),
      { ...change, addedTravelSeconds: 0, lateSeconds: 0, movedAppointments: 0 },
      () => undefined,
    );
    expect(moves?.[0]?.to?.technicianIds).toEqual([sam.id, tomas.id]);
  });

  it('is taken out and the others go as they would have gone; the last one takes it back among what waits', () => {
    expect(withoutMember(whole, rosa.id)).toMatchObject([
      { to: { technicianIds: [tomas.id], plannedStartAt: at('14:00') } },
    ]);
    expect(withoutMember(half, rosa.id)).toMatchObject([{ to: null }]);
  });
});

describe('the queue', () => {
  it('keeps a crew in sight as long as one is missing', () => {
    expect(waitsForCrew(half)).toBe(true);
    expect(waitsForCrew(whole)).toBe(false);
    expect(waitsForCrew({ ...half, status: 'on-site' })).toBe(false);
  });
});
