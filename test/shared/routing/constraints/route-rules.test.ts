import { expect, test } from 'vitest';
import { checkSolution } from '../../../../shared/routing/checker.ts';
import type { Problem } from '../../../../shared/routing/problem.ts';
import { afterIterations } from '../../../../shared/routing/search/stop-rule.ts';
import { solve } from '../../../../shared/routing/solve.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../../builders/a-problem.ts';

const planned = (problem: Problem): string[] => {
  const solution = solve(problem, { seed: 3, stop: afterIterations(500) });
  expect(checkSolution(problem, solution)).toEqual([]);
  return solution.routes.flatMap(({ stops }) => stops.map(({ stopId }) => stopId));
};
const twoStops = [aStop({ id: 'one', place: 0 }), aStop({ id: 'two', place: 0 })];

test('a shift ends with the last second that its technician may be away', () => {
  const away = (maxDurationSecondsPerShift: number) =>
    planned(aProblem({ technicians: [aProblemTechnician({ maxDurationSecondsPerShift })], stops: twoStops }));
  expect(away(hours(2))).toHaveLength(2);
  expect(away(hours(2) - 1)).toHaveLength(1);
});

test('waiting before the first stop is no time away, since he leaves later', () => {
  const technicians = [aProblemTechnician({ maxDurationSecondsPerShift: hours(1) })];
  expect(planned(aProblem({ technicians, stops: [aStop({ place: 0, earliest: hours(14) })] }))).toHaveLength(1);
});

test('travel stays within what a shift may have', () => {
  const travel = (maxTravelSecondsPerShift: number) =>
    planned(aProblem({ technicians: [aProblemTechnician({ maxTravelSecondsPerShift })], stops: [aStop()] }));
  const way = aProblem().matrix.seconds[1] ?? 0;
  expect(travel(way)).toHaveLength(1);
  expect(travel(way - 1)).toHaveLength(0);
});

test('a van that brings back what it took may not be fuller on the way than it holds', () => {
  const technicians = [aProblemTechnician({ capacity: [10] })];
  const stops = [
    aStop({ id: 'brings', delivery: [10], window: { from: hours(12), to: hours(13) } }),
    aStop({ id: 'takes', pickup: [10], place: 2, window: { from: hours(8), to: hours(10) } }),
  ];
  expect(planned(aProblem({ technicians, stops }))).toHaveLength(1);
});

test('what is urgent comes first, though the way is longer', () => {
  const stops = [aStop({ id: 'near', place: 0 }), aStop({ id: 'urgent', place: 2, urgentFirst: true })];
  expect(planned(aProblem({ stops }))).toEqual(['urgent', 'near']);
});
