import { expect, test } from 'vitest';
import { euclideanMatrix } from '../../../../shared/routing/formats/euclidean-matrix.ts';
import { plainStop, plainTechnician, startAt } from '../../../../shared/routing/formats/plain-stop.ts';
import { compile } from '../../../../shared/routing/kernel/compile.ts';
import { KernelRoute } from '../../../../shared/routing/kernel/kernel-route.ts';
import { timeAway } from '../../../../shared/routing/kernel/time-away.ts';
import type { Problem } from '../../../../shared/routing/problem.ts';
import { seededRandom } from '../../../../shared/routing/seeded-random.ts';

const stops = 7;

/** One van from a depot and back, seven windows drawn by lot. */
const aDayWithWindows = (seed: number): Problem => {
  const random = seededRandom(seed);
  const draw = (limit: number) => Math.floor(random() * limit);
  const points = Array.from({ length: stops + 1 }, () => ({ x: draw(60), y: draw(60) }));
  return {
    startAt,
    technicians: [
      {
        ...plainTechnician({ id: 'van', startPlace: 0, shifts: [{ from: 0, to: 20_000 }] }),
        endPlace: 0,
        maxDurationSecondsPerShift: 5_000,
      },
    ],
    stops: points.slice(1).map((_, index) => {
      const from = index * 900 + draw(2_000);
      const stop = plainStop({ id: `${index}`, place: index + 1, durationSeconds: 100 + draw(200) });
      return { ...stop, window: { from, to: from + draw(3_000) } };
    }),
    leftOut: 0,
    matrix: euclideanMatrix(points, 'dimacs'),
    startGrainSeconds: 1,
  };
};

test('a route knows how long it takes, and how long it would with one more stop, as if it were walked', () => {
  let compared = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const kernel = compile(aDayWithWindows(seed));
    const frame = kernel.frames[0]!;
    const walked = (nodes: readonly number[]) =>
      timeAway(kernel, { frame, count: nodes.length, nodeAt: (at) => nodes[at]! })?.seconds;
    const nodes = [0, 1, 2, 4, 5, 6];
    const added = 3;
    const without = walked(nodes);
    if (without === undefined) continue;
    const route = new KernelRoute(kernel, frame);
    route.assign(kernel, nodes, nodes.length);
    expect(route.span?.whole, `seed ${seed}`).toBe(without);
    for (let at = 0; at <= nodes.length; at += 1) {
      const seconds = walked([...nodes.slice(0, at), added, ...nodes.slice(at)]);
      if (seconds === undefined) continue;
      const { time } = frame.travel;
      const way = time[route.place[at]! * kernel.size + kernel.place[added]!]!;
      const on = time[kernel.place[added]! * kernel.size + route.nextPlace[at + 1]!]!;
      const lasts = kernel.duration[added]! + on;
      expect(route.span?.withStop(at, kernel.open[added]!, kernel.close[added]!, way, lasts), `seed ${seed}`).toBe(
        seconds,
      );
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(100);
});
