import { expect, test } from 'vitest';
import { nearestStreetName } from '../../../../shared/geo/road-map/nearest-street-name.ts';
import type { Position } from '../../../../shared/model/place.ts';
import { aRoadSource, aRoadWay, builtRoads } from '../../../builders/a-road-source.ts';

/** A named street with a nameless lane a hundred metres north of it. */
const corners: Position[] = [
  [-8.61, 41.15],
  [-8.6, 41.15],
  [-8.6, 41.1509],
  [-8.61, 41.1509],
];
const { network } = builtRoads(
  aRoadSource(corners, [aRoadWay(1, [0, 1], { name: 'Rua do Almada' }), aRoadWay(2, [1, 2, 3, 0], { name: '' })]),
);

test('a place is named by the nearest road that has a name', () => {
  const found = nearestStreetName(network, [-8.605, 41.1507]);
  expect(found).toMatchObject({ name: 'Rua do Almada' });
  expect(found?.metres).toBeCloseTo(78, 0);
  expect(found?.position[1]).toBeCloseTo(41.15, 6);
});

test('a place far from every named road has no name', () => {
  expect(nearestStreetName(network, [-8.605, 41.153])).toBeUndefined();
});
