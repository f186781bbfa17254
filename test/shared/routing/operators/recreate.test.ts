import { expect, test } from 'vitest';
import { compile } from '../../../../shared/routing/kernel/compile.ts';
import { InsertionScan } from '../../../../shared/routing/kernel/insertion-scan.ts';
import { WorkingPlan } from '../../../../shared/routing/kernel/working-plan.ts';
import { Recreate } from '../../../../shared/routing/operators/recreate.ts';
import { Random } from '../../../../shared/routing/search/random.ts';
import { tuning } from '../../../../shared/routing/search/tuning.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../../builders/a-problem.ts';

/** Sam has no room for one more; all stops near the missing one are his. Only between two of Rosa's, far away, is there room. */
const aDayWithOneRoom = () => {
  const many = tuning.look + 2;
  const neighbours = Array.from({ length: many }, (_, index) => aStop({ id: `near-${index}`, durationSeconds: 60 }));
  const rosas = [
    aStop({ id: 'morning', place: 2, window: { from: hours(8), to: hours(9) } }),
    aStop({ id: 'evening', place: 2, window: { from: hours(15), to: hours(16) } }),
  ];
  const missing = aStop({ id: 'missing', window: { from: hours(12), to: hours(13) } });
  const technicians = [
    aProblemTechnician({ id: 'sam', maxStopsPerShift: many }),
    aProblemTechnician({ id: 'rosa', shifts: [{ from: hours(8), to: hours(17) }] }),
  ];
  const kernel = compile(aProblem({ technicians, stops: [...neighbours, ...rosas, missing] }));
  const plan = new WorkingPlan(kernel);
  neighbours.forEach((_, stop) => {
    plan.insert(0, stop + 1, stop);
  });
  rosas.forEach((_, index) => {
    plan.insert(1, index + 1, many + index);
  });
  plan.keep();
  return { plan, missing: many + rosas.length };
};

const routeOfMissing = (isWide: boolean): number => {
  const { plan, missing } = aDayWithOneRoom();
  const random = new Random(1);
  const recreate = new Recreate(plan, random, new InsertionScan(plan.kernel, random, 0));
  recreate.isWide = isWide;
  recreate.run(0, missing, false, 1);
  return plan.routeOf[missing] ?? -1;
};

test('what has room only far from its neighbours is found where every position is looked at, and not beside them', () => {
  expect(routeOfMissing(true)).toBe(1);
  expect(routeOfMissing(false)).toBe(-1);
});
