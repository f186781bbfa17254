import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import { askAs } from './ask-as.ts';
import { desk, gatherPeople, type People } from './people.ts';

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

/** What waits in all territories. */
const waiting = async (): Promise<Appointment[]> => {
  const { items } = await ask('/territories');
  const boards = await Promise.all(
    items.map(({ id }: { id: string }) => ask(`/territories/${id}/days/2026-05-12/board`)),
  );
  return boards.flatMap(({ backlog }) => backlog);
};
