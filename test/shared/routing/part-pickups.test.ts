import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../../shared/routing/checker.ts';
import { withFetches } from '../../../shared/routing/kernel/with-fetches.ts';
import type { PartPickup, Problem } from '../../../shared/routing/problem.ts';
import { afterIterations } from '../../../shared/routing/search/stop-rule.ts';
import type { Solution } from '../../../shared/routing/solution.ts';
import { solve } from '../../../shared/routing/solve.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../builders/a-problem.ts';
import { aRandomProblem } from '../../builders/a-random-problem.ts';

const patience = 60_000;
const depot: PartPickup = { partId: 'valve', place: 3, quantity: 5, durationSeconds: 600 };
const needy = (id: string, changes = {}) => aStop({ id, parts: [{ partId: 'valve', quantity: 1 }], ...changes });
const planned = (problem: Problem, warmStart?: Solution): Solution => {
  const solution = solve(problem, {
    seed: 3,
    stop: afterIterations(300),
    fetching: withFetches,
    ...(warmStart && { warmStart }),
  });
  expect(checkSolution(problem, solution)).toEqual([]);
  return solution;
};
const pickupsOf = ({ routes }: Solution) => routes.flatMap(({ pickups = [] }) => pickups);
const outOf = ({ unassigned }: Solution) => unassigned.map(({ stopId }) => stopId);

describe('a part that is on no van', () => {
  test('is fetched on the way by who needs it, before he begins', () => {
    const solution = planned(aProblem({ stops: [needy('stop')], partPickups: [depot] }));
    const [route] = solution.routes;
    expect(route?.pickups).toMatchObject([{ partId: 'valve', place: 3, quantity: 1, stopId: 'stop' }]);
    expect(route?.pickups?.[0]?.end).toBeLessThan(route?.stops[0]?.start ?? 0);
    expect(solution.figures.scheduled).toBe(1);
  });

  test('is fetched for as many stops as there are parts, the most urgent first', () => {
    const stops = [needy('later', { priority: 3 }), needy('urgent', { priority: 0, place: 2 })];
    const solution = planned(aProblem({ stops, partPickups: [{ ...depot, quantity: 1 }] }));
    expect(outOf(solution)).toEqual(['later']);
  });

  test('is fetched while it is open, or the stop stays out', () => {
    const at = (from: number, to: number) =>
      planned(aProblem({ stops: [needy('stop')], partPickups: [{ ...depot, open: { from, to } }] }));
    expect(pickupsOf(at(hours(14), hours(14) + 600))).toMatchObject([{ start: hours(14), end: hours(14) + 600 }]);
    expect(outOf(at(hours(18), hours(19)))).toEqual(['stop']);
  });

  test('is fetched from where it is the shortest way, in time for the window', () => {
    const near: PartPickup = { ...depot, place: 1, open: { from: hours(12), to: hours(17) } };
    const partPickups = [near, depot];
    const places = (window: { from: number; to: number }) =>
      pickupsOf(planned(aProblem({ stops: [needy('stop', { window })], partPickups }))).map(({ place }) => place);
    expect(places({ from: hours(8), to: hours(16) })).toEqual([1]);
    expect(places({ from: hours(8), to: hours(11) })).toEqual([3]);
  });

  test('saves the setup of a stop where it lies', () => {
    const stop = needy('stop', { place: depot.place, setupSeconds: 300 });
    const [route] = planned(aProblem({ stops: [stop], partPickups: [depot] })).routes;
    expect(route?.stops.map(({ start, end }) => end - start)).toEqual([hours(1)]);
  });

  test('needs no more time of a slow technician, and counts as no stop of his', () => {
    const technicians = [aProblemTechnician({ pacePercent: 150, maxStopsPerShift: 1 })];
    const solution = planned(aProblem({ technicians, stops: [needy('stop')], partPickups: [depot] }));
    expect(pickupsOf(solution)).toHaveLength(1);
  });
});

test('what is on the van is not fetched, and what is used up there is', () => {
  const technicians = [aProblemTechnician({ vanStock: new Map([['valve', 1]]) })];
  const one = planned(aProblem({ technicians, stops: [needy('one')], partPickups: [depot] }));
  expect([pickupsOf(one), outOf(one)]).toEqual([[], []]);
  const stops = [needy('one'), needy('two', { place: 2 })];
  const two = planned(aProblem({ technicians, stops, partPickups: [depot] }));
  expect([pickupsOf(two).length, outOf(two)]).toEqual([1, []]);
});

test('a plan with fetched parts can be begun from again, and loses nothing', () => {
  const problem = aProblem({ stops: [needy('one'), needy('two', { place: 2 })], partPickups: [depot] });
  const first = planned(problem);
  const again = solve(problem, { seed: 4, stop: afterIterations(0), fetching: withFetches, warmStart: first });
  expect(checkSolution(problem, again)).toEqual([]);
  expect(again.figures.travelSeconds).toBe(first.figures.travelSeconds);
});

test(
  'parts are fetched on any day without a violation',
  () => {
    let fetched = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const problem = aRandomProblem(seed, 4, 20);
      const stops = problem.stops.map((stop, index) =>
        index % 3 === 0 && !stop.present ? { ...stop, parts: [{ partId: 'hose', quantity: 1 + (index % 2) }] } : stop,
      );
      const partPickups = ['valve', 'hose'].flatMap((partId) =>
        [0, 1].map((place): PartPickup => {
          const open = { from: hours(7), to: hours(11 + place * 4) };
          return { ...depot, partId, place, quantity: 3, open };
        }),
      );
      const solution = planned({ ...problem, stops, partPickups });
      fetched += pickupsOf(solution).length;
    }
    expect(fetched).toBeGreaterThan(15);
  },
  patience,
);
