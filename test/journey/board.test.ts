import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { Candidate, Exclusion } from '../../shared/protocol/endpoints/appointments.ts';
import { askAs } from './ask-as.ts';
import { boardHand } from './board-hand.ts';
import { screenshot } from '../browser/chromium.ts';
import { desk, gatherPeople, type People } from './people.ts';

// The time board by pointer and by keyboard, with a colleague who looks at the same day.

const day = '2026-05-12';
const zone = 'America/New_York';
/** A colleague sees a change within this, in milliseconds. */
const soon = 2000;

let people: People;
let console_: Page;
let colleague: Page;
let territory: string;
let hand: ReturnType<typeof boardHand>;
let seen: ReturnType<typeof boardHand>;
let names: ReadonlyMap<string, string>;

const ask = async (path: string, body?: object) => (await askAs(people.fieldline, 'dispatcher')(path, body)).body;
const readBoard = () => ask(`/territories/${territory}/days/${day}/board`);
const present = async (id: string): Promise<Appointment> => (await ask(`/appointments/${id}`)).appointment;
const candidatesOf = (id: string): Promise<{ candidates: Candidate[]; excluded: Exclusion[] }> =>
  ask(`/appointments/${id}/candidates?day=${day}`);
const nameOf = (technicianId: string | undefined) => names.get(technicianId ?? '') ?? '';
const inQueue = (id: string) => console_.getByRole('complementary', { name: 'Queue' }).locator(`[data-id="${id}"]`);

/** Something that waits and that at least two technicians could take without breaking anything, in sight of the board. */
const somethingWaiting = async () => {
  const { backlog } = await readBoard();
  for (const appointment of backlog as Appointment[]) {
    const { candidates, excluded } = await candidatesOf(appointment.id);
    const easy = candidates.filter(
      ({ lateBySeconds, missingPartIds, plannedEndAt }) =>
        lateBySeconds === 0 && missingPartIds.length === 0 && plannedEndAt < `${day}T20:00:00.000Z`,
    );
    const [first, second] = easy;
    if (first && second) return { appointment, first, second, excluded };
  }
  throw new Error('nothing waits that two technicians could take');
};

beforeAll(async () => {
  people = await gatherPeople();
  const { items: areas } = await ask('/territories');
  territory = areas.find(({ name }: { name: string }) => name === 'Downtown & North').id;
  const { items } = await ask('/technicians?limit=100');
  names = new Map(items.map(({ id, name }: { id: string; name: string }) => [id, name]));
  const open = async (name: string) => {
    const page = await people.signIn('/dispatch/', name, desk);
    await page.getByRole('combobox', { name: 'Territory' }).selectOption(territory);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('complementary', { name: 'Queue' }).getByRole('listitem').first().waitFor();
    return page;
  };
  console_ = await open('Dora Lindgren');
  colleague = await open('Ada Prescott');
  hand = boardHand(console_, zone);
  seen = boardHand(colleague, zone);
});
afterAll(() => people?.leave());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await screenshot(console_, 'failed-board');
});

describe('By pointer', () => {
  let appointment: Appointment;
  let first: Candidate;
  let second: Candidate;
  let excluded: Exclusion[];
  beforeAll(async () => {
    ({ appointment, first, second, excluded } = await somethingWaiting());
  });

  it('an appointment is dragged from the queue onto a row, and the row says beforehand what that does', async () => {
    const name = nameOf(first.technicianId);
    await hand.carry(inQueue(appointment.id), name, first.plannedStartAt);
    expect(await hand.verdict(name).innerText()).toMatch(/keeps all promises|too short|delays/);
    await hand.drop();
    await hand.block(name, appointment.id).waitFor();
    await seen.block(name, appointment.id).waitFor({ timeout: soon });
    expect((await present(appointment.id)).assignments[0]?.technicianId).toBe(first.technicianId);
  });

  it('a block is dragged to another technician', async () => {
    const [from, to] = [nameOf(first.technicianId), nameOf(second.technicianId)];
    await hand.carry(hand.block(from, appointment.id), to, second.plannedStartAt);
    await hand.drop();
    await hand.block(to, appointment.id).waitFor();
    await seen.block(to, appointment.id).waitFor({ timeout: soon });
    expect(await seen.block(from, appointment.id).count()).toBe(0);
  });

  it('whom a rule excludes says so before the drop, and the drop changes nothing', async () => {
    const unfit = excluded.find(({ reason }) => reason.startsWith('skill'));
    const to = nameOf(unfit?.technicianId);
    const block = hand.block(nameOf(second.technicianId), appointment.id);
    await hand.carry(block, to, second.plannedStartAt);
    await expect.poll(() => hand.verdict(to).innerText()).toMatch(/needs .+ level \d/);
    await hand.drop();
    await console_.getByText('was not assigned').waitFor();
    expect((await present(appointment.id)).assignments[0]?.technicianId).toBe(second.technicianId);
  });

  it('Z takes the move back', async () => {
    await console_.keyboard.press('z');
    await hand.block(nameOf(first.technicianId), appointment.id).waitFor();
    await seen.block(nameOf(first.technicianId), appointment.id).waitFor({ timeout: soon });
  });

  it('dropped on the unassigned row it waits again', async () => {
    await hand.carryOnto(hand.block(nameOf(first.technicianId), appointment.id), hand.unassigned);
    await console_.getByText('drop here to put back').waitFor();
    await hand.drop();
    await inQueue(appointment.id).waitFor();
    expect((await present(appointment.id)).status).toBe('unscheduled');
  });

  it('the card on the map is dragged onto a row', async () => {
    await inQueue(appointment.id).click();
    await console_.keyboard.press('m');
    await console_.mouse.move(2, 2);
    const card = console_.getByRole('note').filter({ hasText: appointment.subject });
    await card.waitFor();
    await hand.carry(card, nameOf(first.technicianId), first.plannedStartAt);
    await hand.drop();
    await hand.block(nameOf(first.technicianId), appointment.id).waitFor();
  });
});

