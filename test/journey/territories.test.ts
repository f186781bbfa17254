import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askAs } from './ask-as.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, type People } from './people.ts';

// Territories by keys alone: drawn, told where they overlap or leave a gap, moved by their corners, split, taken out and in as GeoJSON.

let people: People;
let manager: Page;
const press = (key: string) => manager.keyboard.press(key);
const button = (name: string) => manager.getByRole('button', { name, exact: true });
const choose = async (name: string) => {
  await button(name).focus();
  await press('Enter');
};
const cornerNumber = (number: number) => manager.getByRole('button', { name: `Corner ${number}.` });
const territories = async (): Promise<{ id: string; name: string; area: { coordinates: number[][][] } }[]> =>
  (await askAs(people.fieldline, 'manager')('/territories')).body.items;
const settled = () => manager.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
/** Carries the map under the cross, as a hand at the arrow keys does. */
const carry = async (...keys: readonly string[]) => {
  for (const key of keys) {
    await press(key);
    await settled();
  }
};
const openView = async () => {
  await manager.goto(`${people.fieldline.url}/dispatch/?view=territories`);
  await manager.locator('canvas').waitFor();
  await manager.getByRole('table').waitFor();
  await settled();
};
const look = (state: string) => lookInBoth(manager, { name: `console-territories-${state}`, narrowest: 1024 });

beforeAll(async () => {
  people = await gatherPeople();
  manager = await people.signIn('/dispatch/', 'Miles Oduya', { ...desk, reducedMotion: 'reduce' });
  await manager.getByRole('combobox').first().waitFor();
  await openView();
});
afterAll(() => people?.leave());
afterEach(() => expect(people.complaints).toEqual([]));

describe('Territories', () => {
  it('stand with load, people, shape and borders', async () => {
    await manager.getByRole('heading', { name: 'Borders' }).waitFor();
    expect(await look('list')).toEqual([]);
  });

  it('are drawn by keys: the map goes under the cross, Space sets a corner, Enter closes', async () => {
    await choose('Draw a territory');
    await manager.getByText('Click its corners on the map', { exact: false }).waitFor();
    const canvas = manager.locator('canvas');
    await canvas.focus();
    await press(' ');
    await carry('ArrowRight');
    await press(' ');
    await carry('ArrowDown');
    await press(' ');
    await manager.getByText('3 corners.', { exact: false }).waitFor();
    expect(await look('drawing')).toEqual([]);
    await canvas.focus();
    await press('Enter');
    await manager.getByRole('group', { name: 'Corners of the area' }).waitFor();
    expect(await look('draft')).toEqual([]);
  });

  it('are told where they overlap, while they are drawn', async () => {
    await manager.getByLabel(/^Name/).fill('Harbour');
    await manager
      .getByText(/Harbour.* overlap on|overlap on .*Harbour/)
      .first()
      .waitFor();
  });

  it('move by their corners with the arrow keys, and each move is taken back', async () => {
    // From one corner to the next: that stays the same where the whole map shifts.
    const apart = async () => {
      const [first, second] = await Promise.all([cornerNumber(1).boundingBox(), cornerNumber(2).boundingBox()]);
      return Math.round((second?.x ?? NaN) - (first?.x ?? NaN));
    };
    const before = await apart();
    await cornerNumber(1).focus();
    await press('Shift+ArrowLeft');
    await expect.poll(apart).toBeGreaterThan(before + 20);
    await choose('Undo');
    await expect.poll(apart).toBe(before);
  });

  it('are saved under their name', async () => {
    await choose('Save');
    await manager.getByText('Harbour is saved').waitFor();
    expect((await territories()).map(({ name }) => name)).toContain('Harbour');
  });
});

describe('A territory that has grown too large', () => {
  it('is split along a line, and both parts are kept with one border', async () => {
    await choose('Harbour');
    await choose('Change');
    await choose('Split');
    const canvas = manager.locator('canvas');
    await canvas.focus();
    // From where the view shows it whole: through its middle, from top to bottom.
    await carry('ArrowUp');
    await press(' ');
    await carry('ArrowDown', 'ArrowDown');
    await press(' ');
    await manager.getByText('2 places.', { exact: false }).waitFor();
    await choose('Split along the line');
    await manager.getByLabel('Name of the part that was split off').fill('Harbour East');
    expect(await look('split')).toEqual([]);
    await choose('Save');
    await manager.getByText('Harbour is saved').first().waitFor();
    const names = (await territories()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Harbour', 'Harbour East']));
    await manager.getByRole('table').waitFor();
    expect(await manager.getByText(/^Harbour and Harbour East overlap/).count()).toBe(0);
  });
});

describe('A file of areas', () => {
  let exported: string;

  it('goes out as GeoJSON', async () => {
    const download = manager.waitForEvent('download');
    await choose('Export GeoJSON');
    exported = await readFile(await (await download).path(), 'utf8');
    expect(JSON.parse(exported).features.length).toBe((await territories()).length);
  });

  it('comes in with what was mended, and a gap that it leaves is told and shown', async () => {
    const [first] = await territories();
    const [west = 0, , , north = 0] = boundsOf(await territories());
    const open = [
      [west, north + 0.001],
      [west + 0.02, north + 0.001],
      [west + 0.02, north + 0.02],
      [west, north + 0.02],
    ];
    const beside = open.map(([x = 0, y = 0]) => [x + 0.0215, y]);
    const feature = (name: string, coordinates: unknown) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Polygon', coordinates },
    });
    const file = {
      type: 'FeatureCollection',
      features: [feature('North shore', [open]), feature('North beach', [beside]), feature('A road', [])],
    };
    await manager.getByLabel('Import GeoJSON').setInputFiles({
      name: 'areas.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
    await manager.getByRole('heading', { name: 'Import from areas.geojson' }).waitFor();
    await manager.getByText('ring closed').first().waitFor();
    expect(await look('import')).toEqual([]);
    await choose('Take over 2 areas');
    await manager.getByText(/A strip of .* between two borders lies in nobody’s territory/).waitFor();
    await manager.getByText('Between North shore and North beach', { exact: false }).waitFor();
    await manager.getByRole('button', { name: 'Show on the map' }).first().press('Enter');
    expect(await look('gap')).toEqual([]);
    expect(first).toBeDefined();
  });
});

describe('By pointer', () => {
  it('are drawn by clicks as well: each sets a corner, one on the first closes', async () => {
    await button('Draw a territory').click();
    await manager.getByText('Click its corners on the map', { exact: false }).waitFor();
    await settled();
    const box = await manager.locator('canvas').boundingBox();
    if (!box) throw new Error('the map is in sight');
    const click = (right: number, down: number) =>
      manager.mouse.click(box.x + box.width / 2 + right, box.y + box.height / 2 + down);
    await click(-90, -60);
    await manager.getByText('1 corner.', { exact: false }).waitFor();
    await click(90, -60);
    await manager.getByText('2 corners.', { exact: false }).waitFor();
    await click(0, 90);
    await manager.getByText('3 corners.', { exact: false }).waitFor();
    await click(-90, -60);
    await manager.getByRole('group', { name: 'Corners of the area' }).waitFor();
    await cornerNumber(3).waitFor();
  });
});

const boundsOf = (list: readonly { area: { coordinates: number[][][] } }[]): number[] => {
  const all = list.flatMap(({ area }) => area.coordinates.flat());
  const [xs, ys] = [all.map(([x = 0]) => x), all.map(([, y = 0]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};
