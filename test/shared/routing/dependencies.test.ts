import { expect, test } from 'vitest';
import { checkSolution } from '../../../shared/routing/checker.ts';
import type { Problem } from '../../../shared/routing/problem.ts';
import { afterIterations } from '../../../shared/routing/search/stop-rule.ts';
import type { Solution } from '../../../shared/routing/solution.ts';
import { splitOverDays } from '../../../shared/routing/split-over-days.ts';
import { solve } from '../../../shared/routing/solve.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../builders/a-problem.ts';

const technicians = ['rosa', 'sam', 'tom'].map((id) => aProblemTechnician({ id }));
const planned = (problem: Problem) => {
  const solution = solve(problem, { seed: 3, stop: afterIterations(300) });
  expect(checkSolution(problem, solution)).toEqual([]);
  const startsOf = (stopId: string) =>
    solution.routes.flatMap(({ stops }) => stops.filter((stop) => stop.stopId === stopId).map(({ start }) => start));
  return { solution, startsOf };
};

test('a crew meets at one time, each in his own route', () => {
  const stops = [
    aStop({ id: 'lift', crewSize: 3 }),
    aStop({ id: 'alone', place: 2 }),
    aStop({ id: 'other', place: 3 }),
  ];
  const { startsOf } = planned(aProblem({ technicians, stops }));
  const starts = startsOf('lift');
  expect(starts).toHaveLength(3);
  expect(new Set(starts).size).toBe(1);
  expect(startsOf('alone')).toHaveLength(1);
});

test('a crew that is too few stays out whole', () => {
  const { solution } = planned(aProblem({ technicians, stops: [aStop({ id: 'lift', crewSize: 4 })] }));
  expect(solution.unassigned.map(({ stopId }) => stopId)).toEqual(['lift']);
});

test('what comes after another begins in the time that it must', () => {
  const dependencies = [
    { kind: 'after', firstId: 'pour', secondId: 'sand', from: 'end', minSeconds: hours(2), maxSeconds: hours(3) },
  ] as const;
  const stops = [aStop({ id: 'sand' }), aStop({ id: 'pour', place: 2 }), aStop({ id: 'other', place: 3 })];
  const { startsOf } = planned(aProblem({ technicians, stops, dependencies }));
  const between = (startsOf('sand')[0] ?? 0) - (startsOf('pour')[0] ?? 0) - hours(1);
  expect(between).toBeGreaterThanOrEqual(hours(2));
  expect(between).toBeLessThanOrEqual(hours(3));
});

test('what comes after the end of another waits for as long as that takes whoever does it', () => {
  const dependencies = [
    { kind: 'after', firstId: 'pour', secondId: 'sand', from: 'end', minSeconds: hours(1) },
  ] as const;
  const slow = technicians.map((technician) => ({ ...technician, pacePercent: 150 }));
  const stops = [aStop({ id: 'sand' }), aStop({ id: 'pour', place: 2 })];
  const { startsOf } = planned(aProblem({ technicians: slow, stops, dependencies }));
  expect((startsOf('sand')[0] ?? 0) - (startsOf('pour')[0] ?? 0)).toBeGreaterThanOrEqual(hours(2.5));
});

test('what may be done without what comes after it is done where that has no place, and never the other way round', () => {
  const first = {
    kind: 'after',
    firstId: 'pour',
    secondId: 'sand',
    from: 'end',
    minSeconds: 0,
    firstAlone: true,
  } as const;
  const nobody = [{ skillId: 'gas', level: 1 }];
  const onlyFirst = [aStop({ id: 'pour' }), aStop({ id: 'sand', skills: nobody })];
  const onlySecond = [aStop({ id: 'pour', skills: nobody }), aStop({ id: 'sand' })];
  const outOf = (stops: Problem['stops']) =>
    planned(aProblem({ technicians, stops, dependencies: [first] })).solution.unassigned.map(({ stopId }) => stopId);
  expect(outOf(onlyFirst)).toEqual(['sand']);
  expect(outOf(onlySecond)).toEqual(['pour', 'sand']);
});

