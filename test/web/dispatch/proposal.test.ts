import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { BoardLine } from '../../../web/dispatch/state/board-lines.ts';
import { judgeProposal } from '../../../web/dispatch/state/judge-proposal.ts';
import { proposalOf, type Load, type DropTarget, type Placement } from '../../../web/dispatch/state/proposal.ts';
import { estimatedWays } from './estimated-ways.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';
import { aRecord } from '../../builders/an-id.ts';

const rosa = aTechnician();
const tomas = aTechnician({ ...aRecord('technician'), name: 'Tomas' });
const at = (time: string) => `${tuesday}T${time}:00.000Z`;
const lineOf = (...technicians: readonly (typeof rosa)[]): BoardLine => ({
  id: technicians.map(({ id }) => id).join('+'),
  name: '',
  technicians,
  row: undefined,
  hasShifts: true,
  shifts: [],
  breaks: [],
  absences: [],
  overtime: [],
  blocks: [],
});
const lines = [lineOf(rosa), lineOf(tomas), lineOf(rosa, tomas)];
const onto = (line: number, time: string, over?: Appointment): DropTarget => ({
  kind: 'row',
  lineId: lines[line]?.id ?? '',
  at: at(time),
  over,
});
const propose = (mode: Load['mode'], target: DropTarget, ...appointments: readonly Appointment[]) =>
  proposalOf({ mode, appointments }, target, { lines, travel: estimatedWays });
const placementsOf = (...given: Parameters<typeof propose>): readonly Placement[] => {
  const proposal = propose(...given);
  return proposal && proposal.kind !== 'put-back' ? proposal.placements : [];
};
const starts = (placements: readonly Placement[]) => placements.map(({ plannedStartAt }) => plannedStartAt);

describe('What a drop would do', () => {
  const first = anAssignedAppointment(rosa.id, at('14:00'));
  const second = anAssignedAppointment(rosa.id, at('16:00'));
  const other = anAssignedAppointment(tomas.id, at('15:00'));

  it('moves all that are carried by as much, and all to the other technician', () => {
    const placements = placementsOf('move', onto(1, '15:00'), first, second);
    expect(starts(placements)).toEqual([at('15:00'), at('17:00')]);
    expect(placements.map(({ technicianIds }) => technicianIds)).toEqual([[tomas.id], [tomas.id]]);
  });

  it('leaves each with his own technician where the carried one stays in its line', () => {
    const placements = placementsOf('move', onto(0, '14:30'), first, other);
    expect(placements.map(({ technicianIds }) => technicianIds)).toEqual([[rosa.id], [tomas.id]]);
  });

  it('lets what waits follow one another with the way between', () => {
    const placements = placementsOf('move', onto(0, '14:00'), anAppointment(), anAppointment());
    expect(Date.parse(starts(placements)[1] ?? '')).toBeGreaterThanOrEqual(Date.parse(at('15:00')));
  });

  it('lets two change places, and nothing else with what is under way', () => {
    const placements = placementsOf('swap', onto(1, '15:10', other), first);
    expect(placements.map(({ technicianIds, plannedStartAt }) => [technicianIds[0], plannedStartAt])).toEqual([
      [tomas.id, at('15:00')],
      [rosa.id, at('14:00')],
    ]);
    const onSite = anAssignedAppointment(tomas.id, at('15:00'), { status: 'on-site' });
    expect(propose('swap', onto(1, '15:10', onSite), first)).toBeUndefined();
  });

  it('makes it end there, a quarter of an hour at least', () => {
    expect(placementsOf('resize', onto(0, '16:00'), first)[0]?.durationSeconds).toBe(7200);
    expect(placementsOf('resize', onto(0, '13:00'), first)[0]?.durationSeconds).toBe(900);
  });

  it('sends the whole crew where it is dropped on the crew, and keeps the crew along its own time', () => {
    expect(placementsOf('move', onto(2, '14:00'), anAppointment())[0]?.technicianIds).toEqual([rosa.id, tomas.id]);
    const [assignment] = first.assignments;
    const crew = {
      ...first,
      assignments: [rosa, tomas].flatMap(({ id }) => (assignment ? { ...assignment, technicianId: id } : [])),
    };
    expect(placementsOf('move', onto(0, '15:00'), crew)[0]?.technicianIds).toEqual([rosa.id, tomas.id]);
  });

  it('puts back only what stands somewhere', () => {
    expect(propose('move', { kind: 'unassigned' }, anAppointment())).toBeUndefined();
    expect(propose('move', { kind: 'unassigned' }, first)).toMatchObject({ kind: 'put-back' });
  });
});

describe('What is said about it beforehand', () => {
  const first = anAssignedAppointment(rosa.id, at('14:00'));
  const second = anAssignedAppointment(tomas.id, at('15:00'));
  const days = new Map([
    [rosa.id, [first]],
    [tomas.id, [second]],
  ]);
  const judge = (placements: readonly Placement[]) =>
    judgeProposal(placements, {
      technician: (id) => [rosa, tomas].find((one) => one.id === id),
      appointmentsOf: (id) => days.get(id) ?? [],
      appointment: () => undefined,
      takenOf: () => [],
      vanStockOf: () => undefined,
      timeZone: 'America/New_York',
      now: at('13:00'),
      skillNames: new Map(),
      travel: estimatedWays,
    });

  it('is of two that change places that both fit, though neither would alone', () => {
    expect(judge(placementsOf('swap', onto(1, '15:10', second), first)).kind).toBe('keeps');
    expect(judge(placementsOf('move', onto(1, '15:10'), first))).toMatchObject({
      kind: 'refused',
      parts: [{ verdict: { reason: 'double-booking' } }],
    });
  });

  it('is no driving gained where it stays between the same stops', () => {
    expect(judge(placementsOf('move', onto(0, '14:30'), first)).addedTravelSeconds).toBe(0);
  });

  it('names every soft rule that breaks, so that all are broken knowingly', () => {
    const evening = anAppointment({ dueBy: at('20:00') });
    const [part] = judge(placementsOf('move', onto(0, '20:30'), evening)).parts;
    expect(part?.verdict.kind === 'breaks' && part.verdict.broken.map(({ reason }) => reason)).toEqual([
      'off-shift',
      'after-due-time',
    ]);
  });
});
