import { describe, expect, test } from 'vitest';
import { boundsOf } from '../../../shared/geo/bounds-of.ts';
import { territoryOf } from '../../../shared/geo/territory-of.ts';
import { aSquare, aTerritory, boston } from '../../builders/a-territory.ts';
import { anId } from '../../builders/an-id.ts';

const west = aTerritory({ id: anId('territory'), name: 'West' });
const east = aTerritory({ id: anId('territory'), name: 'East', area: aSquare([boston[0] + 0.1, boston[1]]) });

describe('the territory of a point', () => {
  test('is the one that it lies in', () => {
    expect(territoryOf([boston[0] + 0.12, boston[1]], [west, east])?.name).toBe('East');
  });

  test('is none outside of all', () => {
    expect(territoryOf([2.35, 48.85], [west, east])).toBeUndefined();
  });

  test('on a common border is always the same one, in whatever order they come', () => {
    const border: [number, number] = [boston[0] + 0.05, boston[1]];
    expect(territoryOf(border, [west, east])?.name).toBe('West');
    expect(territoryOf(border, [east, west])?.name).toBe('West');
  });
});

describe('the bounds of territories', () => {
  test('hold all of them', () => {
    const [westEdge, south, eastEdge, north] = boundsOf([west, east]) ?? [0, 0, 0, 0];
    expect(westEdge).toBeCloseTo(boston[0] - 0.05);
    expect(eastEdge).toBeCloseTo(boston[0] + 0.15);
    expect(south).toBeCloseTo(boston[1] - 0.05);
    expect(north).toBeCloseTo(boston[1] + 0.05);
  });

  test('are none where there is no territory', () => {
    expect(boundsOf([])).toBeUndefined();
  });
});
