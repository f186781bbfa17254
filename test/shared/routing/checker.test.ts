import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../../shared/routing/checker.ts';
import type { Problem } from '../../../shared/routing/problem.ts';
import type { Solution, SolutionStop } from '../../../shared/routing/solution.ts';
import { solve } from '../../../shared/routing/solve.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../builders/a-problem.ts';

const breakRule = { earliest: hours(11), latest: hours(13), durationSeconds: 1800 };
const stands = { technicianId: 'rosa', from: hours(15), to: hours(16), fixed: true };

/** Rosa has three stops and a break, one of them stood before; Sam has nothing and may do nothing. */
const problem = aProblem({
  technicians: [
    aProblemTechnician({ breakRule, vanStock: new Map([['valve', 1]]) }),
    aProblemTechnician({ id: 'sam', territoryIds: ['south'], skills: [] }),
  ],
  stops: [
    aStop({ id: 'first', place: 1, parts: [{ partId: 'valve', quantity: 1 }] }),
    aStop({ id: 'second', place: 2, window: { from: hours(9), to: hours(14) } }),
    aStop({ id: 'stands', place: 3, present: stands }),
  ],
});
const good = solve(problem, { seed: 1 });

const kindsOf = (solution: Solution, of: Problem = problem) => checkSolution(of, solution).map(({ kind }) => kind);

/** The good solution with Rosa's stops changed; figures and sums stay true. */
const withStops = (change: (stops: readonly SolutionStop[]) => readonly SolutionStop[]): Solution => {
  const routes = good.routes.map((route) => {
    if (route.technicianId !== 'rosa') return route;
    const stops = change(route.stops);
    const sum = (pick: (stop: SolutionStop) => number) => stops.reduce((total, stop) => total + pick(stop), 0);
    return {
      ...route,
      stops,
      travelSeconds: sum((one) => one.travelSeconds),
      travelMetres: sum((one) => one.travelMetres),
    };
  });
  const total = (pick: (route: (typeof routes)[number]) => number) =>
    routes.reduce((sum, route) => sum + pick(route), 0);
  return {
    ...good,
    routes,
    figures: {
      scheduled: total(({ stops }) => stops.length),
      late: 0,
      travelSeconds: total(({ travelSeconds }) => travelSeconds),
      travelMetres: total(({ travelMetres }) => travelMetres),
    },
  };
};

const changed = (stopId: string, change: (stop: SolutionStop) => SolutionStop): Solution =>
  withStops((stops) => stops.map((stop) => (stop.stopId === stopId ? change(stop) : stop)));

const shifted = (stopId: string, start: number): Solution =>
  changed(stopId, (stop) => ({ ...stop, start, end: start + hours(1) }));

test('a good solution has no violation', () => {
  expect(good.figures.scheduled).toBe(3);
  expect(checkSolution(problem, good)).toEqual([]);
});

