import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../../../shared/routing/checker.ts';
import { applyInsertion } from '../../../../shared/routing/insertion-service/apply-insertion.ts';
import { priceWindows } from '../../../../shared/routing/insertion-service/price-windows.ts';
import { rankInsertions } from '../../../../shared/routing/insertion-service/rank-insertions.ts';
import { replanDisturbed } from '../../../../shared/routing/insertion-service/replan-disturbed.ts';
import { timelinesOf } from '../../../../shared/routing/insertion-service/timeline.ts';
import { waysOf } from '../../../../shared/routing/insertion-service/ways.ts';
import type { Problem, ProblemStop, ProblemTechnician } from '../../../../shared/routing/problem.ts';
import type { Solution } from '../../../../shared/routing/solution.ts';
import { solve } from '../../../../shared/routing/solve.ts';
import { aProblem, aProblemTechnician, aStop, hours } from '../../../builders/a-problem.ts';
import { aRandomProblem } from '../../../builders/a-random-problem.ts';
import { aRoute, aSolution } from '../../../builders/a-solution.ts';

const news = aStop({ id: 'news', place: 3 });

/** Rosa works at nine and at eleven; Sam has nothing to do and may do boilers too. */
const dayOf = (
  changes: {
    rosa?: Partial<ProblemTechnician>;
    sam?: Partial<ProblemTechnician>;
    first?: Partial<ProblemStop>;
    news?: Partial<ProblemStop>;
  } = {},
): { problem: Problem; standing: Solution; stop: ProblemStop } => {
  const stop = { ...news, ...changes.news };
  const problem = aProblem({
    technicians: [aProblemTechnician(changes.rosa), aProblemTechnician({ id: 'sam', ...changes.sam })],
    stops: [aStop({ id: 'first', place: 1, ...changes.first }), aStop({ id: 'second', place: 2 }), stop],
  });
  const standing = aSolution(problem, [
    aRoute(problem, 'rosa', { first: hours(9), second: hours(11) }),
    aRoute(problem, 'sam', {}),
  ]);
  return { problem, standing, stop };
};

const ranked = ({ problem, standing, stop }: ReturnType<typeof dayOf>) =>
  rankInsertions(timelinesOf(problem, standing), stop, { grainSeconds: 60, ways: waysOf(problem) });

