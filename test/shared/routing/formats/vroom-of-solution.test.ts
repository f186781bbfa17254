import { expect, test } from 'vitest';
import { problemOfVroom } from '../../../../shared/routing/formats/problem-of-vroom.ts';
import { readVroom } from '../../../../shared/routing/formats/read-vroom.ts';
import { vroomOfSolution } from '../../../../shared/routing/formats/vroom-of-solution.ts';
import { aRoute, aSolution } from '../../../builders/a-solution.ts';

const durations = [
  [0, 600, 900],
  [700, 0, 300],
  [900, 300, 0],
];
const job = { id: 7, location_index: 1, service: 1800, priority: 3 };
const vehicle = { id: 1, start_index: 0, end_index: 0, time_window: [0, 36_000] };

/** What is written of a plan in which the only vehicle begins its jobs at those times. */
const written = (jobs: readonly object[], one: object, starts: Readonly<Record<string, number>>, breakAt?: number) => {
  const read = readVroom({ jobs, vehicles: [one], matrices: { car: { durations, distances: durations } } });
  if (!read.ok) throw new Error(read.detail);
  const problem = problemOfVroom(read.value);
  if (!problem.ok) throw new Error(problem.detail);
  const route = aRoute(problem.value, '1', starts, breakAt === undefined ? {} : { breakAt });
  return vroomOfSolution(problem.value, aSolution(problem.value, [route]), read.value);
};
const other = { ...job, id: 8, location_index: 2 };

test('a break stands among the jobs under its own id, and interrupts the way', () => {
  const breaks = [{ id: 12, service: 600, time_windows: [[1000, 9000]] }];
  const { routes } = written([job, other], { ...vehicle, breaks }, { 7: 600, 8: 3300 }, 2500);
  expect(routes[0]?.steps.map(({ type, id, arrival, duration }) => [type, id, arrival, duration])).toEqual([
    ['start', undefined, 0, 0],
    ['job', 7, 600, 600],
    ['break', 12, 2500, 700],
    ['job', 8, 3300, 900],
    ['end', undefined, 6000, 1800],
  ]);
});

test('waiting is told where he waits, and he sets out no sooner than he must', () => {
  const { routes, summary } = written([job, other], vehicle, { 7: 5000, 8: 7200 });
  const [start, first, second] = routes[0]?.steps ?? [];
  expect([start?.arrival, first?.waiting_time]).toEqual([4400, 0]);
  expect([second?.arrival, second?.waiting_time]).toEqual([7100, 100]);
  expect(summary).toMatchObject({ duration: 1800, waiting_time: 100, service: 3600 });
});

test('costs are told by part, of the route and of each job, in the unit of the file', () => {
  const costs = { fixed: 10, per_hour: 36, per_km: 2, per_task_hour: 4 };
  const { routes, summary } = written([job], { ...vehicle, costs }, { 7: 600 });
  // 1,300 s and 1,300 m of travel, half an hour of work.
  expect(routes[0]?.costs).toEqual({ fixed: 10, travel: 15.6, service: 2 });
  expect(routes[0]?.steps[1]?.costs).toEqual({ travel: 7.2, service: 2 });
  expect(summary.cost).toBe(28);
});

test('loads are told after each step', () => {
  const jobs = [
    { ...job, delivery: [2, 0] },
    { ...other, pickup: [0, 5] },
  ];
  const { routes, summary } = written(jobs, { ...vehicle, capacity: [9, 9] }, { 7: 600, 8: 2700 });
  expect(routes[0]?.steps.map(({ load }) => load)).toEqual([
    [2, 0],
    [0, 0],
    [0, 5],
    [0, 5],
  ]);
  expect(summary).toMatchObject({ delivery: [2, 0], pickup: [0, 5] });
});

test('what is left out has its reasons, and the priority of what is done is the file’s', () => {
  const output = written([job, { ...other, priority: 0, skills: [4] }], vehicle, { 7: 600 });
  expect(output.summary).toMatchObject({ routes: 1, unassigned: 1, priority: 3 });
  expect(output.unassigned).toMatchObject([{ id: 8, location_index: 2, reasons: [{ reason: 'skill-missing' }] }]);
});

test('a vehicle without start or end has no such step', () => {
  const { start_index: _start, ...open } = vehicle;
  expect(written([job], open, { 7: 600 }).routes[0]?.steps.map(({ type }) => type)).toEqual(['job', 'end']);
});
