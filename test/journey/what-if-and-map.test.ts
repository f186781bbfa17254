import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askAs } from './ask-as.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, type People } from './people.ts';

// Trying things out in a copy of the day, and what the map shows beside the day's work.

const day = '2026-05-12';
const still = { reducedMotion: 'reduce' } as const;
/** 1440 at 400 %. */
const zoomedWidth = 360;

let people: People;
let dispatcher: Page;
let territory: string;

beforeAll(async () => {
  people = await gatherPeople();
  const { body } = await askAs(people.fieldline, 'dispatcher')('/territories');
  territory = body.items.find(({ name }: { name: string }) => name === 'Downtown & North').id;
  dispatcher = await people.signIn('/dispatch/', 'Dora Lindgren', { ...desk, ...still });
  await dispatcher.goto(`${people.fieldline.url}/dispatch/?territory=${territory}`);
  await dispatcher.locator('canvas').first().waitFor();
});
afterAll(() => people?.leave());
afterEach(() => expect(people.complaints).toEqual([]));

const board = async () => {
  const { body } = await askAs(people.fieldline, 'dispatcher')(`/territories/${territory}/days/${day}/board`);
  return body;
};
describe('What if', () => {
  it('plans a copy of the day by keys alone, compares it, and leaves the board as it is until it is applied; at 400 % too', async () => {
    const before = await board();
    await dispatcher.getByRole('button', { name: 'What if…' }).press('Enter');
    const dialog = dispatcher.getByRole('dialog');
    await dialog.getByLabel('Change', { exact: true }).selectOption('technician');
    await dialog.getByLabel('With the skills, shift and van of').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Add' }).press('Enter');
    await dialog.getByText('One more like').first().waitFor();
    await dialog.getByRole('button', { name: 'Plan the copy' }).press('Enter');
    await dialog.getByRole('row', { name: /Driving/ }).waitFor({ timeout: 60_000 });
    expect((await board()).appointments).toEqual(before.appointments);
    expect(await lookInBoth(dispatcher, { name: 'console-what-if', narrowest: zoomedWidth })).toEqual([]);
  });

  it('applies the copy by the usual moves, which Z takes back', async () => {
    const waiting = (await board()).backlogTotal;
    await dispatcher.getByRole('button', { name: /Apply \d+ move/ }).press('Enter');
    await dispatcher.getByText('What-if applied').first().waitFor({ timeout: 30_000 });
    expect((await board()).backlogTotal).toBeLessThan(waiting);
    await dispatcher.keyboard.press('z');
    await expect.poll(async () => (await board()).backlogTotal, { timeout: 30_000 }).toBe(waiting);
  });

  it('is forgotten by Escape', async () => {
    await dispatcher.getByRole('button', { name: 'What if…' }).click();
    await dispatcher.getByRole('dialog').waitFor();
    await dispatcher.keyboard.press('Escape');
    await dispatcher.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('The map', () => {
  it('shows demand, routes, stock, machines and geofences as layers, told in words as well', async () => {
    await dispatcher.getByRole('button', { name: 'Layers' }).press('Enter');
    for (const layer of ['Demand as heat', 'Routes of all', 'Stock places', 'Machines', 'Where somebody counts']) {
      await dispatcher.getByLabel(layer).check();
    }
    await dispatcher.getByText(/open appointments, .* of work/).waitFor();
    expect(await lookInBoth(dispatcher, { name: 'console-map-layers', narrowest: 1280 })).toEqual([]);
  });

  it('remembers its layers on this device', async () => {
    await dispatcher.reload();
    await dispatcher.locator('canvas').first().waitFor();
    await dispatcher.getByRole('button', { name: 'Layers' }).click();
    expect(await dispatcher.getByLabel('Demand as heat').isChecked()).toBe(true);
  });

  it('measures a way and an area by keys', async () => {
    await dispatcher.getByRole('button', { name: 'Measure' }).press('Enter');
    await dispatcher.keyboard.press(' ');
    for (const key of ['ArrowRight', 'ArrowDown']) {
      await dispatcher.keyboard.press(key);
      await dispatcher.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      await dispatcher.keyboard.press(' ');
    }
    await dispatcher.getByText(/area .* km²/).waitFor();
    expect(await lookInBoth(dispatcher, { name: 'console-measure', narrowest: 1280 })).toEqual([]);
    await dispatcher.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('goes to paper with the day sheets: a page for each technician, nothing of the console', async () => {
    await dispatcher.getByRole('button', { name: 'Layers' }).click();
    await dispatcher.getByRole('button', { name: 'Print day sheets' }).click();
    const dialog = dispatcher.getByRole('dialog');
    await dialog.getByRole('img').waitFor();
    expect(await lookInBoth(dispatcher, { name: 'console-day-sheets', narrowest: 1280 })).toEqual([]);
    await dispatcher.emulateMedia({ media: 'print' });
    expect(await dispatcher.locator('.console').isVisible()).toBe(false);
    expect(await dialog.getByRole('table').count()).toBeGreaterThan(2);
    await dispatcher.screenshot({ path: 'test/out/screenshots/console-day-sheets-paper.png', fullPage: true });
    await dispatcher.emulateMedia({ media: 'screen' });
    await dispatcher.keyboard.press('Escape');
  });
});

describe('A plan run', () => {
  it('stands in the list with its seed and is repeated with it to the same changes', async () => {
    const plan = async () => {
      const review = dispatcher.getByRole('article', { name: 'Review of the plan' });
      await review.getByText(/\d+ of \d+ changes chosen/).waitFor({ timeout: 60_000 });
      await review.getByText(/Fairness: /).click();
      return review.getByText(/\d+ of \d+ changes chosen/).innerText();
    };
    await dispatcher.getByRole('button', { name: 'Plan the day' }).click();
    const first = await plan();
    expect(await lookInBoth(dispatcher, { name: 'console-plan-fairness', narrowest: 1280 })).toEqual([]);
    await dispatcher.getByRole('button', { name: 'Discard' }).click();
    await dispatcher.getByRole('button', { name: 'Runs' }).click();
    await dispatcher
      .getByRole('button', { name: /Plan again with seed/ })
      .first()
      .waitFor();
    expect(await lookInBoth(dispatcher, { name: 'console-plan-runs', narrowest: 1280 })).toEqual([]);
    await dispatcher
      .getByRole('button', { name: /Plan again with seed/ })
      .first()
      .click();
    expect(await plan()).toBe(first);
    await dispatcher.getByRole('button', { name: 'Discard' }).click();
  });
});
