import { expect, test } from 'vitest';
import { checkSolution } from '../../../../shared/routing/checker.ts';
import { solutionCostsOf } from '../../../../shared/routing/costs/solution-costs.ts';
import type { PlanPreferences, Problem } from '../../../../shared/routing/problem.ts';
import { afterIterations } from '../../../../shared/routing/search/stop-rule.ts';
import { solve } from '../../../../shared/routing/solve.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../../builders/a-problem.ts';
import { aRandomProblem } from '../../../builders/a-random-problem.ts';

/** What the search thinks its plan costs is what the plan costs. */
const planned = (problem: Problem) => {
  let cost = 0;
  const stop = afterIterations(1_500);
  const solution = solve(problem, { seed: 5, stop, onProgress: (progress) => (cost = progress.cost) });
  expect(checkSolution(problem, solution)).toEqual([]);
  const costs = solutionCostsOf(problem, solution);
  expect(cost).toBeCloseTo(costs.total, 3);
  return { costs, routes: solution.routes.map(({ stops }) => stops.map(({ stopId }) => stopId)) };
};
const technicians = ['rosa', 'sam'].map((id) => aProblemTechnician({ id }));
const four = [1, 1, 2, 2].map((place, index) => aStop({ id: `stop-${index}`, place }));

test('work is shared where unfairness costs more than the way', () => {
  const share = (unfairness: number) =>
    planned(aProblem({ technicians, stops: four.slice(0, 2), preferences: { unfairness } })).routes;
  expect(
    share(0)
      .map(({ length }) => length)
      .sort(),
  ).toEqual([0, 2]);
  expect(share(1_000).map(({ length }) => length)).toEqual([1, 1]);
});

test('a shift keeps to one area where sprawl costs more than work shared', () => {
  const preferences = (sprawl: number): PlanPreferences => ({ unfairness: 10_000, sprawl });
  const { routes } = planned(aProblem({ technicians, stops: four, preferences: preferences(10_000) }));
  expect(routes.map((route) => route.toSorted()).toSorted()).toEqual([
    ['stop-0', 'stop-1'],
    ['stop-2', 'stop-3'],
  ]);
});

test('the highest lateness is kept low where it costs', () => {
  const stops = [0, 1, 2, 3].map((index) => aStop({ id: `stop-${index}`, due: hours(9), latenessPerSecond: 0 }));
  const highest = (rate: number) =>
    planned(aProblem({ technicians, stops, preferences: { highestLateness: rate } })).routes.map(
      ({ length }) => length,
    );
  expect(highest(0).toSorted()).toEqual([0, 4]);
  expect(highest(1)).toEqual([2, 2]);
});

test('the order that stood is kept where changing it costs more than it saves', () => {
  const stood = (order: number) =>
    [2, 1, 2].map((place, index) => {
      const from = hours(9 + 2 * index);
      const present = { technicianId: 'rosa', from, to: from + hours(1), fixed: false, changeCost: { order } };
      return aStop({ id: `stop-${index}`, place, present });
    });
  const orderOf = (order: number) => planned(aProblem({ stops: stood(order) })).routes[0];
  expect(orderOf(100_000)).toEqual(['stop-0', 'stop-1', 'stop-2']);
  expect(orderOf(1)).not.toEqual(['stop-0', 'stop-1', 'stop-2']);
});

test('on random days the search counts what the costs count', () => {
  for (const seed of [1, 2, 3]) {
    const random = aRandomProblem(seed, 4, 30);
    // Ways to other territories and what is pinned late are counted by one of the two only: no search changes them.
    const stops = random.stops.map(({ present: _present, ...stop }) => stop);
    const own = random.technicians.map((technician) => ({ ...technician, blocks: [] }));
    const preferences = { unfairness: 20, sprawl: 30, highestLateness: 1 };
    const { costs } = planned({ ...random, stops, technicians: own, preferences });
    for (const part of ['unfairness', 'sprawl', 'highestLateness'] as const) expect(costs[part]).toBeGreaterThan(0);
  }
});
