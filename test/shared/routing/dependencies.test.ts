import { expect, test } from 'vitest';
import { checkSolution } from '../../../shared/routing/checker.ts';
import type { Problem } from '../../../shared/routing/problem.ts';
import { afterIterations } from '../../../shared/routing/search/stop-rule.ts';
import { solve } from '../../../shared/routing/solve.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../builders/a-problem.ts';

const technicians = ['rosa', 'sam', 'tom'].map((id) => aProblemTechnician({ id }));
const planned = (problem: Problem) => {
  const solution = solve(problem, { seed: 3, stop: afterIterations(1_000) });
  expect(checkSolution(problem, solution)).toEqual([]);
  const startsOf = (stopId: string) =>
    solution.routes.flatMap(({ stops }) => stops.filter((stop) => stop.stopId === stopId).map(({ start }) => start));
  return { solution, startsOf };
};

test('a crew meets at one time, each in his own route', () => {
  const stops = [
    aStop({ id: 'lift', crewSize: 3 }),
    aStop({ id: 'alone', place: 2 }),
    aStop({ id: 'other', place: 3 }),
  ];
  const { startsOf } = planned(aProblem({ technicians, stops }));
  const starts = startsOf('lift');
  expect(starts).toHaveLength(3);
  expect(new Set(starts).size).toBe(1);
  expect(startsOf('alone')).toHaveLength(1);
});

test('a crew that is too few stays out whole', () => {
  const { solution } = planned(aProblem({ technicians, stops: [aStop({ id: 'lift', crewSize: 4 })] }));
  expect(solution.unassigned.map(({ stopId }) => stopId)).toEqual(['lift']);
});

test('what comes after another begins in the time that it must', () => {
  const dependencies = [
    { kind: 'after', firstId: 'pour', secondId: 'sand', from: 'end', minSeconds: hours(2), maxSeconds: hours(3) },
  ] as const;
  const stops = [aStop({ id: 'sand' }), aStop({ id: 'pour', place: 2 }), aStop({ id: 'other', place: 3 })];
  const { startsOf } = planned(aProblem({ technicians, stops, dependencies }));
  const between = (startsOf('sand')[0] ?? 0) - (startsOf('pour')[0] ?? 0) - hours(1);
  expect(between).toBeGreaterThanOrEqual(hours(2));
  expect(between).toBeLessThanOrEqual(hours(3));
});

test('what depends on a stop that nobody can do stays out with it', () => {
  const dependencies = [{ kind: 'same-time', stopIds: ['one', 'two'] }] as const;
  const stops = [aStop({ id: 'one' }), aStop({ id: 'two', skills: [{ skillId: 'gas', level: 1 }] })];
  const { solution } = planned(aProblem({ technicians, stops, dependencies }));
  expect(solution.unassigned.map(({ stopId }) => stopId)).toEqual(['one', 'two']);
});
