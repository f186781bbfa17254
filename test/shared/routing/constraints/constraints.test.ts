import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../../../shared/routing/checker.ts';
import type { Problem, ProblemStop, ProblemTechnician } from '../../../../shared/routing/problem.ts';
import { afterIterations } from '../../../../shared/routing/search/stop-rule.ts';
import { solve } from '../../../../shared/routing/solve.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../../builders/a-problem.ts';

interface Day {
  readonly rosa?: Partial<ProblemTechnician>;
  readonly first?: Partial<ProblemStop>;
  readonly second?: Partial<ProblemStop>;
  readonly problem?: Partial<Problem>;
}

const solved = ({ rosa, first, second, problem: changes }: Day) => {
  const stops = [aStop({ id: 'first', ...first }), aStop({ id: 'second', place: 2, ...second })];
  const problem = aProblem({ technicians: [aProblemTechnician(rosa)], stops, ...changes });
  const solution = solve(problem, { seed: 3, stop: afterIterations(200) });
  expect(checkSolution(problem, solution)).toEqual([]);
  return { problem, solution };
};
const plannedOf = (day: Day): number => solved(day).solution.figures.scheduled;

const { seconds, metres, size } = aProblem().matrix;
/** From the start to the first stop, and from there to the second. */
const [toFirst, onward, back] = [seconds[1] ?? 0, seconds[size + 2] ?? 0, seconds[size] ?? 0];
const [metresToFirst, metresOnward] = [metres[1] ?? 0, metres[size + 2] ?? 0];
/** Where both are done at once, at the start. */
const here = { first: { place: 0 }, second: { place: 0 } };
const there = { first: { place: 1 }, second: { place: 1 }, problem: { startGrainSeconds: 1 } };
const aBreak = (at: number) => ({ earliest: at, latest: at, durationSeconds: hours(0.5) });
const needsValve = { parts: [{ partId: 'valve', quantity: 1 }] };
const present = { technicianId: 'rosa', from: hours(9), to: hours(10), fixed: false };
const gas = { skills: [{ skillId: 'gas', level: 2 }] };
const shift = (more: Partial<ProblemTechnician['shifts'][number]> = {}) => ({
  shifts: [{ from: hours(8), to: hours(10), ...more }],
});

