import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import { askAs } from './ask-as.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, phone, type People } from './people.ts';

// A dispatcher plans three days of two territories and accepts what the planner proposes, all but one.

let people: People;
let console_: Page;
const ask = async (path: string) => (await askAs(people.fieldline, 'dispatcher')(path)).body;
const review = () => console_.getByRole('article', { name: 'Review of the plan' });

beforeAll(async () => {
  people = await gatherPeople();
  console_ = await people.signIn('/dispatch/', 'Dora Lindgren', desk);
  await console_.getByText('Live', { exact: true }).waitFor();
});
afterAll(() => people.leave());

it('several territories and days are asked for, and reviewed day by day with the names of all that is touched', async () => {
  await console_.getByRole('button', { name: 'Plan several days or territories' }).click();
  const dialog = console_.getByRole('dialog');
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByLabel('Days').fill('3');
  await dialog.getByText('12 parts').waitFor();
  await dialog.getByRole('button', { name: 'Start planning' }).click();
  await review()
    .getByRole('button', { name: /^Accept/ })
    .waitFor({ timeout: 60_000 });
  await review().getByText('Found no place').or(review().getByText('changes chosen')).first().waitFor();
  const days = review().getByRole('group', { name: 'Days' }).getByRole('button');
  expect(await days.count()).toBe(3);
  await days.nth(1).click();
  await console_.getByRole('group', { name: 'Days' }).getByRole('button', { pressed: true }).getByText('Wed').waitFor();
  await days.nth(0).click();
  expect(await review().innerText()).not.toMatch(/\bap_/);
  const isFetched = async () => {
    for (const one of await days.all()) {
      await one.click();
      if ((await review().getByText(fetches).count()) > 0) return true;
    }
    return false;
  };
  await expect.poll(isFetched, { timeout: 30_000 }).toBe(true);
  await review().getByText(fetches).first().scrollIntoViewIfNeeded();
  expect(await lookInBoth(console_, { name: 'console-plan-pickups', narrowest: 1280 })).toEqual([]);
});

it('all but one is accepted, and the one stands as it stood', async () => {
  const waitedBefore = await waiting();
  const first = review().getByRole('listitem').filter({ hasNotText: 'fetches' }).first();
  const subject = (await first.innerText()).replace(/^[\s\S]*?(new|moved): /, '').split('\n')[0] ?? '';
  const isNew = (await first.innerText()).includes('new: ');
  await first.getByRole('checkbox').uncheck();
  const accept = review().getByRole('button', { name: /^Accept \d+/ });
  const count = Number(/\d+/.exec(await accept.innerText())?.[0]);
  await accept.click();
  await console_.getByText(`${count} appointments placed`).waitFor({ timeout: 30_000 });
  const waits = await waiting();
  expect(waits.length).toBeLessThan(waitedBefore.length);
  if (isNew) expect(waits.map((one) => one.subject)).toContain(subject);
  expect(people.complaints).toEqual([]);
});

it('what no van carries is fetched on the way: seen on the board, and on the phone taken onto the van', async () => {
  const [fetched] = (await planned()).filter(({ pickups }) => pickups !== undefined);
  if (!fetched) throw new Error('nothing is fetched');
  const { id, day = '', territoryId, assignments } = fetched;
  await console_.goto(`${people.fieldline.url}/dispatch/?territory=${territoryId}&day=${day}&open=${id}`);
  await console_.locator(`[data-id="${id}"][aria-label*="${fetches}"]`).first().waitFor();
  const { items } = await ask('/technicians?limit=100');
  const { name } = items.find((one: { id: string }) => one.id === assignments[0]?.technicianId);
  const hand = await people.signIn('/technician/', name, phone);
  await hand.getByRole('group').getByRole('button').nth(days.indexOf(day)).click();
  const pickup = hand.getByRole('region', { name: 'Fetch 1 × Boiler heat exchanger' });
  await pickup.getByText('at Warehouse Newmarket Square').waitFor();
  await pickup.getByRole('button', { name: 'On the van' }).click();
  await pickup.waitFor({ state: 'detached' });
  await console_.locator(`[data-id="${id}"][aria-label*="fetched 1 × Boiler heat exchanger"]`).first().waitFor();
  expect(people.complaints).toEqual([]);
});

const days = ['2026-05-12', '2026-05-13', '2026-05-14'];
const fetches = 'fetches 1 × Boiler heat exchanger at Warehouse Newmarket Square';

/** What waits in all territories. */
const waiting = async (): Promise<Appointment[]> => (await boardsOn('2026-05-12')).flatMap(({ backlog }) => backlog);

/** What stands on the boards of those days. */
const planned = async (): Promise<Appointment[]> =>
  (await Promise.all(days.map(boardsOn))).flat().flatMap(({ appointments }) => appointments);

const boardsOn = async (day: string): Promise<Record<'appointments' | 'backlog', Appointment[]>[]> => {
  const { items } = await ask('/territories');
  return Promise.all(items.map(({ id }: { id: string }) => ask(`/territories/${id}/days/${day}/board`)));
};
