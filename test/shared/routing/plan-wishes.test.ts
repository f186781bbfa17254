import { describe, expect, test } from 'vitest';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { usualPlanPreferences, type PlanPreferences } from '../../../shared/model/plan-preferences.ts';
import { checkSolution } from '../../../shared/routing/checker.ts';
import { overtimeOf } from '../../../shared/routing/overtime-of.ts';
import type { PlanningTechnician } from '../../../shared/routing/planning-day.ts';
import { problemOfDay } from '../../../shared/routing/problem-of-day.ts';
import { solve } from '../../../shared/routing/solve.ts';
import { wishCostsOf } from '../../../shared/routing/wish-costs.ts';
import { afterIterations } from '../../../shared/routing/search/stop-rule.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';

const [rosa, sam] = [aTechnician({ name: 'Rosa' }), aTechnician({ name: 'Sam' })];
const morning = { from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T15:00:00.000Z' };

const dayOf = (technician: PlanningTechnician['technician']): PlanningTechnician => ({
  technician,
  shifts: [morning],
  taken: [],
  vanStock: new Map(),
});

const off: PlanPreferences = {
  ...{ fairness: 'off', compactness: 'off', waiting: 'off', overtime: 'off', stability: 'off' },
  mostOvertimeSeconds: 0,
};

const planned = (wished: Partial<PlanPreferences>, backlog = [anAppointment()], technicians = [rosa]) => {
  const problem = problemOfDay({
    territory: aTerritory(),
    day: tuesday,
    now: '2026-05-12T10:00:00.000Z',
    technicians: technicians.map(dayOf),
    appointments: [],
    backlog,
    travel: estimatedTravel,
    preferences: { ...off, ...wished },
  });
  const solution = solve(problem, { seed: 1, stop: afterIterations(400) });
  expect(checkSolution(problem, solution)).toEqual([]);
  return { problem, solution, counts: solution.routes.map(({ stops }) => stops.length) };
};

describe('what a company wishes of its plans', () => {
  test('takes no part in the problem where it is off', () => {
    const { problem } = planned({});
    expect(problem.preferences).toEqual({});
    expect(problem.technicians[0]).toMatchObject({ rates: {}, shifts: [{ from: 28_800, to: 39_600 }] });
    expect(problem.technicians[0]?.shifts[0]).not.toHaveProperty('overtimeUntil');
  });

  test('evenness gives two technicians of one place the same share of what one could do alone', () => {
    const near = () => [anAppointment({ durationSeconds: 3600 }), anAppointment({ durationSeconds: 3600 })];
    expect(Math.max(...planned({ fairness: 'off' }, near(), [rosa, sam]).counts)).toBe(2);
    expect(planned({ fairness: 'much' }, near(), [rosa, sam]).counts).toEqual([1, 1]);
  });

  test('overtime plans what would not fit into the shift, no longer than is allowed', () => {
    const long = () => [anAppointment({ durationSeconds: 3 * 3600 + 1800 })];
    expect(planned({ mostOvertimeSeconds: 0 }, long()).counts).toEqual([0]);
    expect(planned({ mostOvertimeSeconds: 900 }, long()).counts).toEqual([0]);
    const { problem, solution, counts } = planned({ overtime: 'normal', mostOvertimeSeconds: 7200 }, long());
    expect(counts).toEqual([1]);
    const seconds = overtimeOf(problem, solution);
    expect(seconds).toBeGreaterThanOrEqual(1800);
    expect(wishCostsOf(problem, solution)).toMatchObject({ overtime: 2 * seconds, fairness: 0, waiting: 0 });
  });

  test('few changes cost as much as the wish weighs', () => {
    const stop = anAssignedAppointment(rosa.id, '2026-05-12T13:00:00.000Z');
    const costOf = (stability: PlanPreferences['stability']) => {
      const [present] = problemOfDay({
        ...{ territory: aTerritory(), day: tuesday, now: '2026-05-12T10:00:00.000Z', backlog: [] },
        technicians: [dayOf(rosa)],
        appointments: [stop],
        travel: estimatedTravel,
        preferences: { ...usualPlanPreferences, stability },
      }).stops;
      return present?.present?.changeCost;
    };
    expect(costOf('off')).toEqual({ technician: 0, perSecondMoved: 0 });
    expect(costOf('normal')).toEqual({ technician: 1800, perSecondMoved: 1 });
    expect(costOf('much')).toEqual({ technician: 7200, perSecondMoved: 4 });
  });
});
