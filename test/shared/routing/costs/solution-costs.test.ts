import { describe, expect, test } from 'vitest';
import { compareCosts, solutionCostsOf } from '../../../../shared/routing/costs/solution-costs.ts';
import type { Problem, ProblemStop, ProblemTechnician } from '../../../../shared/routing/problem.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../../builders/a-problem.ts';
import { aRoute, aSolution } from '../../../builders/a-solution.ts';

const costsOf = (rosa: Partial<ProblemTechnician>, first: Partial<ProblemStop> = {}, more: Partial<Problem> = {}) => {
  const problem = aProblem({
    technicians: [aProblemTechnician(rosa)],
    stops: [aStop({ id: 'first', place: 1, ...first }), aStop({ id: 'second', place: 2 })],
    ...more,
  });
  const route = aRoute(problem, 'rosa', { first: hours(9), second: hours(12) });
  const [own] = solutionCostsOf(problem, aSolution(problem, [route])).routes;
  if (!own) throw new Error('There is no route');
  return { own, route, all: solutionCostsOf(problem, aSolution(problem, [route])) };
};

const still = { perTravelSecond: 0 };

describe('the cost of a route', () => {
  test('is its seconds of travel where no rate is given', () => {
    const { own, route } = costsOf({ endPlace: 0 });
    expect(own.total).toBe(route.travelSeconds);
    expect(own.travel).toBe(route.travelSeconds);
  });

  test('counts use, metres, work, waiting and overtime by their rates', () => {
    expect(costsOf({ rates: { ...still, perUse: 500 } }).own.total).toBe(500);
    const metres = costsOf({ rates: { ...still, perMetre: 2 } });
    expect(metres.own.total).toBe(2 * metres.route.travelMetres);
    expect(costsOf({ rates: { ...still, perServiceSecond: 3 } }).own.total).toBe(3 * hours(2));
    const waiting = costsOf({ rates: { ...still, perWaitingSecond: 1 } });
    expect(waiting.own.total).toBe(hours(2) - (waiting.route.stops[1]?.travelSeconds ?? 0));
    const shifts = [{ from: hours(8), to: hours(12.5), overtimeUntil: hours(14) }];
    expect(costsOf({ shifts, rates: { ...still, perOvertimeSecond: 4 } }).own.overtime).toBe(4 * hours(0.5));
  });

  test('counts lateness by priority, by the stop’s own rate, or from when work could begin', () => {
    const late = { due: hours(9.5), earliest: 0 };
    expect(costsOf({ rates: still }, { ...late, priority: 0 }).own.lateness).toBe(8 * hours(0.5));
    expect(costsOf({ rates: still }, { ...late, latenessPerSecond: 5 }).own.lateness).toBe(5 * hours(0.5));
    expect(costsOf({ rates: still }, { due: 0, priority: 3 }).own.lateness).toBe(hours(1));
  });

  test('counts another technician, and what changes against the present', () => {
    const other = { preferredTechnicianIds: ['sam'], otherTechnicianCost: 70 };
    expect(costsOf({ rates: still }, other).own.otherTechnician).toBe(70);
    const changeCost = { technician: 900, perSecondMoved: 1, order: 50 };
    const present = { technicianId: 'rosa', from: hours(9) - 60, to: hours(10), fixed: false, changeCost };
    expect(costsOf({ rates: still }, { present }).own.change).toBe(60);
    expect(costsOf({ rates: still }, { present: { ...present, technicianId: 'sam' } }).own.change).toBe(900);
  });

  test('is the sum of what stands at its stops and of its own parts', () => {
    const { own } = costsOf(
      { endPlace: 0, rates: { perUse: 7, perServiceSecond: 1, perWaitingSecond: 2 } },
      { due: 0 },
    );
    const { use, travel, service, waiting, overtime, lateness, otherTechnician, change } = own;
    expect(own.total).toBe(use + travel + service + waiting + overtime + lateness + otherTechnician + change);
  });
});

test('preferences of the whole plan have costs of their own', () => {
  const problem = aProblem({
    technicians: [aProblemTechnician(), aProblemTechnician({ id: 'sam' })],
    stops: [aStop({ id: 'first', place: 1, due: hours(9) }), aStop({ id: 'second', place: 2 })],
    preferences: { unfairness: 100, sprawl: 1000, highestLateness: 3 },
  });
  const solution = aSolution(problem, [
    aRoute(problem, 'rosa', { first: hours(9), second: hours(12) }),
    aRoute(problem, 'sam', {}),
  ]);
  const costs = solutionCostsOf(problem, solution);
  expect(costs.unfairness).toBe(hours(1));
  expect(costs.highestLateness).toBe(3 * hours(1));
  const between = [problem.matrix.metres[1 * 5 + 2] ?? 0, problem.matrix.metres[2 * 5 + 1] ?? 0];
  expect(costs.sprawl).toBe(Math.min(...between));
});

test('what is lost is compared before any cost: by value where stops have one, else by priority', () => {
  const problem = aProblem({ stops: [aStop({ id: 'urgent', priority: 0 }), aStop({ id: 'low', priority: 3 })] });
  const withUrgent = solutionCostsOf(problem, aSolution(problem, [aRoute(problem, 'rosa', { urgent: hours(9) })]));
  const withLow = solutionCostsOf(problem, aSolution(problem, [aRoute(problem, 'rosa', { low: hours(9) })]));
  expect(withUrgent.lost).toEqual([0, 0, 0, 1]);
  expect(compareCosts(withUrgent, withLow)).toBeLessThan(0);
  const valued = { ...problem, stops: problem.stops.map((stop, index) => ({ ...stop, value: 1 + index })) };
  expect(solutionCostsOf(valued, aSolution(valued, [])).lost).toEqual([3]);
});