test('a crew meets at one time though one of them is at the place already and need not set up', () => {
  const there = { setupSeconds: hours(0.5), place: 1 };
  const stops = [
    aStop({ id: 'before', allowedTechnicianIds: ['rosa'], window: { from: hours(8), to: hours(9) }, ...there }),
    aStop({ id: 'lift', crewSize: 2, earliest: hours(9.5), allowedTechnicianIds: ['rosa', 'sam'], ...there }),
  ];
  const { startsOf } = planned(aProblem({ technicians, stops }));
  expect(startsOf('lift')).toHaveLength(2);
  expect(new Set(startsOf('lift')).size).toBe(1);
});

test("a crew's parts are needed once, on the van of whoever of it has them, and taken from what his other work needs", () => {
  const valve = { partId: 'valve', quantity: 1 };
  const [rosa, sam] = technicians.map((one) => ({ ...one, vanStock: new Map([['valve', one.id === 'sam' ? 1 : 0]]) }));
  const crew = rosa && sam ? [rosa, sam] : [];
  const lift = aStop({ id: 'lift', crewSize: 2, parts: [valve], priority: 0 });
  const problem = aProblem({ technicians: crew, stops: [lift] });
  const both = planned(problem);
  expect(both.startsOf('lift')).toHaveLength(2);
  const none = { ...problem, technicians: technicians.slice(0, 2) };
  expect(checkSolution(none, both.solution).map(({ kind }) => kind)).toEqual(['part-lacking']);
  const stops = [lift, aStop({ id: 'valve', place: 2, parts: [valve] })];
  const { solution } = planned(aProblem({ technicians: crew, stops }));
  expect(solution.unassigned.map(({ stopId }) => stopId)).toEqual(['valve']);
});

test('what depends on a stop that nobody can do stays out with it', () => {
  const dependencies = [{ kind: 'same-time', stopIds: ['one', 'two'] }] as const;
  const stops = [aStop({ id: 'one' }), aStop({ id: 'two', skills: [{ skillId: 'gas', level: 1 }] })];
  const { solution } = planned(aProblem({ technicians, stops, dependencies }));
  expect(solution.unassigned.map(({ stopId }) => stopId)).toEqual(['one', 'two']);
});

const day = hours(24);
const twoDays = [
  { from: hours(8), to: hours(16) },
  { from: day + hours(8), to: day + hours(16) },
];
const ownersOf = ({ routes }: Solution, ...ids: string[]) =>
  routes
    .filter(({ stops }) => stops.some(({ stopId }) => ids.includes(stopId)))
    .map(({ technicianId }) => technicianId);

test('what one technician must do goes to the one who can do all of it, though another is nearer to a part', () => {
  const boiler = [{ skillId: 'boiler', level: 1 }];
  const able = [
    aProblemTechnician({ id: 'near', startPlace: 1 }),
    aProblemTechnician({ id: 'knows', startPlace: 2, skills: [...boiler, { skillId: 'gas', level: 1 }] }),
  ];
  const stops = [aStop({ id: 'boiler' }), aStop({ id: 'gas', skills: [{ skillId: 'gas', level: 1 }] })];
  const dependencies = [{ kind: 'same-technician', stopIds: ['boiler', 'gas'] }] as const;
  const { solution } = planned(aProblem({ technicians: able, stops, dependencies }));
  expect(ownersOf(solution, 'boiler', 'gas')).toEqual(['knows']);
});

