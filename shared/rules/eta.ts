import type { Eta } from '../model/position-fix.ts';
import type { Instant } from '../model/time.ts';
import { type TravelModel, unreachableSeconds } from '../geo/travel-model.ts';
import { firstSpread, type Pace, unknownPace } from './travel-pace.ts';

export interface EtaQuestion {
  /** When he was where the way left begins. */
  readonly at: Instant;
  /** The way left, as the travel model says. */
  readonly leftSeconds: number;
  readonly source: TravelModel['source'];
  /** The way done so far: what the model says for it, and what it took. */
  readonly done?: { readonly expectedSeconds: number; readonly seconds: number } | undefined;
  readonly pace?: Pace | undefined;
}

/**
 * How drives vary about the model's times before anything is learned: from drive to drive, which the way done tells
 * something of, and from one rest of a way to another, which it does not (both as shares); along the way (variance
 * grows with the way, so many seconds for each); and at its end, where one parks and walks. Assumptions; what the
 * learned spread then makes of them is measured by `npm run bench -- eta`.
 */
const variation = {
  estimate: { tripShare: 0.05, restShare: 0.05, alongSeconds: 5, endSeconds: 110 },
  'road-network': { tripShare: 0.12, restShare: 0.02, alongSeconds: 12, endSeconds: 90 },
  'routing-service': { tripShare: 0.15, restShare: 0.03, alongSeconds: 16, endSeconds: 55 },
} as const;

/** The middle four fifths of a normal distribution lie within so many standard deviations. */
const fourFifths = 1.2816;

/**
 * The way left times the pace of this drive: what was learned before, corrected by how the way went so far. Both are
 * weighed by what they vary (a normal prior and its observation); the span is log-normal, for delays have a long tail.
 * Nothing where no road leads there.
 */
export const etaOf = (question: EtaQuestion): Eta | undefined => {
  const { at, leftSeconds, source } = question;
  if (leftSeconds >= unreachableSeconds) return undefined;
  const { middleSeconds, spreadOfLog } = remaining(question);
  const after = (deviations: number) => instantAfter(at, middleSeconds * Math.exp(deviations * spreadOfLog));
  return {
    expectedAt: after(0),
    from: after(-fourFifths),
    to: after(fourFifths),
    estimate: source === 'estimate',
  };
};

const remaining = ({ leftSeconds, source, done, pace = unknownPace }: EtaQuestion) => {
  const { tripShare, restShare, alongSeconds, endSeconds } = variation[source];
  const expectedDone = Math.max(0, done?.expectedSeconds ?? 0);
  const sureness = 1 / (tripShare * pace.factor) ** 2;
  const seen = expectedDone / alongSeconds;
  const factor =
    (pace.factor * sureness + (expectedDone > 0 ? (done?.seconds ?? 0) / alongSeconds : 0)) / (sureness + seen);
  const mean = Math.max(minimumSeconds, factor * leftSeconds);
  const shareVariance = 1 / (sureness + seen) + restShare ** 2;
  const variance = shareVariance * leftSeconds ** 2 + alongSeconds * leftSeconds + endSeconds ** 2;
  const logVariance = Math.log(1 + ((pace.spread ?? firstSpread(source)) ** 2 * variance) / mean ** 2);
  return { middleSeconds: mean * Math.exp(-logVariance / 2), spreadOfLog: Math.sqrt(logVariance) };
};

/** Before the door there is still somebody to be let in. */
const minimumSeconds = 30;

const instantAfter = (at: Instant, seconds: number): Instant =>
  new Date(Date.parse(at) + Math.round(seconds) * 1000).toISOString();