describe('a planted fault is caught:', () => {
  test('a stop that is nowhere', () => {
    expect(kindsOf(withStops((stops) => stops.filter(({ stopId }) => stopId !== 'second')))).toContain('stop-missing');
  });

  test('a stop that stands twice', () => {
    expect(kindsOf({ ...good, unassigned: [{ stopId: 'first' }] })).toContain('stop-twice');
  });

  test('a stop that nobody asked for', () => {
    expect(kindsOf({ ...good, unassigned: [{ stopId: 'stranger' }] })).toContain('unknown-stop');
  });

  test('a route of a technician who is not there', () => {
    expect(
      kindsOf({
        ...good,
        routes: [...good.routes, { technicianId: 'nobody', stops: [], travelSeconds: 0, travelMetres: 0 }],
      }),
    ).toEqual(['unknown-technician']);
  });

  test('a stop that stood there and was dropped', () => {
    const dropped = withStops((stops) => stops.filter(({ stopId }) => stopId !== 'stands'));
    expect(kindsOf({ ...dropped, unassigned: [{ stopId: 'stands' }] })).toContain('stop-dropped');
  });

  test('a fixed stop that was moved', () => {
    expect(kindsOf(shifted('stands', hours(15.5)))).toContain('fixed-stop-moved');
  });

  test('work by someone without skill and territory', () => {
    const [rosa, sam] = good.routes;
    if (!rosa || !sam) throw new Error('two routes are expected');
    const given = {
      ...good,
      routes: [
        { ...rosa, technicianId: 'sam' },
        { ...sam, technicianId: 'rosa' },
      ],
    };
    expect(kindsOf(given)).toEqual(expect.arrayContaining(['skill-lacking', 'not-in-territory', 'part-lacking']));
  });

  test('work cut short', () => {
    expect(kindsOf(changed('first', (stop) => ({ ...stop, end: stop.end - 60 })))).toContain('wrong-duration');
  });

  test('work before it may begin', () => {
    const late = { ...problem, stops: problem.stops.map((stop) => ({ ...stop, earliest: hours(14) })) };
    expect(kindsOf(good, late)).toContain('too-early');
  });

  test('work outside of the arrival window', () => {
    expect(kindsOf(shifted('second', hours(14.5)))).toContain('outside-window');
  });

  test('work after the shift', () => {
    expect(kindsOf(shifted('second', hours(16.5)))).toContain('outside-shift');
  });

  test('work during an absence', () => {
    const technicians = problem.technicians.map((one) => ({ ...one, blocks: [{ from: hours(8), to: hours(14) }] }));
    expect(kindsOf(good, { ...problem, technicians })).toContain('in-a-block');
  });

  test('two stops without time for the way', () => {
    const [earlier, later] = good.routes[0]?.stops ?? [];
    if (!earlier || !later) throw new Error('two stops are expected');
    expect(kindsOf(shifted(later.stopId, earlier.end))).toContain('travel-too-short');
  });

  test('a stop so close before or after what stood there that the way does not fit', () => {
    expect(kindsOf(shifted('second', hours(14)))).toContain('travel-too-short');
    expect(kindsOf(shifted('first', hours(16)))).toContain('travel-too-short');
  });

  test('a way that is told shorter than it is', () => {
    expect(kindsOf(changed('first', (stop) => ({ ...stop, travelSeconds: 1 })))).toContain('wrong-leg');
  });

  test('no break, or one during work', () => {
    const withBreak = (breakAt: number | undefined): Solution => ({
      ...good,
      routes: good.routes.map(({ breakAt: _breakAt, ...route }) =>
        route.technicianId === 'rosa' && breakAt !== undefined ? { ...route, breakAt } : route,
      ),
    });
    const busy = { ...problem, stops: problem.stops.map((stop) => ({ ...stop, durationSeconds: hours(1) })) };
    expect(kindsOf(withBreak(undefined), busy)).toEqual(['break-lacking']);
    expect(kindsOf(withBreak(hours(10)), busy)).toEqual(['break-lacking']);
  });

  test('figures that flatter', () => {
    expect(kindsOf({ ...good, figures: { ...good.figures, travelSeconds: 0 } })).toEqual(['wrong-figures']);
  });
});

test('the checker knows nothing of the solver', async () => {
  const room = new URL('../../../shared/routing/', import.meta.url);
  const reached = new Set<string>();
  const follow = async (file: URL): Promise<void> => {
    if (reached.has(file.href)) return;
    reached.add(file.href);
    const source = await readFile(file, 'utf8');
    for (const [, imported = ''] of source.matchAll(/from '(\.[^']+\.ts)'/g)) {
      const next = new URL(imported, file);
      if (next.href.startsWith(room.href)) await follow(next);
    }
  };
  await follow(new URL('checker.ts', room));
  const names = [...reached].map((each) => each.slice(room.href.length));
  const apart = names.filter((name) => !name.startsWith('check/')).sort();
  expect(apart).toEqual(['checker.ts', 'problem.ts', 'solution.ts', 'violation.ts']);
  expect(names.length).toBeGreaterThan(20);
});
