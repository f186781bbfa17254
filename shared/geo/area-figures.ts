import { area as areaOnSphere } from '@turf/area';
import type { Area, Position } from '../model/place.ts';
import { metresBetween } from './distance.ts';
import { hullOf } from './hull-of.ts';
import { polygonsOf } from './polygons-of.ts';

export interface AreaFigures {
  readonly squareMetres: number;
  /** Of every ring, holes too. */
  readonly borderMetres: number;
  /** 4πA/P² (Polsby and Popper 1991): 1 for a circle, 0.79 for a square, near 0 for what winds. */
  readonly polsbyPopper: number;
  /** Share of its convex hull that it fills, 0 to 1: tells bays and arms, but no roughness. */
  readonly hullRatio: number;
}

/** Size and compactness of an area on the sphere. */
export const areaFigures = (area: Area): AreaFigures => {
  const rings = polygonsOf(area).flat();
  const squareMetres = areaOnSphere(area);
  const borderMetres = rings.reduce((sum, ring) => sum + lengthOf(ring), 0);
  const hullSquareMetres = areaOnSphere({ type: 'Polygon', coordinates: [hullOf(rings.flat())] });
  return {
    squareMetres,
    borderMetres,
    polsbyPopper: ratio(4 * Math.PI * squareMetres, borderMetres ** 2),
    hullRatio: ratio(squareMetres, hullSquareMetres),
  };
};

const lengthOf = (ring: readonly Position[]): number =>
  ring.reduce((sum, at, i) => {
    const before = ring[i - 1];
    return before ? sum + metresBetween(before, at) : sum;
  }, 0);

/** An area without extent has no shape to speak of. */
const ratio = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0);
