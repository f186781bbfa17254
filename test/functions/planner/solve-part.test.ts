import { expect, test } from 'vitest';
import { solvePart } from '../../../functions/planner/solve-part.ts';
import type { SearchProgress } from '../../../shared/routing/search/anneal.ts';
import { solutionCostsOf } from '../../../shared/routing/costs/solution-costs.ts';
import { aRandomProblem } from '../../builders/a-random-problem.ts';

const problem = aRandomProblem(4, 4, 60);
const seed = 9;

test('a search that was stopped on the way is found again from the number of its steps', async () => {
  const stopped = await solvePart(problem, { seed, goOn: async ({ iterations }) => iterations < 2_000 });
  expect(stopped.iterations).toBeGreaterThan(2_000);
  expect(stopped.iterations).toBeLessThan(3_000);
  const again = await solvePart(problem, { seed, iterations: stopped.iterations, goOn: async () => true });
  expect(again).toEqual(stopped);
});

test('who looks hears of a plan that grows no worse and costs no less than its bound', async () => {
  const heard: SearchProgress[] = [];
  const { solution } = await solvePart(problem, { seed, goOn: async (progress) => heard.push(progress) > 0 });
  expect(heard.length).toBeGreaterThan(3);
  heard.slice(1).forEach(({ lost }, index) => expect(lost).toBeLessThanOrEqual(heard[index]?.lost ?? 0));
  for (const { bound, cost } of heard) expect(bound).toBeLessThanOrEqual(cost);
  const last = heard.at(-1);
  expect(last?.bound).toBeGreaterThan(0);
  expect(last).toMatchObject({ placed: solution.figures.scheduled, travelSeconds: solution.figures.travelSeconds });
  expect(last?.cost).toBeCloseTo(solutionCostsOf(problem, solution).total, 3);
});
