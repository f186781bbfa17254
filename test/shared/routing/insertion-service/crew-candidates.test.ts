import { describe, expect, test } from 'vitest';
import { estimatedTravel } from '../../../../shared/geo/estimated-travel.ts';
import type { Appointment } from '../../../../shared/model/appointment.ts';
import type { Technician } from '../../../../shared/model/technician.ts';
import { candidatePlaces } from '../../../../shared/routing/insertion-service/candidate-places.ts';
import type { PlanningTechnician } from '../../../../shared/routing/planning-day.ts';
import { rankCandidates } from '../../../../shared/rules/candidate-ranking.ts';
import { rankCrews } from '../../../../shared/rules/rank-crews.ts';
import { shiftsOn } from '../../../../shared/rules/working-time.ts';
import { aTechnician } from '../../../builders/a-technician.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../../builders/an-appointment.ts';

const zone = 'America/New_York';
const at = (time: string) => `2026-05-12T${time}:00.000Z`;
const near = anAppointment().place;
const [rosa, sam, tom] = [0, 0.02, 0.3].map((east) =>
  aTechnician({ startPlace: { location: [near.location[0] + east, near.location[1]], addressText: 'Depot' } }),
);
if (!rosa || !sam || !tom) throw new Error('three were made');
type Taken = Readonly<Record<string, readonly (readonly [string, string])[]>>;

const ask = (appointment: Appointment, technicians: readonly Technician[], taken: Taken = {}) => {
  const all = technicians.map((technician): PlanningTechnician => ({
    technician,
    shifts: shiftsOn(technician, tuesday, zone),
    taken: (taken[technician.id] ?? []).map(([from, to]) => ({
      kind: 'absence',
      id: 'absence',
      from: at(from),
      to: at(to),
    })),
    vanStock: new Map(),
  }));
  const territory = { id: appointment.territoryId, timeZone: zone };
  const question = { appointment, technicians: all, appointments: [], territory, day: tuesday, now: at('10:00') };
  const { places, crews, changes } = candidatePlaces({ ...question, travel: estimatedTravel });
  const days = new Map(all.map((one) => [one.technician.id, one]));
  const ranked = { appointment, places, technicians, days, stock: new Map(), day: tuesday, now: at('10:00') };
  return { crews: rankCrews(ranked, crews), ...rankCandidates(ranked), changes };
};
const namesOf = (crew: { readonly members: readonly { readonly technicianId: string }[] } | undefined) =>
  crew?.members.map(({ technicianId }) => technicianId).sort();

describe('candidates for an appointment that needs two', () => {
  const pair = anAppointment({ crewSize: 2 });

  test('are pairs, of whom the nearest two are the best, each with the parts of his score', () => {
    const [best, ...others] = ask(pair, [tom, sam, rosa]).crews;
    expect(namesOf(best)).toEqual([rosa.id, sam.id].sort());
    expect(best?.members.every(({ parts }) => parts.length === 6)).toBe(true);
    expect(others.length).toBeGreaterThan(0);
  });

  test('meet when both are free, also where that suits neither of them best', () => {
    const [best] = ask(pair, [rosa, sam], { [rosa.id]: [['12:00', '15:10']], [sam.id]: [['17:00', '20:00']] }).crews;
    expect(namesOf(best)).toEqual([rosa.id, sam.id].sort());
    expect(new Set(best?.members.map(({ plannedStartAt }) => plannedStartAt)).size).toBe(1);
    expect((best?.plannedStartAt ?? '') >= at('15:10')).toBe(true);
    expect((best?.plannedEndAt ?? '') <= at('17:00')).toBe(true);
  });

  test('are none where two are never free together, and nothing less is offered as a pair', () => {
    const taken = { [rosa.id]: [['11:00', '16:00']], [sam.id]: [['16:00', '23:00']] } as const;
    expect(ask(pair, [rosa, sam], taken).crews).toEqual([]);
  });

  test('come with the skill that the second would need', () => {
    const unskilled = aTechnician({ skills: [], startPlace: near });
    const { crews, changes } = ask(pair, [rosa, unskilled]);
    expect(crews).toEqual([]);
    expect(changes()).toMatchObject([{ kind: 'skill', technicianId: unskilled.id, alongside: [rosa.id] }]);
  });
});

describe('candidates for a crew that lacks one', () => {
  const half = anAssignedAppointment(rosa.id, at('15:00'), { crewSize: 2 });

  test('are those who can come at its time', () => {
    const { candidates, crews } = ask(half, [rosa, sam, tom], { [tom.id]: [['15:30', '16:00']] });
    expect(crews).toEqual([]);
    expect(candidates.map(({ technicianId, plannedStartAt }) => [technicianId, plannedStartAt])).toEqual([
      [sam.id, at('15:00')],
    ]);
  });

  test('are not the one who is there', () => {
    expect(ask(half, [rosa, sam]).candidates.map(({ technicianId }) => technicianId)).not.toContain(rosa.id);
  });
});
