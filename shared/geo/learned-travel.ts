import type { Position } from '../model/place.ts';
import { factorAt, type TravelFactors } from './travel-learning.ts';
import { unreachableSeconds, type TravelLeg, type TravelModel } from './travel-model.ts';

/** A travel model with its seconds corrected by what a territory's own drives taught, at the hour of leaving. */
export const learnedTravel = (
  travel: TravelModel,
  factors: TravelFactors | undefined,
  timeZone: string,
): TravelModel => {
  if (!factors) return travel;
  const corrected = (seconds: number, at?: number): number =>
    seconds >= unreachableSeconds ? seconds : Math.ceil(seconds * factorAt(factors, timeZone, at));
  return {
    source: travel.source,
    travel: (from: Position, to: Position, at?: number): TravelLeg => {
      const { seconds, metres } = travel.travel(from, to, at);
      return { seconds: corrected(seconds, at), metres };
    },
    matrix: (places, at) => {
      const { size, seconds, metres } = travel.matrix(places, at);
      const factor = factorAt(factors, timeZone, at);
      return {
        size,
        seconds: seconds.map((each) => (each >= unreachableSeconds ? each : Math.ceil(each * factor))),
        metres,
      };
    },
    reach: (from, at) => {
      const secondsTo = travel.reach(from, at);
      const factor = factorAt(factors, timeZone, at);
      return (to) => secondsTo(to) * factor;
    },
  };
};
