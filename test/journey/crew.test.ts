import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import { screenshot } from '../browser/chromium.ts';
import { boardHand } from './board-hand.ts';
import { dayOnBoard, type DayOnBoard } from './day-on-board.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, type People } from './people.ts';

// Work that needs two: what is missing is said, two are sent at one moment, they move together, one stays away, another joins.

/** Nothing is planned there yet. */
const day = '2026-05-14';

let people: People;
let console_: Page;
let known: DayOnBoard;
let hand: ReturnType<typeof boardHand>;
let ropes: Appointment;

const queued = () => console_.getByRole('list', { name: 'Queue' }).locator(`[data-id="${ropes.id}"]`);
const panel = () => console_.getByRole('article', { name: ropes.subject });
const present = () => known.present(ropes.id);
const nameAt = async (place: number): Promise<string> =>
  known.names.get((await present()).assignments[place]?.technicianId ?? '') ?? '';
const block = async (place: number) => hand.block(await nameAt(place), ropes.id);

beforeAll(async () => {
  people = await gatherPeople();
  known = await dayOnBoard(people, day);
  const { backlog } = await known.readBoard();
  ropes = backlog.find(({ crewSize }: Appointment) => crewSize === 2);
  console_ = await people.signIn('/dispatch/', 'Dora Lindgren', { ...desk, reducedMotion: 'reduce' });
  await console_.getByRole('combobox', { name: 'Territory' }).selectOption(known.territory);
  await console_.getByText('Live', { exact: true }).waitFor();
  await console_.getByRole('button', { name: 'Next day' }).click();
  await console_.getByRole('button', { name: 'Next day' }).click();
  await console_.getByText('14 May').first().waitFor();
  hand = boardHand(console_, 'America/New_York');
});
afterAll(() => people?.leave());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await screenshot(console_, 'failed-crew');
});

describe('Work that needs two', () => {
  it('waits in the queue with none of two, and is offered to pairs who can meet', async () => {
    await queued().getByText('0 of 2').waitFor();
    await queued().click();
    await panel().getByText('0 of 2 technicians: incomplete').waitFor();
    await panel()
      .getByRole('button', { name: /^Assign to .+ \+ / })
      .first()
      .waitFor();
    expect(await lookInBoth(console_, { name: 'console-crew', narrowest: 1280 })).toEqual([]);
  });

  it('is sent to both at one moment by one click, and stands in both of their lines', async () => {
    await panel()
      .getByRole('button', { name: /^Assign to .+ \+ / })
      .first()
      .click();
    await panel().getByText('2 of 2', { exact: true }).first().waitFor();
    const { assignments } = await present();
    expect(new Set(assignments.map(({ plannedStartAt }) => plannedStartAt)).size).toBe(1);
    for (const place of [0, 1]) await (await block(place)).waitFor();
    await queued().waitFor({ state: 'detached' });
  });

  it('moves with both, by keys in the line of one of them', async () => {
    const before = (await present()).assignments[0]?.plannedStartAt ?? '';
    const second = await block(1);
    await second.focus();
    await console_.keyboard.press('g');
    await console_.keyboard.press('ArrowRight');
    await console_.keyboard.press('ArrowRight');
    await console_.keyboard.press('Enter');
    const later = new Date(Date.parse(before) + 600_000).toISOString();
    await expect
      .poll(async () => (await present()).assignments.map((one) => one.plannedStartAt))
      .toEqual([later, later]);
    expect(await second.count()).toBe(1);
  });

  it('says that one of two is missing when one is taken out, and is not told to him who is left', async () => {
    const [left, gone] = [await nameAt(0), await nameAt(1)];
    await panel()
      .getByRole('button', { name: `Remove ${gone} from the crew` })
      .click();
    await queued().getByText('1 of 2').waitFor();
    await hand.block(gone, ropes.id).waitFor({ state: 'detached' });
    await panel().getByRole('button', { name: 'Dispatch', exact: true }).click();
    await console_.getByText('the crew is not complete', { exact: false }).first().waitFor();
    expect(await present()).toMatchObject({ status: 'scheduled' });
    await hand.carry(hand.block(left, ropes.id), gone, (await present()).assignments[0]?.plannedStartAt ?? '');
    await hand.verdict(gone).getByText('joins the crew').waitFor();
    await hand.drop();
    await hand.block(gone, ropes.id).waitFor();
    await queued().waitFor({ state: 'detached' });
  });

  it('goes back to one of two by one key, and the best partner is sent by another', async () => {
    const both = await present();
    await console_.keyboard.press('z');
    await queued().getByText('1 of 2').waitFor();
    await (await block(0)).focus();
    await console_.keyboard.press('a');
    await queued().waitFor({ state: 'detached' });
    expect((await present()).assignments).toHaveLength(both.assignments.length);
  });
});
