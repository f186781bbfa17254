import { describe, expect, test } from 'vitest';
import { explainStop } from '../../../../shared/routing/explain/explain-stop.ts';
import type { Change } from '../../../../shared/routing/explain/change.ts';
import type { ProblemStop, ProblemTechnician } from '../../../../shared/routing/problem.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../../builders/a-problem.ts';
import { aRoute, aSolution } from '../../../builders/a-solution.ts';

/** Rosa has one stop at nine; what else is asked for found no place. */
const explanationOf = (
  rosa: Partial<ProblemTechnician>,
  left: Partial<ProblemStop>,
  others: readonly ProblemTechnician[] = [],
) => {
  const problem = aProblem({
    technicians: [aProblemTechnician(rosa), ...others],
    stops: [aStop({ id: 'first', place: 1 }), aStop({ id: 'left', place: 2, ...left })],
  });
  const routes = [aRoute(problem, 'rosa', { first: hours(9) }), ...others.map(({ id }) => aRoute(problem, id, {}))];
  return explainStop(problem, aSolution(problem, routes), 'left');
};

const cheapestOf = (...words: Parameters<typeof explanationOf>): Change | undefined =>
  explanationOf(...words).changes[0]?.change;

describe('the cheapest change that lets a stop in is', () => {
  test('a skill that only its technician lacks', () => {
    const gas = { skills: [{ skillId: 'gas', level: 2 }] };
    expect(cheapestOf({}, gas)).toEqual({ kind: 'skill', skillId: 'gas', level: 2 });
    expect(explanationOf({}, gas).excluded).toEqual([{ technicianId: 'rosa', rule: 'skill-missing' }]);
  });

  test('nothing, where two skills are lacking', () => {
    const two = [
      { skillId: 'gas', level: 2 },
      { skillId: 'cooling', level: 1 },
    ];
    expect(explanationOf({}, { skills: two }).changes).toEqual([]);
  });

  test('parts on the van', () => {
    const parts = [{ partId: 'valve', quantity: 3 }];
    const stock = new Map([['valve', 1]]);
    expect(cheapestOf({ vanStock: stock }, { parts })).toEqual({
      kind: 'parts',
      parts: [{ partId: 'valve', quantity: 2 }],
    });
  });

  test('the customer’s permission', () => {
    expect(cheapestOf({}, { forbiddenTechnicianIds: ['rosa'] })).toEqual({ kind: 'permission' });
  });

  test('overtime, as long as the way and the work take', () => {
    const short = { shifts: [{ from: hours(8), to: hours(10.5) }] };
    const { changes } = explanationOf(short, { window: { from: hours(9.5), to: hours(10.5) } });
    const overtime = changes.find(({ change }) => change.kind === 'overtime');
    expect(overtime?.effect.movedStops).toBe(0);
    expect(overtime?.change).toMatchObject({ kind: 'overtime' });
    expect(overtime && overtime.end - hours(10.5)).toBe(
      (overtime?.change.kind === 'overtime' && overtime.change.seconds) || 0,
    );
  });

  test('another time, by as much as it differs from what was told', () => {
    const change = cheapestOf({}, { window: { from: hours(9), to: hours(9.25) } });
    expect(change?.kind).toBe('window');
    expect(change?.kind === 'window' && Math.abs(change.shiftSeconds)).toBeGreaterThan(0);
  });

  test('another customer’s move, where somebody else can take him', () => {
    const sam = aProblemTechnician({ id: 'sam', startPlace: 1 });
    const told = { window: { from: hours(9), to: hours(9) }, allowedTechnicianIds: ['rosa'] };
    const { changes } = explanationOf({}, told, [sam]);
    const move = changes.find(({ change }) => change.kind === 'move');
    expect(move).toMatchObject({
      technicianId: 'rosa',
      change: { stopId: 'first', toTechnicianId: 'sam' },
      effect: { movedStops: 1 },
    });
  });
});

test('who has a place after all is named, and no change is asked for', () => {
  const { stillPossible, changes } = explanationOf({}, {});
  expect(stillPossible).toEqual(['rosa']);
  expect(changes.filter(({ change }) => change.kind !== 'move')).toEqual([]);
});
