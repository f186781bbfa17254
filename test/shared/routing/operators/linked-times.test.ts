import { expect, test } from 'vitest';
import { compile } from '../../../../shared/routing/kernel/compile.ts';
import { WorkingPlan } from '../../../../shared/routing/kernel/working-plan.ts';
import { LinkedTimes } from '../../../../shared/routing/operators/linked-times.ts';
import type { StopDependency } from '../../../../shared/routing/problem.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../../builders/a-problem.ts';

const technicians = ['rosa', 'sam'].map((id) => aProblemTechnician({ id }));
/** Stops of an hour at one place, in two routes: what each route has, in its order. */
const planOf = (dependencies: readonly StopDependency[], ...routes: readonly (readonly string[])[]) => {
  const ids = [...new Set(routes.flat())].sort();
  const stops = ids.map((id) => aStop({ id }));
  const plan = new WorkingPlan(compile(aProblem({ technicians, stops, dependencies })));
  const times = new LinkedTimes(plan);
  routes.forEach((each, route) => each.forEach((id, at) => plan.slip(route, at + 1, ids.indexOf(id))));
  const startOf = (id: string) => plan.startOf(ids.indexOf(id));
  return { plan, times, startOf, row: (id: string) => ids.indexOf(id) };
};
const together = { kind: 'same-time', stopIds: ['lift', 'hold'] } as const;

test('who is free sooner waits for the other of a crew, and what follows waits with him', () => {
  const { times, startOf } = planOf([together], ['paint', 'lift'], ['hold', 'sweep']);
  expect(times.find()).toBe(true);
  expect(startOf('lift')).toBe(startOf('hold'));
  expect(startOf('lift')).toBeGreaterThanOrEqual(startOf('paint') + hours(1));
  expect(startOf('sweep')).toBeGreaterThanOrEqual(startOf('hold') + hours(1));
});

test('what must come soon after another holds that one up until it can', () => {
  const soon = { kind: 'after', firstId: 'mix', secondId: 'pour', from: 'start', minSeconds: 0, maxSeconds: hours(1) };
  const { times, startOf } = planOf([soon as StopDependency], ['mix'], ['dig', 'clear', 'pour']);
  expect(times.find()).toBe(true);
  expect(startOf('pour') - startOf('mix')).toBe(hours(1));
});

test('orders that wait for one another in a circle have no times', () => {
  const other = { kind: 'same-time', stopIds: ['saw', 'rest'] } as const;
  const { times, plan, startOf } = planOf([together, other], ['lift', 'saw'], ['rest', 'hold']);
  expect(times.find()).toBe(false);
  plan.undo();
  expect(plan.outCount).toBe(4);
  expect(startOf).toThrow();
});

test('times that were found are kept by whatever is put in later, and given back with an undone step', () => {
  const { times, plan, row } = planOf([together], ['lift'], ['hold']);
  expect(times.find()).toBe(true);
  const own = [plan.kernel.open[row('lift')], plan.kernel.close[row('lift')]];
  times.freeze();
  expect(plan.kernel.open[row('lift')]).toBe(plan.startOf(row('lift')));
  expect(plan.kernel.close[row('lift')]).toBe(plan.startOf(row('hold')));
  expect(own).not.toEqual([plan.kernel.open[row('lift')], plan.kernel.close[row('lift')]]);
  plan.undo();
  expect([plan.kernel.open[row('lift')], plan.kernel.close[row('lift')]]).toEqual([
    plan.ownOpen(row('lift')),
    plan.ownClose(row('lift')),
  ]);
});
