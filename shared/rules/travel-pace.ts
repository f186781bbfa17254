import type { Drive } from '../model/drive.ts';
import type { TravelPace } from '../model/travel-pace.ts';

/** How drives here compare with what the travel model says, and how sure that is. */
export interface Pace {
  readonly factor: number;
  /** Undefined while nothing was learned. */
  readonly spread?: number | undefined;
}

export const unknownPace: Pace = { factor: 1 };

/** Weight of what is believed beforehand, as hours of driving: the model's own times for a territory, the territory's for a technician. */
const territoryPriorSeconds = 5 * 3600;
const technicianPriorSeconds = 10 * 3600;

/** Of an older drive half counts after so many newer ones. */
const halfLifeDrives = 300;
const fading = 0.5 ** (1 / halfLifeDrives);

/** One part in so many of the way that the span is off is made good with each drive: Gibbs and Candès 2021, adaptive conformal inference. */
const spreadStep = 0.05;
const told = 0.8;
const [narrowest, widest] = [0.4, 4];

/** One drive of hours, stuck or paused, shall not teach for a season. */
const [leastRatio, mostRatio] = [0.4, 3];

/** The pace to reckon with: the territory's shrunk towards the model, the technician's shrunk towards the territory's. */
export const paceOf = (territory: TravelPace | undefined, technician: TravelPace | undefined): Pace => {
  const common = shrunk(territory, 1, territoryPriorSeconds);
  return { factor: shrunk(technician, common, technicianPriorSeconds), spread: territory?.spread };
};

const shrunk = (pace: TravelPace | undefined, prior: number, priorSeconds: number): number =>
  pace ? (pace.drivenSeconds + prior * priorSeconds) / (pace.expectedSeconds + priorSeconds) : prior;

/** What one more drive teaches. */
export const paceAfter = (
  before: TravelPace,
  { seconds, expectedSeconds, spanHeld }: Pick<Drive, 'seconds' | 'expectedSeconds' | 'spanHeld'>,
): TravelPace => ({
  ...before,
  drives: before.drives * fading + 1,
  expectedSeconds: before.expectedSeconds * fading + expectedSeconds,
  drivenSeconds:
    before.drivenSeconds * fading +
    Math.min(Math.max(seconds, leastRatio * expectedSeconds), mostRatio * expectedSeconds),
  spread: spanHeld === undefined ? before.spread : spreadAfter(before.spread, spanHeld),
});

const spreadAfter = (spread: number, held: boolean): number =>
  Math.min(widest, Math.max(narrowest, spread * Math.exp(spreadStep * ((held ? 0 : 1) - (1 - told)))));

export const nothingLearned = ({ scopeId, source }: Pick<TravelPace, 'scopeId' | 'source'>): TravelPace => ({
  scopeId,
  source,
  version: 0,
  drives: 0,
  expectedSeconds: 0,
  drivenSeconds: 0,
  spread: firstSpread(source),
});

/** How wide spans begin: the straight line is trusted less until drives say otherwise. */
export const firstSpread = (source: TravelPace['source']): number => (source === 'estimate' ? 1.6 : 1);
