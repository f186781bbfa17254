import { describe, expect, test } from 'vitest';
import { areaFigures } from '../../../../shared/geo/area-figures.ts';
import { splitArea } from '../../../../shared/geo/territory/split-area.ts';
import { territoryGaps } from '../../../../shared/geo/territory/territory-gaps.ts';
import { territoryOverlaps } from '../../../../shared/geo/territory/territory-overlaps.ts';
import { area, type Position } from '../../../../shared/model/place.ts';
import { aSquare, boston } from '../../../builders/a-territory.ts';

const square = aSquare(boston);
const at = (east: number, north: number): Position => [boston[0] + east, boston[1] + north];
const sizeOf = (one: Parameters<typeof areaFigures>[0]) => areaFigures(one).squareMetres;

describe('an area that a line cuts', () => {
  test.each([
    ['straight through', [at(0.01, -0.1), at(0.01, 0.1)]],
    ['from the other end', [at(0.01, 0.1), at(0.01, -0.1)]],
    ['by two places within it: the line goes on at both ends', [at(0.01, -0.01), at(0.01, 0.02)]],
    ['around a bend', [at(-0.1, 0.02), at(0, 0.02), at(0.01, -0.1)]],
    ['from corner to corner', [at(-0.05, -0.05), at(0.05, 0.05)]],
  ])('is two, larger first, that share a border and lose nothing: %s', (_, line) => {
    const split = splitArea(square, line);
    if (!split.ok) throw new Error(split.reason);
    const { larger, smaller } = split;
    expect(sizeOf(larger)).toBeGreaterThanOrEqual(sizeOf(smaller) * 0.999);
    expect(sizeOf(larger) + sizeOf(smaller)).toBeCloseTo(sizeOf(square), -3);
    const both = [
      { id: 'a', area: area.parse(larger) },
      { id: 'b', area: area.parse(smaller) },
    ];
    expect([...territoryGaps(both), ...territoryOverlaps(both)]).toEqual([]);
  });

  test('keeps its holes and its parts', () => {
    const [ring = []] = aSquare(boston, 0.01).coordinates;
    const withHole = { ...square, coordinates: [...square.coordinates, ring.toReversed()] };
    const split = splitArea(withHole, [at(0, -0.1), at(0, 0.1)]);
    if (!split.ok) throw new Error(split.reason);
    expect(sizeOf(split.larger) + sizeOf(split.smaller)).toBeCloseTo(sizeOf(withHole), -3);
  });

  test('stays whole, with the reason, where the line passes it by, is no line, or crosses itself', () => {
    expect(splitArea(square, [at(0.2, -0.1), at(0.2, 0.1)])).toEqual({ ok: false, reason: 'line-misses' });
    expect(splitArea(square, [at(0, 0), at(0, 0)])).toEqual({ ok: false, reason: 'line-misses' });
    const knot = [at(-0.1, 0), at(0.02, 0), at(0.02, 0.02), at(0, 0.02), at(0, -0.1)];
    expect(splitArea(square, knot)).toEqual({ ok: false, reason: 'line-crosses-itself' });
  });
});
