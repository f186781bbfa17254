import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../../../shared/routing/checker.ts';
import type { Problem, ProblemStop, ProblemTechnician } from '../../../../shared/routing/problem.ts';
import type { Route } from '../../../../shared/routing/solution.ts';
import type { ViolationKind } from '../../../../shared/routing/violation.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../../builders/a-problem.ts';
import { aRoute, aSolution } from '../../../builders/a-solution.ts';

type Starts = Readonly<Record<string, number>>;

interface Day {
  readonly rosa?: Partial<ProblemTechnician>;
  readonly first?: Partial<ProblemStop>;
  readonly second?: Partial<ProblemStop>;
  readonly problem?: Partial<Problem>;
  readonly starts?: Starts;
  readonly sam?: Starts;
  readonly route?: (problem: Problem) => Partial<Route>;
}

/** Rosa does two stops at nine and noon, each an hour, three kilometres apart; Sam is there too. */
const kindsOf = ({ rosa, first, second, problem: changes, starts, sam = {}, route }: Day): ViolationKind[] => {
  const problem = aProblem({
    technicians: [aProblemTechnician(rosa), aProblemTechnician({ id: 'sam' })],
    stops: [aStop({ id: 'first', place: 1, ...first }), aStop({ id: 'second', place: 2, ...second })],
    ...changes,
  });
  const planned = aRoute(problem, 'rosa', starts ?? { first: hours(9), second: hours(12) }, route?.(problem));
  const solution = aSolution(problem, [planned, aRoute(problem, 'sam', sam)]);
  return checkSolution(problem, solution).map(({ kind }) => kind);
};

test('the day without any fault has no violation', () => {
  expect(kindsOf({})).toEqual([]);
});

