import { checkSolution } from '../../shared/routing/checker.ts';
import { applyInsertion } from '../../shared/routing/insertion-service/apply-insertion.ts';
import { joinedSolution } from '../../shared/routing/insertion-service/joined-solution.ts';
import { priceWindows } from '../../shared/routing/insertion-service/price-windows.ts';
import { rankInsertions } from '../../shared/routing/insertion-service/rank-insertions.ts';
import { replanDisturbed } from '../../shared/routing/insertion-service/replan-disturbed.ts';
import { timelinesOf } from '../../shared/routing/insertion-service/timeline.ts';
import { waysOf } from '../../shared/routing/insertion-service/ways.ts';
import { afterSeconds } from '../../shared/routing/search/stop-rule.ts';
import { atMost, reported, type Figure } from '../bench-record.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { runningDay } from './running-day.ts';

const questions = 200;
const emergencies = 20;
const windowCount = 20;
const hour = 3600;
/** So that every answer is what a person waits for after the first seconds of a service's life. */
const warmUp = 20;

/** The insertion service on a running city's day: ranking, pricing of windows, and planning the disturbed part anew. CPU milliseconds. */
export const insertionFigures = (seed: number, technicians: number, stopsEach: number): Figure[] => {
  const { problem, routes, waiting } = runningDay(seed, technicians, stopsEach, questions);
  const placed = new Set(routes.flatMap(({ stops }) => stops.map(({ stopId }) => stopId)));
  const left = problem.stops.filter(({ id }) => !placed.has(id));
  const standing = joinedSolution(
    problem,
    routes,
    left.map(({ id }) => ({ stopId: id })),
  );
  const rules = { grainSeconds: 60, ways: waysOf(problem) };
  const rank = (stop: (typeof waiting)[number]) => rankInsertions(timelinesOf(problem, standing), stop, rules);
  const windows = Array.from({ length: windowCount }, (_, index) => {
    const from = 8 * hour + (index * hour) / 2;
    return { from, to: from + 2 * hour };
  });
  for (const stop of waiting.slice(0, warmUp)) rank(stop);
  const ranking = waiting.map((stop) => milliseconds(() => rank(stop)));
  const pricing = waiting.map((stop) =>
    milliseconds(() => priceWindows(timelinesOf(problem, standing), stop, windows, rules)),
  );
  const replans = waiting.slice(0, emergencies).map((stop) => {
    const solve = { seed, stop: afterSeconds(0.5, cpuSeconds) };
    let changed = 0;
    const spent = milliseconds(() => {
      const done = replanDisturbed(problem, standing, { stopIds: [stop.id] }, { rules, solve });
      changed = done.changedStopIds.length;
    });
    return { spent, changed };
  });
  const broken = waiting.flatMap((stop) => {
    const [best] = rank(stop).offers;
    return best ? checkSolution(problem, applyInsertion(problem, standing, stop, best)) : [];
  });
  return [
    reported('S3-planned stops', standing.figures.scheduled, 'stops'),
    atMost('S3-places-p95', p95(ranking), 'CPU ms', 20),
    atMost('S3-20-windows-p95', p95(pricing), 'CPU ms', 100),
    atMost('S3-replan-p95', p95(replans.map(({ spent }) => spent)), 'CPU ms', 1000),
    reported('S3-promises changed', replans.reduce((sum, { changed }) => sum + changed, 0) / emergencies, 'a re-plan'),
    atMost('S3-violations', broken.length, 'violations', 0),
  ];
};

const milliseconds = (act: () => unknown): number => {
  const begun = cpuSeconds();
  act();
  return (cpuSeconds() - begun) * 1000;
};

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Infinity;
