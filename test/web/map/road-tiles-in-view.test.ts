import { describe, expect, test } from 'vitest';
import { roadTilesInView } from '../../../web/map/road-tiles-in-view.ts';

describe('the squares of roads that a view needs', () => {
  test('cover it, of the next lower zoom that has roads of its own', () => {
    // Porto, by the slippy map formula of the OpenStreetMap wiki.
    expect(roadTilesInView([-8.62, 41.14, -8.6, 41.16], 13.9)).toEqual([
      { zoom: 12, x: 1949, y: 1533 },
      { zoom: 12, x: 1950, y: 1533 },
    ]);
  });

  test('are none from so far out that no road would be seen', () => {
    expect(roadTilesInView([-20, 30, 10, 50], 4)).toEqual([]);
  });

  test('go on at the other side of the date line', () => {
    const columns = roadTilesInView([179.9, -17, 180.1, -16.9], 10).map(({ x }) => x);
    expect(new Set(columns)).toEqual(new Set([1023, 0]));
  });

  test('are bounded however large the screen is', () => {
    expect(roadTilesInView([-180, -80, 180, 80], 14).length).toBeLessThanOrEqual(30);
  });
});