/** Each constraint at its edge: what just holds, and the least that breaks it. */
const edges: readonly {
  readonly of: string;
  readonly holds: Day;
  readonly breaks: Day;
  readonly kind: ViolationKind;
}[] = [
  {
    of: 'a technician whom the customer forbids',
    holds: { first: { forbiddenTechnicianIds: ['sam'] } },
    breaks: { first: { forbiddenTechnicianIds: ['rosa'] } },
    kind: 'technician-not-allowed',
  },
  {
    of: 'technicians whom the customer allows',
    holds: { first: { allowedTechnicianIds: ['rosa'] } },
    breaks: { first: { allowedTechnicianIds: ['sam'] } },
    kind: 'technician-not-allowed',
  },
  {
    of: 'a certificate that ends with the work',
    holds: { rosa: { skills: [{ skillId: 'boiler', level: 2, validTo: hours(13) }] } },
    breaks: { rosa: { skills: [{ skillId: 'boiler', level: 2, validTo: hours(13) - 1 }] } },
    kind: 'skill-lacking',
  },
  {
    of: 'a certificate that begins with the work',
    holds: { rosa: { skills: [{ skillId: 'boiler', level: 2, validFrom: hours(9) }] } },
    breaks: { rosa: { skills: [{ skillId: 'boiler', level: 2, validFrom: hours(9) + 1 }] } },
    kind: 'skill-lacking',
  },
  {
    of: 'several windows',
    holds: {
      second: {
        windows: [
          { from: hours(8), to: hours(9) },
          { from: hours(12), to: hours(13) },
        ],
      },
    },
    breaks: {
      second: {
        windows: [
          { from: hours(8), to: hours(9) },
          { from: hours(12) + 1, to: hours(13) },
        ],
      },
    },
    kind: 'outside-window',
  },
  {
    of: 'the grain of starts',
    holds: { problem: { startGrainSeconds: 1 }, starts: { first: hours(9) + 1, second: hours(12) } },
    breaks: { starts: { first: hours(9) + 1, second: hours(12) } },
    kind: 'off-grain',
  },
  {
    of: 'overtime',
    holds: { rosa: { shifts: [{ from: hours(8), to: hours(12.5), overtimeUntil: hours(13) }] } },
    breaks: { rosa: { shifts: [{ from: hours(8), to: hours(12.5), overtimeUntil: hours(13) - 1 }] } },
    kind: 'outside-shift',
  },
  {
    of: 'the way home',
    holds: { rosa: { endPlace: 0 } },
    breaks: { rosa: { endPlace: 0, shifts: [{ from: hours(8), to: hours(13) + 60 }] } },
    kind: 'outside-shift',
  },
  {
    of: 'a shift that must end at its end place',
    holds: { rosa: { endPlace: 0 } },
    breaks: { rosa: { endPlace: 0 }, route: () => ({ returns: [] }) },
    kind: 'wrong-return',
  },
  {
    of: 'pace',
    holds: { rosa: { pacePercent: 100 } },
    breaks: { rosa: { pacePercent: 101 } },
    kind: 'wrong-duration',
  },
  {
    of: 'a duration of his own',
    holds: { first: { durationByTechnician: new Map([['rosa', hours(1)]]) } },
    breaks: { first: { durationByTechnician: new Map([['rosa', hours(1) + 1]]) } },
    kind: 'wrong-duration',
  },
  {
    of: 'setup, once at one place',
    holds: { second: { place: 1, setupSeconds: 300 } },
    breaks: { second: { place: 2, setupSeconds: 300 } },
    kind: 'wrong-duration',
  },
  {
    of: 'the stops of a shift',
    holds: { rosa: { maxStopsPerShift: 2 } },
    breaks: { rosa: { maxStopsPerShift: 1 } },
    kind: 'too-many-stops',
  },
  {
    of: 'the travel of a shift',
    holds: { rosa: { maxTravelSecondsPerShift: hours(1) } },
    breaks: { rosa: { maxTravelSecondsPerShift: 60 } },
    kind: 'too-much-travel',
  },
  {
    of: 'the metres of a shift',
    holds: { rosa: { maxMetresPerShift: 50_000 } },
    breaks: { rosa: { maxMetresPerShift: 1000 } },
    kind: 'too-much-travel',
  },
  {
    of: 'the length of a shift, from leaving late',
    holds: { rosa: { maxDurationSecondsPerShift: hours(4.5) } },
    breaks: { rosa: { maxDurationSecondsPerShift: hours(4) } },
    kind: 'too-long-a-shift',
  },
  {
    of: 'what the van holds of deliveries',
    holds: { rosa: { capacity: [5] }, first: { delivery: [2] }, second: { delivery: [3] } },
    breaks: { rosa: { capacity: [4] }, first: { delivery: [2] }, second: { delivery: [3] } },
    kind: 'overloaded',
  },
  {
    of: 'what the van holds while it brings and takes',
    holds: { rosa: { capacity: [3] }, first: { delivery: [3] }, second: { pickup: [3] } },
    breaks: { rosa: { capacity: [3] }, first: { pickup: [3] }, second: { delivery: [3] } },
    kind: 'overloaded',
  },
  {
    of: 'a lock of the technician',
    holds: { first: { present: { technicianId: 'rosa', from: 0, to: 1, fixed: false, keeps: { technician: true } } } },
    breaks: { first: { present: { technicianId: 'sam', from: 0, to: 1, fixed: false, keeps: { technician: true } } } },
    kind: 'lock-broken',
  },
  {
    of: 'a lock of the time',
    holds: {
      first: { present: { technicianId: 'sam', from: hours(9), to: hours(10), fixed: false, keeps: { time: true } } },
    },
    breaks: {
      first: { present: { technicianId: 'sam', from: hours(9) - 60, to: 1, fixed: false, keeps: { time: true } } },
    },
    kind: 'lock-broken',
  },
  {
    of: 'a lock of the position',
    holds: { second: { present: { technicianId: 'rosa', from: 0, to: 1, fixed: false, keeps: { position: 1 } } } },
    breaks: { second: { present: { technicianId: 'rosa', from: 0, to: 1, fixed: false, keeps: { position: 0 } } } },
    kind: 'lock-broken',
  },
  {
    of: 'what is urgent',
    holds: { first: { urgentFirst: true } },
    breaks: { second: { urgentFirst: true } },
    kind: 'not-urgent-first',
  },
  {
    of: 'a crew that is there in full',
    holds: { second: { crewSize: 2 }, sam: { second: hours(12) } },
    breaks: { second: { crewSize: 2 } },
    kind: 'crew-incomplete',
  },
  {
    of: 'a crew that is there at once',
    holds: { second: { crewSize: 2 }, sam: { second: hours(12) } },
    breaks: { second: { crewSize: 2 }, sam: { second: hours(12) + 60 } },
    kind: 'crew-apart',
  },
  {
    of: 'a part that is used up before',
    holds: {
      rosa: { vanStock: new Map([['valve', 2]]) },
      first: { parts: [{ partId: 'valve', quantity: 1 }] },
      second: { parts: [{ partId: 'valve', quantity: 1 }] },
    },
    breaks: {
      rosa: { vanStock: new Map([['valve', 1]]) },
      first: { parts: [{ partId: 'valve', quantity: 1 }] },
      second: { parts: [{ partId: 'valve', quantity: 1 }] },
    },
    kind: 'part-lacking',
  },
];

