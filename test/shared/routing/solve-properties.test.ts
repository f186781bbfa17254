import { expect, test } from 'vitest';
import { checkSolution } from '../../../shared/routing/checker.ts';
import { compareCosts, solutionCostsOf } from '../../../shared/routing/costs/solution-costs.ts';
import type { Problem } from '../../../shared/routing/problem.ts';
import { afterIterations, firstOf } from '../../../shared/routing/search/stop-rule.ts';
import { seededRandom } from '../../../shared/routing/seeded-random.ts';
import { solve } from '../../../shared/routing/solve.ts';
import { aRandomProblem } from '../../builders/a-random-problem.ts';
import { aSmallProblem } from '../../builders/a-small-problem.ts';
import { bestByTrying } from '../../builders/best-by-trying.ts';

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);
const enough = afterIterations(2000);

test('small problems are solved to the same cost as by trying every plan, on 95 % at least, and never against a rule', () => {
  const worse = seeds.filter((seed) => {
    const problem = aSmallProblem(seed, 5);
    const solution = solve(problem, { seed, stop: enough });
    expect(checkSolution(problem, solution), `seed ${seed}`).toEqual([]);
    const best = bestByTrying(problem);
    const difference = best ? compareCosts(solutionCostsOf(problem, solution), best) : 0;
    expect(difference, `seed ${seed} is better than every plan`).toBeGreaterThanOrEqual(0);
    return difference > 0;
  });
  expect(worse.length, `worse: ${worse.join(', ')}`).toBeLessThanOrEqual(seeds.length * 0.05);
}, 60_000);

test('the order in which technicians and stops are given changes no cost', () => {
  for (const seed of seeds.slice(0, 30)) {
    const problem = aSmallProblem(seed, 6);
    const other = shuffled(problem, seed);
    const [a, b] = [problem, other].map((each) => solutionCostsOf(each, solve(each, { seed, stop: enough })));
    expect([a?.lost, a?.total], `seed ${seed}`).toEqual([b?.lost, b?.total]);
  }
}, 60_000);

test('the longer one search is let go on, the better or equal its plan', () => {
  for (const seed of seeds.slice(0, 10)) {
    const problem = aRandomProblem(seed, 5, 30);
    const interrupted = (at: number) => {
      const stop = firstOf(afterIterations(3000), ({ iterations }) => (iterations >= at ? 1 : 0));
      return solutionCostsOf(problem, solve(problem, { seed, stop }));
    };
    const costs = [100, 500, 1500, 3000].map(interrupted);
    costs.slice(1).forEach((longer, index) => {
      const shorter = costs[index];
      expect(shorter && compareCosts(longer, shorter), `seed ${seed}`).toBeLessThanOrEqual(0);
    });
  }
}, 60_000);

test('another technician is never worse than the plan without him, when the search begins from that', () => {
  for (const seed of seeds.slice(0, 20)) {
    const random = aRandomProblem(seed, 4, 30);
    const all = { ...random, stops: random.stops.map(({ present: _present, ...stop }) => stop) };
    const without = { ...all, technicians: all.technicians.slice(0, 3) };
    const before = solve(without, { seed, stop: afterIterations(500) });
    const after = solve(all, { seed, stop: afterIterations(500), warmStart: before });
    expect(checkSolution(all, after), `seed ${seed}`).toEqual([]);
    const difference = compareCosts(solutionCostsOf(all, after), solutionCostsOf(without, before));
    expect(difference, `seed ${seed}`).toBeLessThanOrEqual(0);
  }
}, 60_000);

test('the same problem, seed and iterations give the same plan again', () => {
  const problem = aRandomProblem(7, 6, 60);
  const run = () => JSON.stringify(solve(problem, { seed: 3, stop: afterIterations(1500) }));
  expect(run()).toBe(run());
});

const shuffled = (problem: Problem, seed: number): Problem => {
  const random = seededRandom(seed);
  const mixed = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return { ...problem, technicians: mixed(problem.technicians), stops: mixed(problem.stops) };
};
