import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAddressCsv } from '../../infra/local/addresses/read-address-csv.ts';
import { readAddressOsm } from '../../infra/local/addresses/read-address-osm.ts';
import { sendGazetteer } from '../../infra/local/addresses/send-gazetteer.ts';
import { buildStreets } from '../../shared/geo/gazetteer/build-streets.ts';
import { openGazetteer } from '../../shared/geo/gazetteer/gazetteer.ts';
import { unpackStreets } from '../../shared/geo/gazetteer/pack-streets.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldline-addresses-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const csv = async (text: string) => {
  const file = join(folder, 'addresses.csv');
  await writeFile(file, text);
  return readAddressCsv(file);
};

describe('addresses of a CSV file', () => {
  test('are read by the column names of OpenAddresses; rows without street or place are counted', async () => {
    const text =
      'LON,LAT,NUMBER,STREET,CITY\n-71.06,42.35,5,Tremont St,Boston\n,,7,Lost St,Boston\n-71,42,1,,Boston\n0,0,2,Null St,Sea\n';
    expect(await csv(text)).toEqual({
      rows: [{ street: 'Tremont St', locality: 'Boston', number: '5', position: [-71.06, 42.35] }],
      skipped: 3,
    });
  });

  test('without a column for the street are refused with the names that it may have', async () => {
    await expect(csv('lon,lat,way\n1,2,x\n')).rejects.toThrow('no column for street: it may be named street,');
  });
});

test('a list is sent in pages below the limit and then taken over', async () => {
  const streets = Array.from({ length: 9000 }, (_, i) => ({
    name: `Street number ${i} of a long name`,
    locality: 'Boston',
    position: [-71, 42] as [number, number],
    houses: [],
  }));
  const asked: { path: string; body: unknown }[] = [];
  const ask = async (_method: string, path: string, body?: unknown) => void asked.push({ path, body });
  const pages = await sendGazetteer(ask, { name: 'city', attribution: 'City', streets, houses: 0 });
  expect(pages).toBeGreaterThan(1);
  expect(asked).toHaveLength(pages + 1);
  const sent = asked.slice(0, -1).flatMap(({ body }) => unpackStreets((body as { streets: string }).streets));
  expect(sent).toEqual(streets);
  expect(asked.at(-1)).toMatchObject({ path: '/v1/gazetteer/city', body: { pages, streets: 9000 } });
});

test('address points and street names of an OpenStreetMap extract can be searched', ({ skip }) => {
  const extract = '../shared/data/roads/sf-downtown.osm.pbf';
  if (!existsSync(extract)) return skip(`${extract} is not here`);
  const built = buildStreets(readAddressOsm(extract).rows);
  expect(built.houses).toBeGreaterThan(500);
  const [found] = openGazetteer(built.streets).search('Montgomrey Street', 3);
  expect(found?.street.name).toBe('Montgomery Street');
});