describe.each(edges)('$of', ({ holds, breaks, kind }) => {
  test('holds at its edge', () => {
    expect(kindsOf(holds)).toEqual([]);
  });
  test('is broken one step beyond', () => {
    expect(kindsOf(breaks)).toContain(kind);
  });
});

describe('dependencies', () => {
  const after = { kind: 'after', firstId: 'first', secondId: 'second' } as const;
  const both = ['first', 'second'];
  const cases = [
    [
      'the least time from end to start',
      { ...after, from: 'end', minSeconds: hours(2) },
      { ...after, from: 'end', minSeconds: hours(2) + 1 },
    ],
    [
      'the most time from start to start',
      { ...after, from: 'start', minSeconds: 0, maxSeconds: hours(3) },
      { ...after, from: 'start', minSeconds: 0, maxSeconds: hours(3) - 1 },
    ],
    [
      'two technicians',
      { ...after, from: 'end', minSeconds: 0 },
      { ...after, from: 'end', minSeconds: 0, differentTechnicians: true },
    ],
    ['one technician', { kind: 'same-technician', stopIds: both }, { kind: 'same-time', stopIds: both }],
    ['one day', { kind: 'same-day', stopIds: both }, { kind: 'same-day', stopIds: ['first', 'nobody'] }],
  ] as const;

  test.each(cases)('%s', (_, held, broken) => {
    expect(kindsOf({ problem: { dependencies: [held] } })).toEqual([]);
    expect(kindsOf({ problem: { dependencies: [broken] } })).toContain('dependency-broken');
  });

  test('the day changes where the problem says so', () => {
    const dependencies = [{ kind: 'same-day', stopIds: both }] as const;
    expect(kindsOf({ problem: { dependencies, dayStarts: [0, hours(12)] } })).toContain('dependency-broken');
    expect(kindsOf({ problem: { dependencies, dayStarts: [0, hours(12) + 1] } })).toEqual([]);
  });

  test('the second is never planned without the first, the first may be where it says so', () => {
    const alone = { ...after, from: 'end', minSeconds: 0, firstAlone: true } as const;
    expect(kindsOf({ problem: { dependencies: [alone] }, starts: { first: hours(9) } })).toEqual([]);
    expect(kindsOf({ problem: { dependencies: [alone] }, starts: { second: hours(9) } })).toContain(
      'dependency-broken',
    );
  });
});

