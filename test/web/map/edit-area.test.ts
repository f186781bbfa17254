import { describe, expect, test } from 'vitest';
import {
  areaOfDrawing,
  cornersOf,
  insertCorner,
  middlesOf,
  moveCorners,
  removeCorner,
} from '../../../web/map/edit-area.ts';
import { snap } from '../../../web/map/snap.ts';
import type { Area, Position } from '../../../shared/model/place.ts';

const square: Area = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ],
};
const two: Area = {
  type: 'MultiPolygon',
  coordinates: [
    square.coordinates,
    [
      [
        [9, 9],
        [10, 9],
        [10, 10],
        [9, 9],
      ],
    ],
  ],
};
const at = (index: number, part = 0) => ({ part, ring: 0, index });

describe('an area that is edited', () => {
  test('shows each corner once, in every part', () => {
    expect(cornersOf(two).map(({ position }) => position.join())).toEqual([
      '0,0',
      '4,0',
      '4,4',
      '0,4',
      '9,9',
      '10,9',
      '10,10',
    ]);
  });

  test('stays closed when its first corner moves', () => {
    expect(moveCorners(square, [0, 0], [-1, -1]).coordinates[0]).toEqual([
      [-1, -1],
      [4, 0],
      [4, 4],
      [0, 4],
      [-1, -1],
    ]);
  });

  test('is the same object where no corner lies at that place', () => {
    expect(moveCorners(square, [7, 7], [8, 8])).toBe(square);
  });

  test('gets a corner between two, in the part that was meant', () => {
    const middle = middlesOf(two).find(({ part, index }) => part === 1 && index === 0);
    expect(middle?.position).toEqual([9.5, 9]);
    expect(insertCorner(two, at(0, 1), [9.5, 8]).coordinates).toEqual([
      square.coordinates,
      [
        [
          [9, 9],
          [9.5, 8],
          [10, 9],
          [10, 10],
          [9, 9],
        ],
      ],
    ]);
  });

  test('loses a corner, its first one too, and never becomes less than a triangle', () => {
    const triangle = removeCorner(square, at(0));
    expect(triangle.coordinates[0]).toEqual([
      [4, 0],
      [4, 4],
      [0, 4],
      [4, 0],
    ]);
    expect(removeCorner(triangle, at(1)).coordinates).toEqual(triangle.coordinates);
  });

  test('comes of a drawing once it has three corners', () => {
    expect(
      areaOfDrawing([
        [0, 0],
        [1, 0],
      ]),
    ).toBeUndefined();
    expect(
      areaOfDrawing([
        [0, 0],
        [1, 0],
        [1, 1],
      ])?.coordinates[0],
    ).toHaveLength(4);
  });
});

describe('a dragged corner', () => {
  const project = ([x, y]: Position): [number, number] => [x * 100, y * 100];

  test('jumps to a neighbour’s corner before it jumps to his border', () => {
    expect(snap([4.05, 0.05], [square], project)).toEqual([4, 0]);
    expect(snap([4.05, 2], [square], project)).toEqual([4, 2]);
  });

  test('stays where it is put when nothing is near', () => {
    expect(snap([4.2, 2], [square], project)).toEqual([4.2, 2]);
  });

  test('is not held by the corner that it came from', () => {
    expect(snap([4.05, 0.05], [square], project, [[4, 0]])).toEqual([4.05, 0.05]);
  });
});
