import { describe, expect, test } from 'vitest';
import { readTerritories, writeTerritories } from '../../../../shared/geo/territory/territory-geojson.ts';
import { aSquare, aTerritory, boston } from '../../../builders/a-territory.ts';

const area = aSquare(boston);

describe('territories in GeoJSON', () => {
  test('come back as they were written', () => {
    const territory = aTerritory();
    const read = readTerritories(writeTerritories([territory]));
    expect(read).toEqual({
      ok: true,
      features: [{ ok: true, name: territory.name, id: territory.id, area: territory.area, repairs: [] }],
    });
  });

  test('are read from a feature and from a bare geometry too', () => {
    const feature = { type: 'Feature', properties: { NAME: ' Harbour ' }, geometry: area };
    const [named, bare] = [feature, area].map((one) => readTerritories(JSON.stringify(one)));
    expect(named).toMatchObject({ ok: true, features: [{ ok: true, name: 'Harbour', area }] });
    expect(bare).toMatchObject({ ok: true, features: [{ ok: true, name: '1', area }] });
  });

  test('that cannot be taken over are named with the reason, beside those that can', () => {
    const point = { type: 'Feature', properties: { name: 'Depot' }, geometry: { type: 'Point', coordinates: boston } };
    const good = { type: 'Feature', properties: { name: 'North' }, geometry: area };
    const read = readTerritories(JSON.stringify({ type: 'FeatureCollection', features: [point, good] }));
    expect(read).toMatchObject({
      ok: true,
      features: [
        { ok: false, name: 'Depot', reason: 'no-area' },
        { ok: true, name: 'North' },
      ],
    });
  });

  test.each([
    ['no JSON', '{', 'no-json'],
    ['other JSON', '{"type":"Topology"}', 'no-geojson'],
    ['an empty collection', '{"type":"FeatureCollection","features":[]}', 'no-features'],
  ])('refuses %s', (_what, text, reason) => {
    expect(readTerritories(text)).toEqual({ ok: false, reason });
  });
});
