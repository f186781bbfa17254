import { metresBetween } from '../../../shared/geo/distance.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { samePlaceMetres, stopOverheadSeconds } from '../../../shared/geo/stop-overhead.ts';
import type { TravelLeg, TravelMatrix, TravelModel } from '../../../shared/geo/travel-model.ts';
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
    return modelOf(legs);
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

/** Ways that were not asked for, or that the service does not know, are estimated. */
const modelOf = (legs: ReadonlyMap<string, TravelLeg>): TravelModel => {
  const travel = (from: Position, to: Position, at?: number): TravelLeg => {
    const straight = metresBetween(from, to);
    if (straight < samePlaceMetres) return { seconds: 0, metres: Math.round(straight) };
    return legs.get(wayKey(from, to)) ?? estimatedTravel.travel(from, to, at);
  };
  const matrix = (places: readonly Position[], at?: number): TravelMatrix => {
    const size = places.length;
    const table = { size, seconds: new Int32Array(size * size), metres: new Int32Array(size * size) };
    places.forEach((from, i) =>
      places.forEach((to, j) => {
        const { seconds, metres } = travel(from, to, at);
        table.seconds[i * size + j] = seconds;
        table.metres[i * size + j] = metres;
      }),
    );
    return table;
  };
  const reach = (from: readonly Position[], at?: number) => (to: Position) =>
    from.reduce((soonest, start) => Math.min(soonest, travel(start, to, at).seconds), Infinity);
  return { source: 'routing-service', travel, matrix, reach };
};
