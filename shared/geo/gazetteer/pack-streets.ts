import type { Position } from '../../model/place.ts';
import type { House, Street } from './street.ts';

/** 1.1 m: what an address point is worth. */
const steps = 1e5;

/** Streets as text, a line each: name, locality, place, then houses by their distance from it in hundred-thousandths of a degree. */
export const packStreets = (streets: readonly Street[]): string => streets.map(packStreet).join('\n');

const packStreet = ({ name, locality, position, houses }: Street): string => {
  const [x, y] = steppedOf(position);
  const near = houses.map((house) => {
    const [houseX, houseY] = steppedOf(house.position);
    return `${clean(house.number)},${houseX - x},${houseY - y}`;
  });
  return [clean(name), clean(locality), `${x},${y}`, ...near].join('\t');
};

/** Reads what packStreets wrote; lines that it did not write are left out. */
export const unpackStreets = (text: string): Street[] => text.split('\n').flatMap((line) => unpackStreet(line) ?? []);

const unpackStreet = (line: string): Street | undefined => {
  const [name, locality, at, ...near] = line.split('\t');
  const [x = NaN, y = NaN] = (at ?? '').split(',').map(Number);
  if (!name || locality === undefined || Number.isNaN(x + y)) return undefined;
  const houses = near.map((one): House => {
    const [number = '', dx, dy] = one.split(',');
    return { number, position: positionOf(x + Number(dx), y + Number(dy)) };
  });
  return { name, locality, position: positionOf(x, y), houses };
};

const steppedOf = ([longitude, latitude]: Position): [number, number] => [
  Math.round(longitude * steps),
  Math.round(latitude * steps),
];
const positionOf = (x: number, y: number): Position => [x / steps, y / steps];
const clean = (text: string): string => text.replaceAll(/[\t\n\r,]+/g, ' ').trim();
