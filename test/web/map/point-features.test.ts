import { describe, expect, it } from 'vitest';
import { markName, markOf } from '../../../web/map/mark.ts';
import { createPointFeatures, type MapPoint } from '../../../web/map/point-features.ts';

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