describe('breaks of a shift', () => {
  const rule = { earliest: hours(10), latest: hours(11), durationSeconds: 1800 };
  const withBreak = (start: number | undefined, place?: number): Day => ({
    rosa: {
      shifts: [{ from: hours(8), to: hours(17), breaks: [{ ...rule, ...(place !== undefined && { place }) }] }],
    },
    route: () => (start === undefined ? {} : { breaks: [{ shift: 0, index: 0, start }] }),
  });

  test('begin inside their time, both ends included', () => {
    expect(kindsOf(withBreak(hours(10)))).toEqual([]);
    expect(kindsOf(withBreak(hours(11)))).toEqual([]);
    expect(kindsOf(withBreak(hours(11) + 1))).toContain('break-lacking');
    expect(kindsOf(withBreak(undefined))).toContain('break-lacking');
  });

  test('with a place of their own need the way there and back', () => {
    const told = (problem: Problem): Partial<Route> => {
      const { seconds, metres, size } = problem.matrix;
      const [here, there, next] = [1, 3, 2];
      const travelSeconds = (seconds[here * size + there] ?? 0) + (seconds[there * size + next] ?? 0);
      const travelMetres = (metres[here * size + there] ?? 0) + (metres[there * size + next] ?? 0);
      const stops = aRoute(problem, 'rosa', { first: hours(9), second: hours(12) }).stops.map((stop) =>
        stop.stopId === 'second' ? { ...stop, travelSeconds, travelMetres } : stop,
      );
      return {
        stops,
        travelSeconds: stops.reduce((sum, stop) => sum + stop.travelSeconds, 0),
        travelMetres: stops.reduce((sum, stop) => sum + stop.travelMetres, 0),
      };
    };
    const at = (start: number): Day => ({
      ...withBreak(start, 3),
      route: (problem) => ({ ...told(problem), breaks: [{ shift: 0, index: 0, start }] }),
    });
    expect(kindsOf(at(hours(10.5)))).toEqual([]);
    expect(kindsOf(at(hours(10)))).toContain('break-lacking');
  });
});

describe('parts that are fetched on the way', () => {
  const pickup = { partId: 'valve', place: 1, quantity: 1, start: hours(11), end: hours(11) + 300 };
  const fetching = (quantity: number, more: Partial<typeof pickup> = {}): Day => ({
    second: { parts: [{ partId: 'valve', quantity }] },
    problem: {
      partPickups: [
        { partId: 'valve', place: 1, quantity: 1, durationSeconds: 300, open: { from: hours(10), to: hours(12) } },
      ],
    },
    route: () => ({ pickups: [{ ...pickup, travelSeconds: 0, travelMetres: 0, ...more }] }),
  });

  test('are there for the stops after it', () => {
    expect(kindsOf(fetching(1))).toEqual([]);
    expect(kindsOf(fetching(2))).toContain('part-lacking');
    expect(kindsOf({ ...fetching(0), first: { parts: [{ partId: 'valve', quantity: 1 }] } })).toContain('part-lacking');
  });

  test('are fetched while it is open, in the time it takes, and no more than there are', () => {
    expect(kindsOf(fetching(1, { start: hours(11), end: hours(11) + 299 }))).toContain('wrong-pickup');
    expect(kindsOf(fetching(1, { quantity: 2 }))).toContain('wrong-pickup');
    expect(kindsOf(fetching(1, { place: 3 }))).toContain('wrong-pickup');
    expect(kindsOf(fetching(1, { start: hours(11.95), end: hours(11.95) + 301 }))).toContain('wrong-pickup');
  });
});

describe('ways by time of day', () => {
  test('count from the moment of leaving', () => {
    const problem = aProblem();
    const slow = { ...problem.matrix, seconds: problem.matrix.seconds.map((seconds) => seconds * 2) };
    const profiles = new Map([['van', { matrices: [problem.matrix, slow], from: [0, hours(8.5)] }]]);
    const both = { rosa: { profile: 'van' }, problem: { profiles } };
    expect(kindsOf(both)).toEqual(['wrong-leg']);
    const early = new Map([['van', { matrices: [problem.matrix, slow], from: [0, hours(17)] }]]);
    expect(kindsOf({ ...both, problem: { profiles: early } })).toEqual([]);
  });

  test('count with the technician’s own speed', () => {
    expect(kindsOf({ rosa: { travelPercent: 120 } })).toContain('wrong-leg');
  });
});