describe('By keyboard', () => {
  let appointment: Appointment;
  beforeAll(async () => {
    const { backlog } = await readBoard();
    for (const one of backlog as Appointment[]) {
      if (one.crewSize !== undefined) continue;
      const { candidates } = await candidatesOf(one.id);
      if (candidates.length > 0) appointment = one;
    }
  });
  beforeEach(() => console_.mouse.move(2, 2));

  const focused = () => console_.evaluate(() => document.activeElement?.getAttribute('data-id') ?? '');

  it('A gives what has the focus in the queue to the best candidate', async () => {
    await inQueue(appointment.id).focus();
    await console_.keyboard.press('a');
    await expect.poll(async () => (await present(appointment.id)).status).toBe('scheduled');
    const [assignment] = (await present(appointment.id)).assignments;
    await seen.block(nameOf(assignment?.technicianId), appointment.id).waitFor({ timeout: soon });
  });

  it('the arrows move along the board, and Enter opens what has the focus', async () => {
    const { appointments } = await readBoard();
    const name = nameOf((await present(appointment.id)).assignments[0]?.technicianId);
    await hand.block(name, appointment.id).focus();
    await console_.keyboard.press('ArrowUp');
    await console_.keyboard.press('ArrowDown');
    await console_.keyboard.press('ArrowLeft');
    const id = await focused();
    const found = appointments.find((one: Appointment) => one.id === id);
    expect(found, 'a block has the focus').toBeDefined();
    await console_.keyboard.press('Enter');
    await console_
      .getByRole('complementary', { name: 'Details' })
      .getByRole('heading', { name: found.subject })
      .waitFor();
  });

  it('L locks it and unlocks it again', async () => {
    const name = nameOf((await present(appointment.id)).assignments[0]?.technicianId);
    await hand.block(name, appointment.id).focus();
    for (const locked of [true, false]) {
      await console_.keyboard.press('l');
      await expect.poll(async () => (await present(appointment.id)).assignments[0]?.locked).toBe(locked);
      await expect
        .poll(async () => (await seen.block(name, appointment.id).getAttribute('aria-label'))?.includes('locked'))
        .toBe(locked);
    }
  });

  it('M puts the map on it', async () => {
    const name = nameOf((await present(appointment.id)).assignments[0]?.technicianId);
    await hand.block(name, appointment.id).press('Enter');
    await hand.block(name, appointment.id).press('m');
    await console_.getByRole('note').filter({ hasText: appointment.subject }).waitFor();
  });

  it('Z takes back the lock, its opening, and the assignment', async () => {
    for (let i = 0; i < 3; i++) {
      const { version } = await present(appointment.id);
      await console_.keyboard.press('z');
      await expect.poll(async () => (await present(appointment.id)).version).toBeGreaterThan(version);
    }
    expect((await present(appointment.id)).status).toBe('unscheduled');
    await colleague
      .getByRole('complementary', { name: 'Queue' })
      .locator(`[data-id="${appointment.id}"]`)
      .waitFor({ timeout: soon });
  });

  it('F fills the screen with the panel that has the focus, and Escape brings the others back', async () => {
    await inQueue(appointment.id).focus();
    await console_.keyboard.press('f');
    await expect.poll(() => hand.board.isVisible()).toBe(false);
    await console_.keyboard.press('Escape');
    await hand.board.waitFor();
  });

  it('/ finds a customer by the beginning of the name, and the file shows sites, coverage and open work', async () => {
    const { items } = await ask('/customers?name=Back%20Bay&limit=1');
    await console_.keyboard.press('/');
    await console_.keyboard.type('Back Bay');
    await console_.getByRole('option', { name: 'Customer ·' }).filter({ hasText: items[0].name }).first().click();
    const file = console_.getByRole('article', { name: items[0].name });
    for (const heading of ['Open work', 'Sites and assets', 'Contracts']) {
      await file.getByRole('heading', { name: heading }).waitFor();
    }
    await file
      .getByText(/In warranty until|No warranty in force/)
      .first()
      .waitFor();
  });
});

it('no page threw an error or broke the content security policy', () => {
  expect(people.complaints).toEqual([]);
});
