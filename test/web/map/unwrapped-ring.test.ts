import { describe, expect, test } from 'vitest';
import { unwrappedRing } from '../../../web/map/unwrapped-ring.ts';

describe('a coast', () => {
  test('that crosses the date line runs on beyond it instead of around the world', () => {
    const chukotka = [
      [170, 60],
      [179, 65],
      [-175, 66],
      [179, 70],
      [170, 60],
    ];
    expect(unwrappedRing(chukotka)).toEqual([
      [170, 60],
      [179, 65],
      [185, 66],
      [179, 70],
      [170, 60],
    ]);
  });

  test('that begins beyond the date line lies where most of it is', () => {
    const chukotka = [
      [-175, 66],
      [179, 70],
      [100, 60],
      [179, 65],
      [-175, 66],
    ];
    expect(unwrappedRing(chukotka)[2]).toEqual([100, 60]);
  });

  test('around a pole is closed along the end of the map', () => {
    const antarctica = [
      [-180, -78],
      [-90, -73],
      [0, -70],
      [90, -66],
      [180, -78],
      [-180, -78],
    ];
    const ring = unwrappedRing(antarctica);
    expect(ring.at(-3)?.[1]).toBe(-85.06);
    expect(ring.at(-1)).toEqual(ring[0]);
    const longest = Math.max(...ring.slice(1, -3).map(([x = 0], i) => Math.abs(x - (ring[i]?.[0] ?? 0))));
    expect(longest).toBeLessThanOrEqual(90);
  });

  test('elsewhere stays as it is', () => {
    const island = [
      [10, 10],
      [12, 10],
      [12, 12],
      [10, 10],
    ];
    expect(unwrappedRing(island)).toEqual(island);
  });
});
