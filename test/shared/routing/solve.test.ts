import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unassignedReasons } from '../../../shared/routing/explain/unassigned-reasons.ts';
import type { Problem } from '../../../shared/routing/problem.ts';
import { checkSolution } from '../../../shared/routing/checker.ts';
import { afterIterations } from '../../../shared/routing/search/stop-rule.ts';
import { solve, standingSolution } from '../../../shared/routing/solve.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../builders/a-problem.ts';
import { aRandomProblem } from '../../builders/a-random-problem.ts';

const seed = 7;
/** Milliseconds for what solves many problems, on a busy machine. */
const patience = 60_000;
const plannedIds = (problem: Problem) =>
  solve(problem, { seed }).routes.flatMap(({ stops }) => stops.map((one) => one.stopId));
const reasonsOf = (problem: Problem) =>
  unassignedReasons(problem, solve(problem, { seed }).routes).flatMap(({ reasons }) => reasons);

describe('a plan of any day', () => {
  test(
    'breaks no constraint, whatever stood there before',
    () => {
      const shapes = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 40 }));
      fc.assert(
        fc.property(shapes, ([problemSeed, technicians, stops]) => {
          const problem = aRandomProblem(problemSeed, technicians, stops);
          expect(checkSolution(problem, solve(problem, { seed, stop: afterIterations(300) }))).toEqual([]);
          expect(checkSolution(problem, { ...standingSolution(problem) })).toEqual([]);
        }),
        { numRuns: 150 },
      );
    },
    patience,
  );

  test('is the same for the same seed', () => {
    const problem = aRandomProblem(3, 5, 60);
    const stop = afterIterations(2_000);
    expect(solve(problem, { seed: 11, stop })).toEqual(solve(problem, { seed: 11, stop }));
  });

  test('plans no fewer of the most urgent with more rounds', () => {
    const problem = aRandomProblem(5, 4, 80);
    const few = solve(problem, { seed, stop: afterIterations(0) });
    const many = solve(problem, { seed, stop: afterIterations(4_000) });
    expect(checkSolution(problem, many)).toEqual([]);
    const urgent = (unassigned: readonly { stopId: string }[]) =>
      unassigned.filter(({ stopId }) => problem.stops.find(({ id }) => id === stopId)?.priority === 0).length;
    expect(urgent(many.unassigned)).toBeLessThanOrEqual(urgent(few.unassigned));
    expect(few.figures.scheduled).toBeGreaterThan(0);
  });
});

