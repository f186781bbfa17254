import { describe, expect, it } from 'vitest';
import { markName, markOf } from '../../../web/map/mark.ts';
import { createPointFeatures, type MapPoint } from '../../../web/map/point-features.ts';
import { sharesOf } from '../../../web/map/shares-of.ts';

const aPoint = (changes: Partial<MapPoint> = {}): MapPoint => ({
  id: 'one',
  position: [-71.06, 42.36],
  mark: { shape: 'person', tone: 'moving', text: 'AB', selected: false },
  ...changes,
});

describe('Points on the map', () => {
  it('keep their feature while nothing about them changes, so that only changes travel to the map', () => {
    const toFeatures = createPointFeatures();
    const [before] = toFeatures([aPoint()]);
    expect(toFeatures([aPoint()])[0]).toBe(before);
    expect(toFeatures([aPoint({ position: [-71.05, 42.36] })])[0]).not.toBe(before);
  });

  it('carry an arrow only when it is known where they head', () => {
    const [still, moving] = createPointFeatures()([aPoint(), aPoint({ id: 'two', heading: 90 })]);
    expect(still?.properties).not.toHaveProperty('heading');
    expect(moving?.properties).toMatchObject({ heading: 90, headingIcon: expect.stringContaining('heading') });
  });

  it('name their mark so that it can be painted when first asked for', () => {
    const mark = aPoint().mark;
    expect(markOf(markName(mark))).toEqual(mark);
    expect(markOf('airport-15')).toBeUndefined();
  });
});

describe('A crowd on the map', () => {
  const everybody = Array.from({ length: 2000 }, (_, i) => aPoint({ id: `te_01J${String(i).padStart(23, '0')}` }));
  const shareWith = (points: readonly MapPoint[], id: string) =>
    sharesOf(points).findIndex((share) => share.some((one) => one.id === id));

  it('is dealt evenly, each once', () => {
    const sizes = sharesOf(everybody).map(({ length }) => length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(everybody.length);
    expect(Math.max(...sizes)).toBeLessThan(1.5 * Math.min(...sizes));
  });

  it('leaves everybody in his share when others go', () => {
    const last = everybody.at(-1)?.id ?? '';
    expect(shareWith(everybody.slice(1000), last)).toBe(shareWith(everybody, last));
  });
});