describe('ranking', () => {
  test('offers everyone who is able, the least added way first', () => {
    const { offers, excluded } = ranked(dayOf());
    expect(offers.map(({ technicianId }) => technicianId)).toEqual(['sam', 'rosa']);
    expect(excluded).toEqual([]);
    expect(offers[0]).toMatchObject({ position: 0, moved: [], lateSeconds: 0 });
  });

  test('says by which rule all others are excluded', () => {
    const absent = dayOf({ sam: { blocks: [{ from: hours(8), to: hours(17) }] }, rosa: { skills: [] } });
    expect(ranked(absent).excluded).toEqual([
      { technicianId: 'rosa', rule: 'skill-missing' },
      { technicianId: 'sam', rule: 'absent' },
    ]);
    const elsewhere = dayOf({ sam: { territoryIds: ['south'] }, news: { forbiddenTechnicianIds: ['rosa'] } });
    expect(ranked(elsewhere).excluded.map(({ rule }) => rule)).toEqual(['technician-not-allowed', 'not-in-territory']);
    const full = dayOf({
      rosa: { maxStopsPerShift: 2 },
      news: { parts: [{ partId: 'valve', quantity: 1 }] },
      sam: { vanStock: new Map([['valve', 1]]) },
    });
    expect(ranked(full).excluded).toEqual([{ technicianId: 'rosa', rule: 'part-not-on-van' }]);
  });

  test('tells a window that nobody can keep from a day without room', () => {
    const short = { shifts: [{ from: hours(8), to: hours(13) }] };
    const window = { from: hours(13), to: hours(14) };
    expect(ranked(dayOf({ rosa: short, sam: short, news: { window } })).excluded.map(({ rule }) => rule)).toEqual([
      'outside-arrival-window',
      'outside-arrival-window',
    ]);
    const tight = { shifts: [{ from: hours(8), to: hours(8.5) }] };
    expect(ranked(dayOf({ sam: tight })).excluded).toEqual([{ technicianId: 'sam', rule: 'no-free-time' }]);
  });

  test('pushes others only inside what they were told, and never what is fixed', () => {
    const window = { from: hours(9), to: hours(9.5) };
    const first = { from: hours(8.5), to: hours(9.5) };
    const urgent = { news: { window }, sam: { skills: [] } };
    expect(ranked(dayOf({ ...urgent, first: { window: first } })).offers).toEqual([]);
    const wide = ranked(dayOf({ ...urgent, first: { window: { from: hours(8.5), to: hours(11) } } })).offers[0];
    expect(wide?.moved.map(({ stopId }) => stopId)).toEqual(['first', 'second']);
    expect(wide?.reasons).toContainEqual({ code: 'moves-others', value: 2 });
    const present = { technicianId: 'rosa', from: hours(9), to: hours(10), fixed: true };
    expect(ranked(dayOf({ ...urgent, first: { present } })).offers).toEqual([]);
  });

  test('keeps a position that is locked, and prefers whom the customer prefers', () => {
    const present = { technicianId: 'rosa', from: hours(9), to: hours(10), fixed: false, keeps: { position: 0 } };
    const rosa = ranked(dayOf({ first: { present } })).offers.find(({ technicianId }) => technicianId === 'rosa');
    expect(rosa?.position).toBeGreaterThan(0);
    const preferred = ranked(dayOf({ news: { preferredTechnicianIds: ['rosa'], otherTechnicianCost: 7200 } }));
    expect(preferred.offers[0]?.technicianId).toBe('rosa');
  });

  test('every offer on any day breaks nothing when it is taken', () => {
    let taken = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const problem = aRandomProblem(seed, 4, 14);
      const standing = solve({ ...problem, stops: problem.stops.slice(0, 10) }, { seed });
      if (problem.technicians.some(({ shifts }) => shifts.length > 1)) continue;
      const rest = problem.stops.slice(10).filter(({ present }) => !present);
      for (const stop of rest) {
        const day = { ...problem, stops: [...problem.stops.slice(0, 10), stop] };
        const before = { ...standing, unassigned: [...standing.unassigned, { stopId: stop.id }] };
        // Where people put a break into an absence, the day was broken before.
        if (checkSolution(day, aSolution(day, before.routes)).length > 0) continue;
        for (const offer of ranked({ problem: day, standing: before, stop }).offers) {
          expect(checkSolution(day, applyInsertion(day, before, stop, offer))).toEqual([]);
          taken += 1;
        }
      }
    }
    expect(taken).toBeGreaterThan(50);
  });
});

describe('pricing windows', () => {
  test('tells what each costs more than the cheapest, and how many could keep it', () => {
    const { problem, standing, stop } = dayOf();
    const windows = [8, 10, 12, 20].map((from) => ({ from: hours(from), to: hours(from + 1) }));
    const rules = { grainSeconds: 60, ways: waysOf(problem) };
    const priced = priceWindows(timelinesOf(problem, standing), stop, windows, rules);
    expect(priced.map(({ technicians }) => technicians)).toEqual([2, 2, 2, 0]);
    expect(priced.map(({ surcharge }) => surcharge === Infinity)).toEqual([false, false, false, true]);
    expect(Math.min(...priced.map(({ surcharge }) => surcharge))).toBe(0);
  });
});

describe('planning the disturbed part anew', () => {
  test('places what is new and leaves alone whoever is not near', () => {
    const { problem, standing } = dayOf();
    const rules = { grainSeconds: 60, ways: waysOf(problem) };
    const options = { rules, solve: { seed: 1 }, neighbours: 1 };
    const { solution, technicianIds, changedStopIds } = replanDisturbed(
      problem,
      standing,
      { stopIds: ['news'] },
      options,
    );
    expect(technicianIds).toEqual(['sam']);
    expect(changedStopIds).toEqual([]);
    expect(solution.unassigned).toEqual([]);
    expect(checkSolution(problem, solution)).toEqual([]);
    expect(solution.routes[0]).toBe(standing.routes[0]);
  });
});