test('what one technician must do goes to the one who has time for all of it, and stays out where nobody has', () => {
  const short = aProblemTechnician({ id: 'short', startPlace: 1, shifts: [{ from: hours(8), to: hours(9.5) }] });
  const long = aProblemTechnician({ id: 'long', startPlace: 2 });
  const stops = [aStop({ id: 'one' }), aStop({ id: 'two' })];
  const dependencies = [{ kind: 'same-technician', stopIds: ['one', 'two'] }] as const;
  const both = planned(aProblem({ technicians: [short, long], stops, dependencies })).solution;
  expect(ownersOf(both, 'one', 'two')).toEqual(['long']);
  const other = { ...short, id: 'other' };
  const none = planned(aProblem({ technicians: [short, other], stops, dependencies })).solution;
  expect(none.unassigned.map(({ stopId }) => stopId)).toEqual(['one', 'two']);
});

test('what one day must have is done on the day that has room for all of it, by whomever', () => {
  const dependencies = [{ kind: 'same-day', stopIds: ['near', 'late', 'last'] }] as const;
  const stops = [
    aStop({ id: 'near' }),
    aStop({ id: 'late', earliest: day }),
    aStop({ id: 'last', place: 3, durationSeconds: hours(7) }),
  ];
  const own = ['rosa', 'sam'].map((id) => aProblemTechnician({ id, shifts: twoDays }));
  const { startsOf } = planned(aProblem({ technicians: own, stops, dependencies }));
  for (const id of ['near', 'late', 'last']) expect(startsOf(id)[0], id).toBeGreaterThanOrEqual(day);
});

test('days begin when the problem says so', () => {
  const dependencies = [{ kind: 'same-day', stopIds: ['one', 'two'] }] as const;
  const window = (hour: number) => ({ from: hours(hour), to: hours(hour) });
  const stops = [aStop({ id: 'one', window: window(9) }), aStop({ id: 'two', window: window(12) })];
  const out = (dayStarts: readonly number[]) =>
    planned(aProblem({ technicians, stops, dependencies, dayStarts })).solution.unassigned;
  expect(out([0, day])).toEqual([]);
  expect(out([0, hours(12)])).toHaveLength(2);
  expect(out([0, hours(12) + 1])).toEqual([]);
});

test('work of twelve hours is split over two days of one technician, the first part first', () => {
  const { stops, dependencies } = splitOverDays(aStop({ id: 'roof', durationSeconds: hours(12) }), hours(7));
  expect(stops.map(({ id, durationSeconds }) => [id, durationSeconds])).toEqual([
    ['roof', hours(6)],
    ['roof#2', hours(6)],
  ]);
  const own = ['rosa', 'sam'].map((id) => aProblemTechnician({ id, shifts: twoDays }));
  const { solution, startsOf } = planned(aProblem({ technicians: own, stops, dependencies }));
  expect(ownersOf(solution, 'roof', 'roof#2')).toHaveLength(1);
  expect(startsOf('roof')[0]).toBeLessThan(day);
  expect(startsOf('roof#2')[0]).toBeGreaterThanOrEqual(day);
});

test('work that fits in no number of days stays out whole', () => {
  const { stops, dependencies } = splitOverDays(aStop({ id: 'roof', durationSeconds: hours(20) }), hours(7));
  const { solution } = planned(
    aProblem({ technicians: [aProblemTechnician({ shifts: twoDays })], stops, dependencies }),
  );
  expect(solution.unassigned).toHaveLength(3);
});

test('a search that begins from a plan keeps its crews and what comes after one another', () => {
  const dependencies = [
    { kind: 'after', firstId: 'pour', secondId: 'sand', from: 'end', minSeconds: hours(2), maxSeconds: hours(2) },
  ] as const;
  const stops = [aStop({ id: 'lift', crewSize: 3 }), aStop({ id: 'pour', place: 2 }), aStop({ id: 'sand', place: 3 })];
  const problem = aProblem({ technicians, stops, dependencies });
  const before = planned(problem).solution;
  for (const steps of [0, 500]) {
    const after = solve(problem, { seed: 4, stop: afterIterations(steps), warmStart: before });
    expect(checkSolution(problem, after)).toEqual([]);
    expect(after.unassigned).toEqual([]);
  }
});
