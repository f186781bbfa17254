import { metresBetween } from '../distance.ts';
import type { Position } from '../../model/place.ts';
import { foldWords } from './fold-words.ts';
import type { House, Street } from './street.ts';

/** A row of a file: an address point, or the line of a street where it has no number. */
export interface AddressRow {
  readonly street: string;
  readonly locality: string;
  readonly number?: string | undefined;
  readonly position: Position;
}

export interface BuiltStreets {
  readonly streets: readonly Street[];
  readonly houses: number;
  /** The same address a second time, at the same place. */
  readonly duplicates: number;
  /** The same address at another place, farther than a plot is long; the first is kept. */
  readonly contradictions: number;
  /** Rows left out because many streets share their point: it stands for "not known". */
  readonly atDefaultPoints: number;
}

/** A house's own entrances and corners lie within this. */
const plotMetres = 150;
/** Two pieces of one name farther apart are two streets. */
const sameStreetMetres = 2000;
/** So many streets on one point to the metre are no place but a default of whoever made the file. */
const streetsAtDefaultPoint = 5;

/** Gathers address rows into streets, without repeats and without points that stand for no place. */
export const buildStreets = (rows: readonly AddressRow[]): BuiltStreets => {
  const defaults = defaultPoints(rows);
  const counts = { duplicates: 0, contradictions: 0, atDefaultPoints: 0 };
  const streets = new Map<string, Gathered>();
  for (const { street, locality, number, position } of rows) {
    if (defaults.has(pointKey(position))) {
      counts.atDefaultPoints += 1;
      continue;
    }
    const key = `${foldWords(street).join(' ')}|${foldWords(locality).join(' ')}`;
    const kept = streets.get(key) ?? { name: street, locality, on: [], houses: new Map<string, House>() };
    streets.set(key, kept);
    kept.on.push(position);
    if (number === undefined) continue;
    const same = kept.houses.get(number.toLowerCase());
    if (!same) kept.houses.set(number.toLowerCase(), { number, position });
    else counts[metresBetween(same.position, position) > plotMetres ? 'contradictions' : 'duplicates'] += 1;
  }
  joinNameless(streets);
  const built = [...streets.values()].map(({ name, locality, on, houses }) => ({
    name,
    locality,
    position: middleOf(on),
    houses: [...houses.values()],
  }));
  return { streets: built, houses: built.reduce((sum, { houses }) => sum + houses.length, 0), ...counts };
};

interface Gathered {
  readonly name: string;
  readonly locality: string;
  readonly on: Position[];
  readonly houses: Map<string, House>;
}

/** Rows without a town belong to the street of that name that they lie in: extracts name the town at some houses only. */
const joinNameless = (streets: Map<string, Gathered>): void => {
  const named = new Map<string, Gathered[]>();
  for (const [key, street] of streets) {
    const name = key.slice(0, key.indexOf('|') + 1);
    if (street.locality !== '') named.set(name, [...(named.get(name) ?? []), street]);
  }
  for (const [key, { locality, on, houses }] of streets) {
    const middle = locality === '' && named.has(key) && middleOf(on);
    if (!middle) continue;
    const home = named.get(key)?.find((street) => street.on.some((at) => metresBetween(at, middle) < sameStreetMetres));
    if (!home) continue;
    home.on.push(...on);
    for (const [number, house] of houses) if (!home.houses.has(number)) home.houses.set(number, house);
    streets.delete(key);
  }
};

/** Points that rows of many different streets share. */
export const defaultPoints = (rows: readonly Pick<AddressRow, 'street' | 'position'>[]): ReadonlySet<string> => {
  const streetsAt = new Map<string, Set<string>>();
  for (const { street, position } of rows) {
    const key = pointKey(position);
    const streets = streetsAt.get(key) ?? new Set();
    streetsAt.set(key, streets.add(foldWords(street).join(' ')));
  }
  return new Set([...streetsAt].filter(([, streets]) => streets.size >= streetsAtDefaultPoint).map(([key]) => key));
};

/** To the metre. */
export const pointKey = ([longitude, latitude]: Position): string => `${longitude.toFixed(5)},${latitude.toFixed(5)}`;

/** The point of the street that is nearest to its mean, so that it lies on it. */
const middleOf = (points: readonly Position[]): Position => {
  const sum = points.reduce((all, [x, y]) => [all[0] + x, all[1] + y] as const, [0, 0] as const);
  const mean: Position = [sum[0] / points.length, sum[1] / points.length];
  return points.reduce(
    (best, one) => (metresBetween(one, mean) < metresBetween(best, mean) ? one : best),
    points[0] ?? mean,
  );
};
