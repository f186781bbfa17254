import { describe, expect, test } from 'vitest';
import { borderChecks } from '../../../web/dispatch/territories/border-checks.ts';
import { importItems } from '../../../web/dispatch/territories/import-items.ts';
import { en as reachEnglish } from '../../../web/dispatch/map/reach/messages/en.ts';
import { zh as reachChinese } from '../../../web/dispatch/map/reach/messages/zh.ts';
import { en } from '../../../web/dispatch/territories/messages/en.ts';
import { zh } from '../../../web/dispatch/territories/messages/zh.ts';
import { draftOf, shownAreas, withCornerMoved, withCut } from '../../../web/dispatch/territories/territory-draft.ts';
import { boundsOf } from '../../../shared/geo/bounds-of.ts';
import { readTerritories, writeTerritories } from '../../../shared/geo/territory/territory-geojson.ts';
import type { Position } from '../../../shared/model/place.ts';
import { aSquare, aTerritory } from '../../builders/a-territory.ts';
import { anId } from '../../builders/an-id.ts';

const west = aTerritory({ id: anId('territory'), name: 'West', area: aSquare([10.5, 10.5], 0.5) });
const east = aTerritory({ id: anId('territory'), name: 'East', area: aSquare([11.5, 10.5], 0.5) });
const common: Position = [11, 11];

describe('a territory that is changed', () => {
  test('takes its neighbours’ common corner along', () => {
    const draft = withCornerMoved(draftOf(west), [common, [11.1, 11.2]], [west, east], true);
    expect(JSON.stringify(draft.area)).toContain('[11.1,11.2]');
    expect([...draft.neighbours.keys()]).toEqual([east.id]);
    expect(JSON.stringify(draft.neighbours.get(east.id))).toContain('[11.1,11.2]');
  });

  test('leaves them where they are when that is not wanted', () => {
    const draft = withCornerMoved(draftOf(west), [common, [11.1, 11.2]], [west, east], false);
    expect(draft.neighbours.size).toBe(0);
  });
});

describe('a territory that is cut in two', () => {
  const cutAt = (longitude: number) => ({
    ...draftOf(west),
    cut: [
      [longitude, 9],
      [longitude, 12],
    ] satisfies Position[],
  });

  test('keeps the larger piece; the smaller is a part with a name, and both are shown', () => {
    const cut = withCut(cutAt(10.8), 'West 2');
    if (!cut.ok) throw new Error(cut.reason);
    expect(boundsOf([{ area: cut.draft.area ?? west.area }])).toEqual([10, 10, 10.8, 11]);
    expect(cut.draft.part?.name).toBe('West 2');
    expect(shownAreas(cut.draft, [west, east]).map(({ name }) => name)).toEqual(['East', 'West', 'West 2']);
  });

  test('moves the corners of the new border in both', () => {
    const cut = withCut(cutAt(10.8), 'West 2');
    if (!cut.ok) throw new Error(cut.reason);
    const { area, part } = withCornerMoved(
      cut.draft,
      [
        [10.8, 11],
        [10.7, 11],
      ],
      [west, east],
      false,
    );
    expect(JSON.stringify([area, part]).match(/10\.7,11/g)?.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify([area, part])).not.toContain('10.8,11');
  });

  test('is younger than what both hold with others: that stays with the others until it is saved', () => {
    const cut = withCut(cutAt(10.8), 'West 2');
    if (!cut.ok) throw new Error(cut.reason);
    const { part } = cut.draft;
    const [overlap] = borderChecks(
      shownAreas({ ...cut.draft, part: part && { ...part, area: east.area } }, [west, east]),
    );
    expect(overlap?.territoryIds[0]).toBe(east.id);
  });

  test('is left whole where the line misses it', () => {
    expect(withCut(cutAt(13), 'West 2')).toEqual({ ok: false, reason: 'line-misses' });
  });
});

describe('a file that is imported', () => {
  test('changes the territory of the same id, else of the same name, and adds the others', () => {
    const file = readTerritories(
      writeTerritories([
        { ...west, name: 'Renamed' },
        { ...east, id: anId('territory'), name: 'EAST' },
        { ...east, id: anId('territory'), name: 'North' },
      ]),
    );
    expect(importItems(file, [west, east]).map((item) => item.ok && item.same?.name)).toEqual([
      'West',
      'East',
      undefined,
    ]);
  });
});

describe.each([
  ['territories', en, zh],
  ['reach in time', reachEnglish, reachChinese],
])('every sentence about %s', (_view, english: Record<string, string>, chinese: Record<string, string>) => {
  const namesIn = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

  test('names the same things in both languages', () => {
    const unlike = Object.entries(english).filter(
      ([key, text]) => namesIn(text).join() !== namesIn(chinese[key]).join(),
    );
    expect(unlike).toEqual([]);
  });

  test('is said in Chinese', () => {
    const left = Object.entries(chinese).filter(([, text]) => !/\p{Script=Han}/u.test(text.replaceAll(/\{\w+\}/g, '')));
    expect(left).toEqual([]);
  });
});
