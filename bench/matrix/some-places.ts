import type { Position } from '../../shared/model/place.ts';
import { pointsPerDegree, type RoadNetwork } from '../../shared/geo/road/road-network.ts';
import { seededRandom } from '../../shared/routing/seeded-random.ts';

/** Places some metres off random roads, as addresses are: denser where there are more roads. */
export const somePlaces = ({ points }: RoadNetwork, count: number, seed: number): Position[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (): Position => {
    const at = Math.floor((random() * points.length) / 2) * 2;
    const off = () => (random() - 0.5) / 2_000;
    return [(points[at] ?? 0) / pointsPerDegree + off(), (points[at + 1] ?? 0) / pointsPerDegree + off()];
  });
};