describe('the planner', () => {
  test('gives a stop to who has the skill, as early as he can be there', () => {
    const problem = aProblem({
      technicians: [aProblemTechnician({ id: 'sam', skills: [] }), aProblemTechnician({ id: 'rosa' })],
      stops: [aStop()],
    });
    const [sam, rosa] = solve(problem, { seed }).routes;
    expect(sam?.stops).toEqual([]);
    expect(rosa?.stops).toHaveLength(1);
    const [stop] = rosa?.stops ?? [];
    expect(stop?.start).toBe(Math.ceil((hours(8) + (stop?.travelSeconds ?? 0)) / 60) * 60);
  });

  test('keeps what stands where it stands and plans around it', () => {
    const present = { technicianId: 'rosa', from: hours(8.5), to: hours(16), fixed: true };
    const problem = aProblem({ stops: [aStop({ id: 'stands', present }), aStop({ id: 'new', place: 2 })] });
    const { routes, unassigned } = solve(problem, { seed });
    expect(routes[0]?.stops).toMatchObject([{ stopId: 'stands', start: hours(8.5), end: hours(16) }]);
    expect(unassigned).toEqual([{ stopId: 'new' }]);
    const reasons = [{ reason: 'no-free-time', technicians: 1 }];
    expect(unassignedReasons(problem, routes)).toEqual([{ stopId: 'new', reasons }]);
  });

  test('plans the urgent first when there is not time for all', () => {
    const technicians = [aProblemTechnician({ shifts: [{ from: hours(8), to: hours(10) }] })];
    // The other one is on the doorstep, so that only the rule speaks for the emergency.
    const stops = [aStop({ id: 'low', priority: 3, place: 0 }), aStop({ id: 'emergency', priority: 0, place: 2 })];
    expect(plannedIds(aProblem({ technicians, stops }))).toEqual(['emergency']);
  });

  test('plans what is worth more when there is not time for all', () => {
    const technicians = [aProblemTechnician({ shifts: [{ from: hours(8), to: hours(10) }] })];
    const stops = [aStop({ id: 'later', value: 10, place: 0 }), aStop({ id: 'today', place: 2, value: 19 })];
    expect(plannedIds(aProblem({ technicians, stops }))).toEqual(['today']);
  });

  test('leaves room for the break', () => {
    const breakRule = { earliest: hours(12), latest: hours(13), durationSeconds: 1800 };
    const technicians = [aProblemTechnician({ breakRule })];
    const stops = [1, 2, 3, 4, 1, 2, 3, 4].map((place, index) => aStop({ id: `stop-${index}`, place }));
    const problem = aProblem({ technicians, stops });
    const solution = solve(problem, { seed });
    expect(solution.routes[0]?.breakAt).toBeGreaterThanOrEqual(hours(12));
    expect(solution.routes[0]?.breakAt).toBeLessThanOrEqual(hours(13));
    expect(checkSolution(problem, solution)).toEqual([]);
    expect(solution.figures.scheduled).toBeGreaterThanOrEqual(6);
  });

  test('puts first what would be late otherwise, though the way is longer', () => {
    const nearLater = aStop({ id: 'near', place: 0 });
    const farSoon = aStop({ id: 'soon', place: 2, due: hours(9.5) });
    expect(plannedIds(aProblem({ stops: [nearLater, farSoon] }))).toEqual(['soon', 'near']);
  });

  test(
    'counts a part that a moved stop no longer needs only once',
    () => {
      for (let problemSeed = 0; problemSeed < 40; problemSeed += 1) {
        const { stops, ...random } = aRandomProblem(problemSeed, 3, 30);
        const needy = stops.map((stop) => ({ ...stop, parts: [{ partId: 'valve', quantity: 1 }] }));
        const problem = { ...random, stops: needy };
        expect(checkSolution(problem, solve(problem, { seed }))).toEqual([]);
      }
    },
    patience,
  );

  test('gives work to who has just the level that it needs', () => {
    expect(plannedIds(aProblem({ stops: [aStop({ skills: [{ skillId: 'boiler', level: 2 }] })] }))).toEqual(['stop']);
  });

  test('plans late rather than not at all, and counts it', () => {
    const { figures } = solve(aProblem({ stops: [aStop({ due: hours(1) })] }), { seed });
    expect(figures).toMatchObject({ scheduled: 1, late: 1 });
  });
});

describe('an unassigned stop says which rule kept it from whom', () => {
  test.each([
    ['not-in-territory', aStop({ territoryId: 'south' }), {}],
    ['skill-missing', aStop({ skills: [{ skillId: 'gas', level: 1 }] }), {}],
    ['skill-level-too-low', aStop({ skills: [{ skillId: 'boiler', level: 3 }] }), {}],
    ['certificate-expired', aStop({ skills: [{ skillId: 'gas', level: 1 }] }), { expiredSkillIds: ['gas'] }],
    ['part-not-on-van', aStop({ parts: [{ partId: 'valve', quantity: 1 }] }), {}],
    ['off-shift', aStop(), { shifts: [] }],
    ['absent', aStop(), { blocks: [{ from: 0, to: hours(24) }] }],
    ['no-free-time', aStop({ durationSeconds: hours(10) }), {}],
    ['outside-arrival-window', aStop({ window: { from: hours(6), to: hours(7) } }), {}],
  ] as const)('%s', (reason, stop, technician) => {
    const problem = aProblem({ technicians: [aProblemTechnician(technician)], stops: [stop] });
    expect(reasonsOf(problem)).toEqual([{ reason, technicians: 1 }]);
  });
});

test(
  '25 technicians and 1,500 stops of backlog are planned without a violation',
  () => {
    const problem = aRandomProblem(1, 25, 1500);
    const solution = solve(problem, { seed });
    expect(checkSolution(problem, solution)).toEqual([]);
    expect(solution.figures.scheduled).toBeGreaterThan(200);
  },
  patience,
);