/** Rosa could do both; each constraint at its edge: with what just holds she does, with the least that breaks it one stays out. */
const edges: readonly { readonly of: string; readonly holds: Day; readonly breaks: Day }[] = [
  {
    of: 'the territory',
    holds: { rosa: { territoryIds: ['north', 'central'] } },
    breaks: { first: { territoryId: 'north' } },
  },
  {
    of: 'the level of a skill',
    holds: { rosa: { skills: [...gas.skills, { skillId: 'boiler', level: 1 }] }, first: gas },
    breaks: {
      rosa: { skills: [{ skillId: 'boiler', level: 1 }] },
      first: { skills: [{ skillId: 'boiler', level: 2 }] },
    },
  },
  {
    of: 'the end of a certificate',
    holds: { rosa: { skills: [{ skillId: 'boiler', level: 1, validTo: hours(17) }, ...gas.skills] } },
    breaks: {
      rosa: { skills: [{ skillId: 'boiler', level: 1, validTo: hours(8) }, ...gas.skills] },
      second: gas,
    },
  },
  {
    of: 'the beginning of a certificate',
    holds: { rosa: { skills: [{ skillId: 'boiler', level: 1, validFrom: hours(8) }] } },
    breaks: {
      rosa: { skills: [{ skillId: 'boiler', level: 1, validFrom: hours(17) }, ...gas.skills] },
      second: gas,
    },
  },
  {
    of: 'technicians whom the customer allows',
    holds: { first: { allowedTechnicianIds: ['rosa'] } },
    breaks: { first: { allowedTechnicianIds: ['sam'] } },
  },
  {
    of: 'technicians whom the customer forbids',
    holds: { first: { forbiddenTechnicianIds: ['sam'] } },
    breaks: { first: { forbiddenTechnicianIds: ['rosa'] } },
  },
  {
    of: 'the end of a window',
    holds: { ...here, first: { place: 0, window: { from: hours(8), to: hours(8) } } },
    breaks: { ...here, first: { place: 0, window: { from: hours(7), to: hours(8) - 60 } } },
  },
  {
    of: 'several windows',
    holds: {
      first: {
        windows: [
          { from: 0, to: 60 },
          { from: hours(16), to: hours(16) },
        ],
      },
    },
    breaks: {
      first: {
        windows: [
          { from: 0, to: 60 },
          { from: hours(16) + 60, to: hours(18) },
        ],
      },
    },
  },
  {
    of: 'the earliest beginning',
    holds: { first: { earliest: hours(16) } },
    breaks: { first: { earliest: hours(16) + 60 } },
  },
  {
    of: 'the end of a shift',
    holds: { ...here, rosa: shift() },
    breaks: { ...here, rosa: shift({ to: hours(10) - 1 }) },
  },
  {
    of: 'overtime',
    holds: { ...here, rosa: shift({ to: hours(9.5), overtimeUntil: hours(10) }) },
    breaks: { ...here, rosa: shift({ to: hours(9.5), overtimeUntil: hours(10) - 1 }) },
  },
  {
    of: 'the way home',
    holds: { ...there, rosa: { ...shift({ to: hours(10) + toFirst + back }), endPlace: 0 } },
    breaks: { ...there, rosa: { ...shift({ to: hours(10) + toFirst + back - 1 }), endPlace: 0 } },
  },
  {
    of: 'an absence',
    holds: { ...here, rosa: { ...shift({ to: hours(11) }), blocks: [{ from: hours(9), to: hours(10) }] } },
    breaks: { ...here, rosa: { ...shift({ to: hours(11) }), blocks: [{ from: hours(9) - 60, to: hours(10) }] } },
  },
  {
    of: 'a break',
    holds: { ...here, rosa: { ...shift({ to: hours(10.5) }), breakRule: aBreak(hours(9)) } },
    breaks: { ...here, rosa: { ...shift({ to: hours(10.5) }), breakRule: aBreak(hours(9) - 1) } },
  },
  {
    of: 'pace',
    holds: { ...here, rosa: { ...shift(), pacePercent: 100 } },
    breaks: { ...here, rosa: { ...shift(), pacePercent: 101 } },
  },
  {
    of: 'a duration of his own',
    holds: {
      rosa: shift(),
      first: { place: 0, durationByTechnician: new Map([['rosa', hours(1)]]) },
      second: { place: 0 },
    },
    breaks: {
      rosa: shift(),
      first: { place: 0, durationByTechnician: new Map([['rosa', hours(1) + 1]]) },
      second: { place: 0 },
    },
  },
  {
    of: 'setup, once at one place',
    holds: {
      rosa: shift({ to: hours(10) + 300 }),
      first: { place: 0, setupSeconds: 300 },
      second: { place: 0, setupSeconds: 300 },
    },
    breaks: {
      rosa: shift({ to: hours(10) + 299 }),
      first: { place: 0, setupSeconds: 300 },
      second: { place: 0, setupSeconds: 300 },
    },
  },
  { of: 'the stops of a shift', holds: { rosa: { maxStopsPerShift: 2 } }, breaks: { rosa: { maxStopsPerShift: 1 } } },
  {
    of: 'the travel of a shift',
    holds: { rosa: { maxTravelSecondsPerShift: toFirst + onward } },
    breaks: { rosa: { maxTravelSecondsPerShift: toFirst + onward - 1 } },
  },
  {
    of: 'the metres of a shift',
    holds: { rosa: { maxMetresPerShift: metresToFirst + metresOnward } },
    breaks: { rosa: { maxMetresPerShift: metresToFirst + metresOnward - 1 } },
  },
  {
    of: 'what the van holds, in the second dimension',
    holds: { rosa: { capacity: [9, 5] }, first: { delivery: [1, 2] }, second: { delivery: [1, 3] } },
    breaks: { rosa: { capacity: [9, 4] }, first: { delivery: [1, 2] }, second: { delivery: [1, 3] } },
  },
  {
    of: 'what the van takes up',
    holds: { rosa: { capacity: [5] }, first: { pickup: [2] }, second: { pickup: [3] } },
    breaks: { rosa: { capacity: [4] }, first: { pickup: [2] }, second: { pickup: [3] } },
  },
  {
    of: 'parts on the van',
    holds: { rosa: { vanStock: new Map([['valve', 2]]) }, first: needsValve, second: needsValve },
    breaks: { rosa: { vanStock: new Map([['valve', 1]]) }, first: needsValve, second: needsValve },
  },
  {
    of: 'a lock of the time',
    holds: {
      ...here,
      first: { place: 0, present: { ...present, keeps: { time: true } } },
      second: { place: 0, window: { from: hours(8), to: hours(8) } },
    },
    breaks: {
      ...here,
      first: { place: 0, present: { ...present, keeps: { time: true } } },
      second: { place: 0, window: { from: hours(8) + 60, to: hours(9) } },
    },
  },
  {
    of: 'one technician for both',
    holds: { problem: { dependencies: [{ kind: 'same-technician', stopIds: ['first', 'second'] }] } },
    breaks: {
      second: { territoryId: 'north' },
      problem: { dependencies: [{ kind: 'same-technician', stopIds: ['first', 'second'] }] },
    },
  },
];

