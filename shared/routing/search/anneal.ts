import { InsertionScan } from '../kernel/insertion-scan.ts';
import type { WorkingPlan } from '../kernel/working-plan.ts';
import { LinkedTimes } from '../operators/linked-times.ts';
import { RandomMoves } from '../operators/random-moves.ts';
import { placeBreak } from '../operators/place-break.ts';
import { Recreate } from '../operators/recreate.ts';
import { releaseLinked } from '../operators/release-linked.ts';
import { ruinStrings } from '../operators/ruin-strings.ts';
import { BestPlan } from './best-plan.ts';
import { lowerBound } from './lower-bound.ts';
import type { Random } from './random.ts';
import type { StopRule } from './stop-rule.ts';
import { travelOf } from './travel-of.ts';
import { tuning } from './tuning.ts';

/** How far a search is. */
export interface SearchProgress {
  readonly iterations: number;
  readonly cost: number;
  readonly lost: number;
  readonly unassigned: number;
  readonly placed: number;
  /** Share of the search that is over. */
  readonly share: number;
  /** Of the best plan. */
  readonly travelSeconds: number;
  /** No plan of the same stops costs less (search/lower-bound). */
  readonly bound: number;
}

/** The rule is asked, and the temperature set, once in so many iterations; progress is told once in so many questions. */
const asked = 64;
const told = 16;

/**
 * Slack-induced string removals (Christiaens and Vanden Berghe 2020) with a bank of absent stops, annealed. Absence weighs little at
 * first and much at last; the best plan is chosen by the exact order of objectives. Gives way with its progress now and then, goes on when
 * it is asked again, and ends with the sequences of the best plan.
 */
export const anneal = function* (
  plan: WorkingPlan,
  random: Random,
  stop: StopRule,
): Generator<SearchProgress, readonly Int32Array[]> {
  const { kernel } = plan;
  const recreate = new Recreate(plan, random, new InsertionScan(kernel, random));
  recreate.all();
  plan.keep();
  const best = new BestPlan(plan.routes.length);
  best.take(plan);
  let isWhole = plan.outCount === 0;
  const hasBreaks = kernel.frames.some(({ breaks }) => breaks.length > 0);
  let [temperature, weight, gainAt, iterations, share] = [0, 0, 0, 0, 0];
  const boundOf = lowerBound(kernel);
  const times = kernel.links && new LinkedTimes(plan);
  const linked = (kernel.links ?? []).flatMap((links, stop) => (links.length > 0 ? stop : []));
  const isTied = linked.length > tuning.tiedShare * kernel.stops;
  const all = [...kernel.lost.keys()];
  const moves = linked.length > 0 ? new RandomMoves(plan, random, isTied ? all : linked) : undefined;
  // Lateness of a first plan with many ties says nothing of what a step should cost.
  const unit = Math.max(1, (isTied ? plan.plainCost() : plan.cost) / Math.max(1, kernel.stops - plan.outCount));
  const movesEach = Math.min(
    linked.length,
    Math.ceil(isTied ? tuning.moves : (tuning.moves * linked.length) / kernel.stops),
  );
  /** What a step may cost, by lot. */
  const drawnMost = (): number => -temperature * Math.log(random.unit() + 1e-12);
  /** Keeps the step if it costs less than that, or is the best; else undoes it. */
  const decide = (most?: number): void => {
    if (times && !times.find(most === undefined)) {
      plan.undo();
      return;
    }
    const costChange = plan.costChange();
    const change = costChange + weight * (plan.absenceNow - plan.absence);
    const isBest = best.isBettered(plan.lostNow, plan.cost + costChange);
    if (plan.isLate() || !(isBest || change < (most ?? drawnMost()))) {
      plan.undo();
      return;
    }
    times?.freeze();
    best.hear(plan);
    plan.keep();
    if (!isBest) return;
    best.take(plan);
    gainAt = iterations;
  };
  const progress = (): SearchProgress => {
    const { cost, lost, unassigned, sequences } = best;
    const travelSeconds = travelOf(kernel, sequences);
    const placed = kernel.stops - unassigned;
    return { iterations, cost, lost, unassigned, placed, share, travelSeconds, bound: boundOf(sequences) };
  };
  for (; ; iterations += 1) {
    if (iterations % asked === 0) {
      share = stop({ iterations, iterationsSinceGain: iterations - gainAt });
      if (share >= 1 || kernel.stops === 0) break;
      isWhole ||= best.unassigned <= tuning.nearlyWhole * kernel.stops;
      recreate.isWide = isWhole && !isTied && kernel.stops <= tuning.wide;
      const isHard = isWhole || share < tuning.probe;
      const hot = isTied ? tuning.hotTied : isHard ? tuning.hotWhole : tuning.hot;
      const cold = isTied ? tuning.coldTied : tuning.cold;
      temperature = unit * hot * (cold / hot) ** share;
      weight = isHard ? tuning.hard : tuning.mild * (tuning.hard / tuning.mild) ** share;
      if (iterations % (asked * told) === 0) yield progress();
    }
    const wasOut = plan.outCount;
    const seed = random.below(kernel.stops);
    if (!ruinStrings(plan, random, seed)) continue;
    releaseLinked(plan, wasOut);
    if (hasBreaks) moveBreaks(plan, random);
    recreate.run(wasOut, seed, random.unit() < tuning.openShare, tuning.limit * weight);
    decide();
    if (!moves) continue;
    for (let count = movesEach; count > 0; count -= 1) {
      const most = drawnMost();
      if (moves.make() && plan.leastChange() < most) decide(most);
      else plan.undo();
    }
  }
  yield progress();
  best.restoreWindows(kernel);
  return best.sequences;
};

/** Gives most breaks of touched routes another place that fits. */
const moveBreaks = (plan: WorkingPlan, random: Random): void => {
  for (let at = 0; at < plan.touchedCount; at += 1) {
    const index = plan.touched[at]!;
    const route = plan.routes[index]!;
    for (const node of route.frame.breaks) {
      const old = route.positionOf(node);
      if (old < 0 || random.unit() < 0.3) continue;
      plan.cut(index, old, 1);
      plan.refresh(index);
      if (!placeBreak(plan, index, node, random)) plan.insert(index, old, node);
    }
  }
};
