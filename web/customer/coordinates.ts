import type { Position } from '../../shared/model/place.ts';

/** Reads "42.3601, -71.0589" as maps give it: latitude first. Undefined when it is no place on earth. */
export const coordinatesOf = (text: string): Position | undefined => {
  const numbers = text
    .split(/[\s,;°]+/)
    .filter(Boolean)
    .map(Number);
  const [latitude, longitude] = numbers;
  if (numbers.length !== 2 || latitude === undefined || longitude === undefined) return undefined;
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0)) return undefined;
  return [longitude, latitude];
};

/** The same, to be read and changed by people; five digits are about a metre. */
export const coordinatesText = ([longitude, latitude]: Position): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
