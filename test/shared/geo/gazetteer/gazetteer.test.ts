import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressText } from '../../../../shared/geo/gazetteer/address-text.ts';
import { buildStreets, type AddressRow } from '../../../../shared/geo/gazetteer/build-streets.ts';
import { openGazetteer } from '../../../../shared/geo/gazetteer/gazetteer.ts';
import { packStreets, unpackStreets } from '../../../../shared/geo/gazetteer/pack-streets.ts';
import { splitAddress } from '../../../../shared/geo/gazetteer/split-address.ts';
import type { Position } from '../../../../shared/model/place.ts';

const row = (street: string, number: string | undefined, position: Position, locality = 'Boston'): AddressRow => ({
  street,
  number,
  locality,
  position,
});
const rows = [
  row('North Street', '12', [-71.055, 42.361]),
  row('North Street', '14', [-71.0548, 42.3612]),
  row('North Street', '12', [-71.2, 42.3], 'Newton'),
  row('Massachusetts Avenue', '100', [-71.08, 42.34]),
  row('Rua de Santa Catarina', '112', [-8.606, 41.147], 'Porto'),
  row('中山路', '8', [121.47, 31.23], '上海'),
  row('Harvard Street', undefined, [-71.12, 42.34], 'Brookline'),
];
const gazetteer = openGazetteer(buildStreets(rows).streets);
const first = (text: string, near?: Position) => gazetteer.search(text, 5, near).map(addressText)[0];

describe('an address that is typed', () => {
  test.each([
    ['as it is written', '12 North Street, Boston', '12 North Street, Boston'],
    ['with short forms', '14 north st', '14 North Street, Boston'],
    ['to its middle', '100 massach', '100 Massachusetts Avenue, Boston'],
    ['with a letter wrong', '100 Masachusetts Ave', '100 Massachusetts Avenue, Boston'],
    ['with letters swapped', '12 Nroth Street Boston', '12 North Street, Boston'],
    ['without accents', 'rua de santa catarina 112', 'Rua de Santa Catarina 112, Porto'],
    ['with a typo on the way', 'santa catrina 112', 'Rua de Santa Catarina 112, Porto'],
    ['in Chinese', '中山路 8', '中山路 8, 上海'],
    ['with a number that is not known', '77 Harvard Street', 'Harvard Street, Brookline'],
  ])('%s is found', (_how, text, found) => {
    expect(first(text)).toBe(found);
  });

  test('means the nearer of two of one name', () => {
    expect(first('12 North Street', [-71.05, 42.36])).toBe('12 North Street, Boston');
    expect(first('12 North Street', [-71.2, 42.31])).toBe('12 North Street, Newton');
  });

  test('means the town that is written, however far', () => {
    expect(first('12 North Street Newton', [-71.05, 42.36])).toBe('12 North Street, Newton');
  });

  test('finds nothing for words of no address here', () => {
    expect(gazetteer.search('Champs Elysees', 5)).toEqual([]);
    expect(gazetteer.search('', 5)).toEqual([]);
  });
});

describe('a house number', () => {
  test('is read before or after the street, and never out of a numbered street or a postcode', () => {
    expect(splitAddress('12a North St')).toEqual({ words: ['north', 'street'], number: '12a' });
    expect(splitAddress('Hauptstraße 7')).toEqual({ words: ['hauptstrasse'], number: '7' });
    expect(splitAddress('5th Avenue')).toMatchObject({ number: undefined });
    expect(splitAddress('02115 Boston')).toMatchObject({ number: undefined });
  });
});

describe('a place on the map', () => {
  test('has the nearest house, else the street, else no address', () => {
    const textAt = (position: Position) => {
      const found = gazetteer.reverse(position);
      return found && addressText(found);
    };
    expect(textAt([-71.0549, 42.36118])).toBe('14 North Street, Boston');
    expect(textAt([-71.1205, 42.3405])).toBe('Harvard Street, Brookline');
    expect(textAt([-70, 42])).toBeUndefined();
  });
});

describe('a gazetteer that is built', () => {
  test('tells repeats from contradictions and leaves points out that stand for no place', () => {
    const cityHall: Position = [-71.0587, 42.3594];
    const defaults = ['A', 'B', 'C', 'D', 'E'].map((street) => row(`${street} Street`, '1', cityHall));
    const built = buildStreets([
      ...rows,
      row('north street', '12', [-71.0551, 42.361]),
      row('North Street', '14', [-71.07, 42.37]),
      ...defaults,
    ]);
    expect(built).toMatchObject({ duplicates: 1, contradictions: 1, atDefaultPoints: 5, houses: 6 });
    expect(built.streets.map(({ name }) => name)).not.toContain('A Street');
  });

  test('gives houses without a town to the street that they lie in, and not to one far away', () => {
    const near = { ...row('North Street', '16', [-71.0546, 42.3614]), locality: '' };
    const far = { ...row('North Street', '99', [-70, 43]), locality: '' };
    const { streets } = buildStreets([...rows, near, far]);
    const numbers = (locality: string) =>
      streets
        .filter((one) => one.name === 'North Street' && one.locality === locality)
        .flatMap(({ houses }) => houses.map(({ number }) => number));
    expect(numbers('Boston')).toEqual(['12', '14']);
    expect(numbers('')).toEqual(['16', '99']);
    expect(buildStreets([...rows, near]).streets.find(({ locality }) => locality === 'Boston')?.houses).toHaveLength(3);
  });

  test('comes out of its packing as it went in, to the metre', () => {
    const { streets } = buildStreets(rows);
    expect(unpackStreets(packStreets(streets))).toEqual(streets);
    const degrees = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((value) => value / 1e5);
    fc.assert(
      fc.property(fc.string(), degrees(180), degrees(90), (name, x, y) => {
        const street = { name: `x${name.trim()}`, locality: '', position: [x, y] as Position, houses: [] };
        const [back] = unpackStreets(packStreets([street]));
        expect(back?.position[0]).toBeCloseTo(x, 5);
        expect(back?.position[1]).toBeCloseTo(y, 5);
      }),
    );
  });
});
