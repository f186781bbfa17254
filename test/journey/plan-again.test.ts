import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import { screenshot } from '../browser/chromium.ts';
import { askAs } from './ask-as.ts';
import { boardHand } from './board-hand.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, type People } from './people.ts';

// A plan is left and found again by its address; what is disturbed is planned anew alone; the company's wishes are seen and changed.

const day = '2026-05-12';
const still = { reducedMotion: 'reduce' } as const;
const slow = { timeout: 60_000 };

let people: People;
let console_: Page;
let territory: string;
let names: ReadonlyMap<string, string>;

const ask = async (path: string, body?: object) => (await askAs(people.fieldline, 'dispatcher')(path, body)).body;
const review = () => console_.getByRole('article', { name: 'Review of the plan' });
const planInAddress = () => new URL(console_.url()).searchParams.get('plan');
/** One that waits is given to who can have it without moving anybody; so it is planned, and not told yet. */
const scheduled = async (): Promise<Appointment> => {
  const { backlog } = await ask(`/territories/${territory}/days/${day}/board`);
  for (const { id, version } of backlog) {
    const { candidates } = await ask(`/appointments/${id}/candidates?day=${day}`);
    const free = candidates.find(({ moves }: { moves: unknown[] }) => moves.length === 0);
    if (!free) continue;
    const despite = ['after-due-time', 'outside-arrival-window', 'part-not-on-van'];
    const to = { technicianIds: [free.technicianId], plannedStartAt: free.plannedStartAt, despite };
    const { appointments } = await ask('/appointment-moves', { moves: [{ appointmentId: id, version, to }] });
    return appointments[0];
  }
  throw new Error('nobody could have anything that waits');
};
const signIn = async (name: string) => {
  const page = await people.signIn('/dispatch/', name, { ...desk, ...still });
  await page.getByRole('combobox', { name: 'Territory' }).selectOption(territory);
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
};

beforeAll(async () => {
  people = await gatherPeople();
  const { items } = await ask('/territories');
  territory = items.find(({ name }: { name: string }) => name === 'Downtown & North').id;
  const { items: technicians } = await ask('/technicians?limit=100');
  names = new Map(technicians.map(({ id, name }: { id: string; name: string }) => [id, name]));
  console_ = await signIn('Dora Lindgren');
});
afterAll(() => people?.leave());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await screenshot(console_, 'failed-plan-again');
});

describe('A plan', () => {
  it('has a view of its own, reached by P, where nothing is planned yet', async () => {
    await console_.getByRole('main').first().waitFor();
    await console_.keyboard.press('p');
    await console_.getByText('No plan is open').waitFor();
    expect(await lookInBoth(console_, { name: 'console-plan-none', narrowest: 1280 })).toEqual([]);
  });

  it('is named in the address, found again after a reload, and says by which wishes it was made', async () => {
    const start = console_.getByRole('region', { name: 'Plan', exact: true });
    await start.getByRole('button', { name: 'Plan the day' }).click();
    await review().getByRole('button', { name: 'Accept all' }).waitFor(slow);
    const plan = planInAddress();
    expect(plan).toMatch(/^pl_/);
    await console_.reload();
    await review().getByRole('button', { name: 'Accept all' }).waitFor(slow);
    expect(planInAddress()).toBe(plan);
    await review().getByText('Evenly shared work a little, Few changes normally').click();
    await review()
      .getByRole('row', { name: /^Few changes/ })
      .waitFor();
    expect(await lookInBoth(console_, { name: 'console-plan-weighed', narrowest: 1280 })).toEqual([]);
  });

  it('that is put aside leaves the board and the address, and stays in the list of the day', async () => {
    await review().getByRole('button', { name: 'Discard' }).click();
    await review().waitFor({ state: 'detached' });
    expect(planInAddress()).toBeNull();
    await console_.keyboard.press('p');
    await console_.getByRole('heading', { name: 'Plans of this day so far' }).waitFor();
    expect(await lookInBoth(console_, { name: 'console-plan-earlier', narrowest: 1280 })).toEqual([]);
    await console_.keyboard.press('1');
    await console_.getByText('No plan is open').waitFor({ state: 'detached' });
  });
});

describe('What is disturbed', () => {
  it('is planned anew alone, from the menu of what is chosen', async () => {
    const one = await scheduled();
    const hand = boardHand(console_, 'America/New_York');
    const block = hand.block(names.get(one.assignments[0]?.technicianId ?? '') ?? '', one.id);
    await block.waitFor();
    await block.scrollIntoViewIfNeeded();
    await block.click({ button: 'right' });
    await console_.getByRole('menuitem', { name: 'Find a better place, touching little' }).click();
    await review().getByText('1 is planned anew').waitFor(slow);
    await review().getByText('Appointments', { exact: true }).waitFor(slow);
    const { body } = await askAs(people.fieldline, 'dispatcher')(`/plans/${planInAddress()}`);
    expect(body).toMatchObject({ status: 'proposed', disturbance: { appointmentIds: [one.id] } });
    expect(await lookInBoth(console_, { name: 'console-replan', narrowest: 1280 })).toEqual([]);
    await review().getByRole('button', { name: 'Discard' }).click();
    await review().waitFor({ state: 'detached' });
  });
});

describe('The wishes of the company', () => {
  it('stand in the settings, and the next plan follows them', async () => {
    const owner = await signIn('Ada Prescott');
    await owner.goto(`${people.fieldline.url}/dispatch/?territory=${territory}&view=settings`);
    const wishes = owner.getByRole('group', { name: 'What plans weigh' });
    await wishes.getByLabel('Each in one area').selectOption('a lot');
    expect(await lookInBoth(owner, { name: 'console-wishes', narrowest: 1280, whole: true })).toEqual([]);
    await owner.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await ask('/account')).tenant.planPreferences?.compactness, { timeout: 10_000 })
      .toBe('much');
    const plan = await askAs(people.fieldline, 'dispatcher')(`/territories/${territory}/days/${day}/plans`, {});
    expect(plan.body).toMatchObject({ preferences: { compactness: 'much', fairness: 'little' } });
  });
});

it('no page threw an error or broke the content security policy', () => {
  expect(people.complaints).toEqual([]);
});
