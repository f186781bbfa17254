import type { Polygon, Position } from '../../../shared/model/place.ts';

type Line = readonly Position[];

// Inner borders, each written once and walked by both neighbours.
const charlesToAlbanyStreet: Line = [
  [-71.079, 42.36],
  [-71.0735, 42.356],
  [-71.0706, 42.352],
  [-71.069, 42.347],
  [-71.064, 42.3452],
  [-71.059, 42.344],
];
const fortPointToHarbour: Line = [
  [-71.059, 42.344],
  [-71.057, 42.347],
  [-71.053, 42.35],
  [-71.05, 42.354],
  [-71.044, 42.358],
  [-71.02, 42.352],
  [-71.005, 42.3425],
  [-70.985, 42.34],
];
const albanyStreetToFranklinPark: Line = [
  [-71.059, 42.344],
  [-71.065, 42.333],
  [-71.068, 42.327],
  [-71.075, 42.32],
  [-71.082, 42.309],
  [-71.087, 42.301],
];
const franklinParkToJamaicaPond: Line = [
  [-71.087, 42.301],
  [-71.095, 42.31],
  [-71.0985, 42.3155],
  [-71.1, 42.323],
  [-71.111, 42.3285],
  [-71.116, 42.331],
];
const franklinParkToLowerMills: Line = [
  [-71.087, 42.301],
  [-71.09, 42.293],
  [-71.085, 42.285],
  [-71.076, 42.277],
  [-71.072, 42.268],
];

// Outer borders, clockwise.
const harbourToCharles: Line = [
  [-70.985, 42.34],
  [-70.985, 42.362],
  [-70.99, 42.388],
  [-70.997, 42.398],
  [-71.015, 42.3985],
  [-71.03, 42.389],
  [-71.042, 42.386],
  [-71.056, 42.385],
  [-71.065, 42.3925],
  [-71.078, 42.393],
  [-71.085, 42.383],
  [-71.077, 42.374],
  [-71.073, 42.369],
  [-71.079, 42.36],
];
const jamaicaPondToCharles: Line = [
  [-71.116, 42.331],
  [-71.109, 42.339],
  [-71.1075, 42.3455],
  [-71.12, 42.348],
  [-71.131, 42.3475],
  [-71.14, 42.3405],
  [-71.148, 42.336],
  [-71.152, 42.333],
  [-71.17, 42.332],
  [-71.178, 42.343],
  [-71.173, 42.356],
  [-71.166, 42.362],
  [-71.148, 42.366],
  [-71.134, 42.376],
  [-71.12, 42.374],
  [-71.114, 42.364],
  [-71.115, 42.357],
  [-71.108, 42.3545],
  [-71.09, 42.3565],
  [-71.079, 42.36],
];
const harbourToLowerMills: Line = [
  [-70.985, 42.34],
  [-71.005, 42.332],
  [-71.033, 42.325],
  [-71.026, 42.32],
  [-71.029, 42.311],
  [-71.038, 42.305],
  [-71.037, 42.292],
  [-71.035, 42.285],
  [-71.042, 42.275],
  [-71.055, 42.268],
  [-71.072, 42.268],
];
const lowerMillsToJamaicaPond: Line = [
  [-71.072, 42.268],
  [-71.09, 42.262],
  [-71.104, 42.256],
  [-71.11, 42.246],
  [-71.118, 42.233],
  [-71.13, 42.225],
  [-71.15, 42.229],
  [-71.149, 42.243],
  [-71.164, 42.254],
  [-71.179, 42.263],
  [-71.19, 42.274],
  [-71.193, 42.284],
  [-71.179, 42.296],
  [-71.164, 42.305],
  [-71.148, 42.302],
  [-71.14, 42.304],
  [-71.127, 42.318],
  [-71.116, 42.331],
];

/** The four parts of the city by a short name for the code; outer rings run counter-clockwise (RFC 7946 section 3.1.6). */
export const territoryAreas = {
  north: polygonOf(back(charlesToAlbanyStreet), back(harbourToCharles), back(fortPointToHarbour)),
  west: polygonOf(charlesToAlbanyStreet, albanyStreetToFranklinPark, franklinParkToJamaicaPond, jamaicaPondToCharles),
  east: polygonOf(
    fortPointToHarbour,
    harbourToLowerMills,
    back(franklinParkToLowerMills),
    back(albanyStreetToFranklinPark),
  ),
  south: polygonOf(back(franklinParkToJamaicaPond), franklinParkToLowerMills, lowerMillsToJamaicaPond),
} as const satisfies Record<string, Polygon>;
export type TerritoryKey = keyof typeof territoryAreas;

function back(line: Line): Line {
  return [...line].reverse();
}

/** Joins lines that meet end to end into a closed ring; they are given clockwise and turned. */
function polygonOf(...lines: readonly Line[]): Polygon {
  const clockwise = lines.flatMap((line) => line.slice(0, -1));
  const ring = back(clockwise);
  const [first] = ring;
  return { type: 'Polygon', coordinates: [first === undefined ? [] : [...ring, first]] };
}
