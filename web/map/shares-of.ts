import { crowdSources } from './dot-layer.ts';
import type { MapPoint } from './point-features.ts';

/** Deals points into shares of about the same size; each stays in its share, whoever comes or goes. */
export const sharesOf = (points: readonly MapPoint[]): readonly (readonly MapPoint[])[] => {
  const shares: MapPoint[][] = Array.from({ length: crowdSources }, () => []);
  for (const point of points) shares[shareOf(point.id)]?.push(point);
  return shares;
};

/** The end of an id is the part that differs. */
const shareOf = (id: string): number => {
  let sum = 0;
  for (let i = Math.max(0, id.length - 4); i < id.length; i += 1) sum = sum * 31 + id.charCodeAt(i);
  return sum % crowdSources;
};