describe.each(edges)('$of', ({ holds, breaks }) => {
  test('is kept to its edge by the search, which still plans all', () => {
    expect(plannedOf(holds)).toBe(2);
  });
  test('leaves something out one step beyond', () => {
    expect(plannedOf(breaks)).toBeLessThan(2);
  });
});

test('a lock of the position keeps what stood first before what stood next, though the way is longer', () => {
  const stood = (position: number) => ({ present: { ...present, keeps: { position } } });
  const orderOf = (day: Day) => solved(day).solution.routes[0]?.stops.map(({ stopId }) => stopId);
  const longer = { first: { place: 0 }, second: { place: 2 } };
  expect(orderOf({ ...longer, rosa: { endPlace: 2 } })).toEqual(['first', 'second']);
  const locked = { ...longer, rosa: { endPlace: 2 }, second: { place: 2, ...stood(0) } };
  expect(orderOf(locked)).toEqual(['second', 'first']);
});

/** Rosa is a way from the stop, Sam is there: whose it is when that is all that speaks for him. */
const ownerOf = (stop: Partial<ProblemStop>, sam: Partial<ProblemTechnician> = {}): string | undefined => {
  const technicians = [aProblemTechnician(), aProblemTechnician({ id: 'sam', startPlace: 1, ...sam })];
  const problem = aProblem({ technicians, stops: [aStop(stop)] });
  const solution = solve(problem, { seed: 3, stop: afterIterations(200) });
  expect(checkSolution(problem, solution)).toEqual([]);
  return solution.routes.find(({ stops }) => stops.length > 0)?.technicianId;
};

test('a preferred technician comes as long as his way costs less than another one', () => {
  const preferring = (otherTechnicianCost: number) => ({ preferredTechnicianIds: ['rosa'], otherTechnicianCost });
  expect(ownerOf(preferring(toFirst + 1))).toBe('rosa');
  expect(ownerOf(preferring(toFirst - 1))).toBe('sam');
});

test('a technician’s time on site counts at his rate', () => {
  const perSecond = { rates: { perTravelSecond: 1, perServiceSecond: 1 } };
  expect(ownerOf({ durationSeconds: toFirst + 1 }, perSecond)).toBe('rosa');
  expect(ownerOf({ durationSeconds: toFirst - 1 }, perSecond)).toBe('sam');
});

test('who has it at present keeps it as long as his way costs less than changing it', () => {
  const stood = (technician: number) => ({ present: { ...present, changeCost: { technician } } });
  expect(ownerOf(stood(toFirst + 1))).toBe('rosa');
  expect(ownerOf(stood(toFirst - 1))).toBe('sam');
});
