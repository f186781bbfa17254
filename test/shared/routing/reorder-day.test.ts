import { expect, test } from 'vitest';
import { checkSolution } from '../../../shared/routing/checker.ts';
import type { ProblemStop, ProblemTechnician } from '../../../shared/routing/problem.ts';
import { reorderDay } from '../../../shared/routing/reorder-day.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../builders/a-problem.ts';
import { aRoute, aSolution } from '../../builders/a-solution.ts';

const dayOf = (rosa: Partial<ProblemTechnician> = {}, second: Partial<ProblemStop> = {}) =>
  aProblem({
    technicians: [aProblemTechnician(rosa)],
    stops: [
      aStop({ id: 'first', place: 1 }),
      aStop({ id: 'second', place: 2, ...second }),
      aStop({ id: 'third', place: 3 }),
    ],
  });

test('stops in the technician’s own order are a day without violation', () => {
  const problem = dayOf();
  const reordered = reorderDay(problem, 'rosa', ['third', 'first', 'second']);
  if (!reordered.ok) throw new Error(reordered.reason);
  expect(reordered.stops.map(({ stopId }) => stopId)).toEqual(['third', 'first', 'second']);
  const starts = Object.fromEntries(reordered.stops.map(({ stopId, start }) => [stopId, start]));
  expect(checkSolution(problem, aSolution(problem, [aRoute(problem, 'rosa', starts)]))).toEqual([]);
});

test('a break is kept between them, pushed inside its time', () => {
  const breakRule = { earliest: hours(9), latest: hours(10), durationSeconds: 1800 };
  const problem = dayOf({ breakRule });
  const reordered = reorderDay(problem, 'rosa', ['second', 'first', 'third'], { breakAt: hours(9) });
  const starts = reordered.ok ? reordered.stops.map(({ start }) => start) : [];
  const without = reorderDay(problem, 'rosa', ['second', 'first', 'third']);
  const plain = without.ok ? without.stops.map(({ start }) => start) : [];
  expect((starts[2] ?? 0) - (plain[2] ?? 0)).toBeGreaterThanOrEqual(1740);
});

test('a promise that the order breaks is told with how much', () => {
  const told = { window: { from: hours(8), to: hours(9) } };
  const reordered = reorderDay(dayOf({}, told), 'rosa', ['first', 'third', 'second']);
  const second = reordered.ok ? reordered.stops[2] : undefined;
  expect(second?.missesWindowBySeconds).toBe((second?.start ?? 0) - hours(9));
  expect(second?.missesWindowBySeconds).toBeGreaterThan(0);
});

test('an order without room is refused at the stop that does not fit', () => {
  const short = { shifts: [{ from: hours(8), to: hours(10.5) }] };
  expect(reorderDay(dayOf(short), 'rosa', ['third', 'first', 'second'])).toEqual({
    ok: false,
    reason: 'no-room',
    stopId: 'second',
  });
  expect(reorderDay(dayOf(), 'rosa', ['nobody'])).toMatchObject({ ok: false, reason: 'unknown-stop' });
});
