import type { Area, Position } from '../model/place.ts';

/** The parts of an area, each as its outer ring followed by its holes. */
export const polygonsOf = (area: Area): readonly Position[][][] =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates;

/** An area of one part or several, in the simpler of GeoJSON's two forms. */
export const areaOf = (polygons: readonly Position[][][]): Area => {
  const [first, ...others] = polygons;
  return first && others.length === 0
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: [...polygons] };
};
