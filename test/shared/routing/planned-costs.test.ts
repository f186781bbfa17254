import { expect, test } from 'vitest';
import { plannedCostsOf } from '../../../shared/routing/planned-costs.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../builders/a-problem.ts';
import { aRoute, aSolution } from '../../builders/a-solution.ts';

const present = { technicianId: 'sam', from: hours(9), to: hours(10), fixed: false, changeCost: { technician: 1800 } };
const problem = aProblem({
  technicians: [aProblemTechnician({ rates: { perWaitingSecond: 0.5 } })],
  stops: [
    aStop({ id: 'early', place: 0, due: hours(9) }),
    aStop({
      id: 'late',
      place: 0,
      due: hours(11),
      latenessPerSecond: 2,
      preferredTechnicianIds: ['sam'],
      otherTechnicianCost: 900,
      present,
    }),
  ],
});
const route = aRoute(problem, 'rosa', { early: hours(8), late: hours(10.5) });
const costs = plannedCostsOf(problem, aSolution(problem, [route]));

test('a stop tells what it costs beside its way, by part, and nothing where that is nothing', () => {
  expect(costs.ofStop(route, 'early')).toEqual({});
  expect(costs.ofStop(route, 'late')).toEqual({ costs: { lateness: 3600, otherTechnician: 900, change: 1800 } });
});

test('a route tells what its waiting costs', () => {
  expect(costs.ofRoute(route)).toEqual({ costs: { waiting: 2700 } });
});
