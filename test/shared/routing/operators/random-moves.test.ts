import { expect, test } from 'vitest';
import { checkSolution } from '../../../../shared/routing/checker.ts';
import { compile } from '../../../../shared/routing/kernel/compile.ts';
import { withoutCrews } from '../../../../shared/routing/kernel/crews.ts';
import { InsertionScan } from '../../../../shared/routing/kernel/insertion-scan.ts';
import { WorkingPlan } from '../../../../shared/routing/kernel/working-plan.ts';
import { LinkedTimes } from '../../../../shared/routing/operators/linked-times.ts';
import { RandomMoves } from '../../../../shared/routing/operators/random-moves.ts';
import { Recreate } from '../../../../shared/routing/operators/recreate.ts';
import type { StopDependency } from '../../../../shared/routing/problem.ts';
import { Random } from '../../../../shared/routing/search/random.ts';
import { solutionOf } from '../../../../shared/routing/search/solution-of.ts';
import { warmStart } from '../../../../shared/routing/search/warm-start.ts';
import { aRandomProblem } from '../../../builders/a-random-problem.ts';

/** A random day on which neighbours in the list depend on one another, in every way there is. */
const aTiedDay = (seed: number) => {
  const day = aRandomProblem(seed, 5, 24);
  const stops = day.stops.map(({ present: _present, ...stop }, index) =>
    index === 0 ? { ...stop, crewSize: 2 } : stop,
  );
  const [a, b, c, d, e, f, g, h] = stops.slice(1).map(({ id }) => id);
  const after = { kind: 'after', from: 'start', minSeconds: 600 } as const;
  const dependencies: StopDependency[] = [
    { kind: 'same-time', stopIds: [a ?? '', b ?? ''] },
    { ...after, firstId: c ?? '', secondId: d ?? '', maxSeconds: 7200, differentTechnicians: true },
    { kind: 'same-technician', stopIds: [e ?? '', f ?? ''] },
    { ...after, firstId: g ?? '', secondId: h ?? '' },
    { ...after, firstId: b ?? '', secondId: g ?? '' },
  ];
  return { ...day, stops, dependencies };
};

test('whatever is moved by lot and has times breaks no rule, and is told with the cost that it has', () => {
  let kept = 0;
  for (const seed of [1, 2, 3, 4]) {
    const problem = aTiedDay(seed);
    const kernel = compile(withoutCrews(problem));
    const plan = new WorkingPlan(kernel);
    const random = new Random(seed);
    warmStart(plan);
    new Recreate(plan, random, new InsertionScan(kernel, random)).all();
    plan.keep();
    const all = problem.stops.map((_, stop) => stop);
    const [moves, times] = [new RandomMoves(plan, random, all), new LinkedTimes(plan)];
    for (let step = 0; step < 400; step += 1) {
      if (!moves.make() || !times.find() || plan.isLate()) {
        plan.undo();
        continue;
      }
      expect(plan.leastChange()).toBeLessThanOrEqual(plan.costChange() + 1e-6);
      times.freeze();
      plan.keep();
      kept += 1;
      if (step % 40 > 0) continue;
      const sequences = plan.routes.map(({ node, count }) => node.slice(1, count + 1));
      expect(checkSolution(problem, solutionOf(problem, kernel, sequences)), `seed ${seed}`).toEqual([]);
      const counted = plan.routes.reduce((sum, route) => sum + route.cost, 0);
      for (const { index } of kernel.frames) plan.refreshTouched(index);
      expect(plan.routes.reduce((sum, route) => sum + route.cost, 0)).toBeCloseTo(counted, 6);
      plan.undo();
    }
  }
  expect(kept).toBeGreaterThan(50);
});
