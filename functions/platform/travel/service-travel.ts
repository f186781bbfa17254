import { askedTravel } from '../../../shared/geo/asked-travel.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { stopOverheadSeconds } from '../../../shared/geo/stop-overhead.ts';
import type { TravelLeg } from '../../../shared/geo/travel-model.ts';
import type { TravelSource } from '../../../shared/geo/travel-source.ts';
import type { Position } from '../../../shared/model/place.ts';
import type { Logger } from '../logger.ts';
import type { RoutingService } from './routing-service.ts';

/** More cells than this are too dear to ask a service for: then the estimate serves. */
const mostCells = 250_000;

/** Asks a routing service beforehand for all ways of a question. Where it does not answer, the estimate does and says so. */
export const serviceTravel = (service: RoutingService, log: Pick<Logger, 'warn'>): TravelSource => ({
  async prepare(_tenantId, { places, centre, departAt }) {
    const all = distinct(places);
    const pairs: [Position[], Position[]][] = centre
      ? [
          [all, [centre]],
          [[centre], all],
        ]
      : [[all, all]];
    if (pairs.reduce((sum, [from, to]) => sum + from.length * to.length, 0) > mostCells) {
      log.warn('Too many places for the routing service: travel times are estimated', { places: all.length });
      return estimatedTravel;
    }
    const legs = new Map<string, TravelLeg>();
    try {
      for (const [from, to] of pairs) await collect(service, from, to, departAt, legs);
    } catch (fault) {
      log.warn('The routing service failed: travel times are estimated', { fault: String(fault) });
      return estimatedTravel;
    }
    // What was not asked for, or is not known to the service, is estimated.
    return askedTravel('routing-service', (from, to) => legs.get(wayKey(from, to)));
  },
});

const distinct = (places: readonly Position[]): Position[] => [
  ...new Map(places.map((place) => [place.join(' '), place])).values(),
];

const wayKey = (from: Position, to: Position): string => `${from.join(' ')} ${to.join(' ')}`;

const collect = async (
  service: RoutingService,
  from: readonly Position[],
  to: readonly Position[],
  departAt: number,
  legs: Map<string, TravelLeg>,
): Promise<void> => {
  for (let row = 0; row < from.length; row += service.mostSources) {
    for (let column = 0; column < to.length; column += service.mostTargets) {
      const sources = from.slice(row, row + service.mostSources);
      const targets = to.slice(column, column + service.mostTargets);
      const table = await service.table(sources, targets, departAt);
      sources.forEach((source, i) =>
        targets.forEach((target, j) => {
          const leg = table[i]?.[j];
          if (!leg) return;
          const seconds = Math.ceil(leg.seconds) + stopOverheadSeconds;
          legs.set(wayKey(source, target), { seconds, metres: Math.round(leg.metres) });
        }),
      );
    }
  }
};
