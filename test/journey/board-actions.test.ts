import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import { boardHand } from './board-hand.ts';
import { dayOnBoard, type DayOnBoard } from './day-on-board.ts';
import { lookInBoth } from './look-in-both.ts';
import { screenshot } from '../browser/chromium.ts';
import { desk, gatherPeople, type People } from './people.ts';

// Every action of the time board by keys alone, by menu and by pointer, with a colleague who works on the same day.

const day = '2026-05-12';
const soon = 2000;

let people: People;
let console_: Page;
let colleague: Page;
let hand: ReturnType<typeof boardHand>;
let board: DayOnBoard;

const block = (one: Appointment) => hand.block(board.nameOf(one), one.id);
const minutesAfter = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

beforeAll(async () => {
  people = await gatherPeople();
  board = await dayOnBoard(people, day);
  const open = async (name: string) => {
    const page = await people.signIn('/dispatch/', name, desk);
    await page.getByRole('combobox', { name: 'Territory' }).selectOption(board.territory);
    await page.getByText('Live', { exact: true }).waitFor();
    return page;
  };
  console_ = await open('Dora Lindgren');
  colleague = await open('Ada Prescott');
  hand = boardHand(console_, 'America/New_York');
});
afterAll(() => people?.leave());
beforeEach(() => console_.mouse.move(2, 2));
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await screenshot(console_, 'failed-board-actions');
});

describe('By keys alone', () => {
  it('G takes a block up, the arrows move it and say what that does, Enter drops it, Z and Y go back and forth', async () => {
    const one = await board.lastOne();
    const from = await board.startOf(one.id);
    await block(one).focus();
    await console_.keyboard.press('g');
    for (let i = 0; i < 3; i++) await console_.keyboard.press('ArrowRight');
    await hand.board.getByRole('status').filter({ hasText: ':' }).first().waitFor();
    await console_.keyboard.press('Enter');
    await expect.poll(() => board.startOf(one.id)).toBe(minutesAfter(from, 15));
    await console_.keyboard.press('z');
    await expect.poll(() => board.startOf(one.id)).toBe(from);
    await console_.keyboard.press('y');
    await expect.poll(() => board.startOf(one.id)).toBe(minutesAfter(from, 15));
    await console_.keyboard.press('z');
    await expect.poll(() => board.startOf(one.id)).toBe(from);
  });

  it('Escape leaves everything as it was', async () => {
    const one = await board.lastOne();
    await block(one).focus();
    await console_.keyboard.press('g');
    await console_.keyboard.press('ArrowRight');
    await console_.keyboard.press('Escape');
    await expect.poll(() => hand.board.locator('.preview').count()).toBe(0);
    expect((await board.present(one.id)).version).toBe(one.version);
  });

  it('R makes it longer, and Z takes that back', async () => {
    const one = await board.lastOne();
    await block(one).focus();
    await console_.keyboard.press('r');
    for (let i = 0; i < 3; i++) await console_.keyboard.press('ArrowRight');
    await console_.keyboard.press('Enter');
    await expect.poll(async () => (await board.present(one.id)).durationSeconds).toBe(one.durationSeconds + 900);
    await console_.keyboard.press('z');
    await expect.poll(async () => (await board.present(one.id)).durationSeconds).toBe(one.durationSeconds);
  });

  it('Space chooses several, and L locks all of them in one step', async () => {
    const chosen = (await board.lastOnes()).slice(0, 2);
    for (const one of chosen) {
      await block(one).focus();
      await console_.keyboard.press(' ');
    }
    await console_.getByRole('toolbar', { name: 'What is chosen' }).getByText('2 chosen').waitFor();
    const locks = () => Promise.all(chosen.map(async ({ id }) => (await board.present(id)).assignments[0]?.locked));
    await console_.keyboard.press('l');
    await expect.poll(locks).toEqual([true, true]);
    await console_.keyboard.press('z');
    await expect.poll(locks).toEqual([false, false]);
    await console_.keyboard.press('Escape');
  });

  it('Shift+F10 opens the menu of all actions on what has the focus in the queue too, and Escape gives the focus back', async () => {
    const { backlog } = await board.readBoard();
    const waiting = console_.getByRole('complementary', { name: 'Queue' }).locator(`[data-id="${backlog[0].id}"]`);
    await waiting.focus();
    await console_.keyboard.press('Shift+F10');
    const menu = console_.getByRole('menu', { name: 'Actions' });
    await menu.getByRole('menuitem', { name: 'Assign to the best' }).waitFor();
    await console_.keyboard.press('ArrowDown');
    await console_.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await expect.poll(() => waiting.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('plus spreads time out and minus draws it together, and the address keeps it', async () => {
    const one = await board.lastOne();
    await block(one).focus();
    await console_.keyboard.press('+');
    await expect.poll(() => new URL(console_.url()).searchParams.get('zoom')).not.toBeNull();
    await console_.keyboard.press('-');
    await expect.poll(() => new URL(console_.url()).searchParams.get('zoom')).toBeNull();
  });
});

describe('By menu and pointer', () => {
  it('the menu makes a block a quarter of an hour longer', async () => {
    const one = await board.lastOne();
    await block(one).click({ button: 'right' });
    await console_.getByRole('menuitem', { name: '15 min longer' }).click();
    await expect.poll(async () => (await board.present(one.id)).durationSeconds).toBe(one.durationSeconds + 900);
  });

  it('a block is made longer by its end', async () => {
    const [, one] = await board.lastOnes();
    if (!one) throw new Error('nothing on the board can be moved');
    const box = await block(one).boundingBox();
    if (!box) throw new Error('the block is in sight');
    await console_.mouse.move(box.x + box.width - 2, box.y + 10);
    await console_.mouse.down();
    await console_.mouse.move(box.x + box.width + 20, box.y + 10, { steps: 3 });
    await console_.mouse.up();
    await expect.poll(async () => (await board.present(one.id)).durationSeconds).toBeGreaterThan(one.durationSeconds);
  });

  it('Shift held over another block lets the two change places, which is said before', async () => {
    const [one, other] = await board.swappable();
    const [from, to] = await Promise.all([block(one).boundingBox(), block(other).boundingBox()]);
    if (!from || !to) throw new Error('both blocks are in sight');
    await console_.mouse.move(from.x + 3, from.y + 10);
    await console_.mouse.down();
    await console_.keyboard.down('Shift');
    await console_.mouse.move(to.x + 4, to.y + 6, { steps: 4 });
    await hand.verdict(board.nameOf(other)).getByText('changes places with').waitFor();
    await console_.mouse.up();
    await console_.keyboard.up('Shift');
    await expect
      .poll(async () => (await board.present(one.id)).assignments[0]?.technicianId)
      .toBe(other.assignments[0]?.technicianId);
    expect(await board.startOf(one.id)).toBe(other.assignments[0]?.plannedStartAt);
    expect((await board.present(other.id)).assignments[0]?.technicianId).toBe(one.assignments[0]?.technicianId);
  });

  it('what is held near an edge draws the board along, as far as there are hours and lines, and back', async () => {
    await console_.setViewportSize({ width: desk.viewport.width, height: 480 });
    for (let i = 0; i < 2; i++) await hand.board.getByRole('button', { name: 'Spread the time out' }).click();
    const grid = hand.board.getByRole('grid');
    const ends = await grid.evaluate((all) => [all.scrollWidth - all.clientWidth, all.scrollHeight - all.clientHeight]);
    const scrolled = () => grid.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
    expect(Math.min(...ends)).toBeGreaterThan(0);
    const one = await board.lastOne();
    await block(one).focus();
    await console_.keyboard.press('b');
    const [sight, from] = await Promise.all([grid.boundingBox(), block(one).boundingBox()]);
    if (!from || !sight) throw new Error('board and block are in sight');
    await console_.mouse.move(from.x + 8, from.y + 10);
    await console_.mouse.down();
    await console_.mouse.move(sight.x + sight.width - 20, sight.y + sight.height - 64, { steps: 4 });
    await expect.poll(scrolled, { timeout: 20_000 }).toEqual(ends);
    await console_.mouse.move(sight.x + 180, sight.y + 60, { steps: 4 });
    await expect.poll(scrolled, { timeout: 20_000 }).toEqual([0, 0]);
    await console_.keyboard.press('Escape');
    await console_.mouse.up();
    expect((await board.present(one.id)).version).toBe(one.version);
    for (let i = 0; i < 2; i++) await hand.board.getByRole('button', { name: 'Draw the time together' }).click();
    await console_.setViewportSize(desk.viewport);
  });

  it('the days shown are a day, three or a week, each on its own', async () => {
    await console_.getByRole('combobox', { name: 'Days shown' }).selectOption('Week');
    await hand.board.locator('[data-day]').nth(6).waitFor();
    const faults = await lookInBoth(console_, { name: 'console-week', narrowest: 1280 });
    expect(faults).toEqual([]);
    await console_.getByRole('combobox', { name: 'Days shown' }).selectOption('Day');
  });

  it('filters narrow queue and board together and stay in the address', async () => {
    await console_.getByRole('button', { name: 'Filters' }).click();
    const filters = console_.getByRole('group', { name: 'Filters' });
    await filters.getByRole('combobox', { name: 'Priority' }).selectOption('High');
    expect(new URL(console_.url()).searchParams.get('priority')).toBe('high');
    expect(await lookInBoth(console_, { name: 'console-filters', narrowest: 1280 })).toEqual([]);
    await filters.getByRole('textbox', { name: 'Name of this view' }).fill('High ones');
    await filters.getByRole('button', { name: 'Save' }).click();
    await filters.getByRole('button', { name: 'Show all' }).click();
    expect(new URL(console_.url()).searchParams.get('priority')).toBeNull();
    await filters.getByRole('button', { name: 'High ones', exact: true }).click();
    expect(new URL(console_.url()).searchParams.get('priority')).toBe('high');
    await filters.getByRole('button', { name: 'Show all' }).click();
    await console_.keyboard.press('Escape');
  });
});

describe('Beside a colleague', () => {
  it('each sees that the other looks on', async () => {
    await colleague.getByRole('note', { name: 'Dora Lindgren' }).waitFor({ timeout: 25_000 });
  });

  it('his move appears without taking focus or scrolling, and is not taken back by one’s own Z', async () => {
    const one = await board.lastOne();
    const from = await board.startOf(one.id);
    await block(one).focus();
    await console_.keyboard.press('g');
    await console_.keyboard.press('ArrowRight');
    await console_.keyboard.press('Enter');
    await expect.poll(() => board.startOf(one.id)).toBe(minutesAfter(from, 5));
    await block(one).focus();
    const { id, version, assignments } = await board.present(one.id);
    const to = { technicianIds: assignments.map((each) => each.technicianId), plannedStartAt: minutesAfter(from, 20) };
    const despite = ['after-due-time', 'part-not-on-van', 'outside-arrival-window', 'off-shift'];
    await board.ask('/appointment-moves', { moves: [{ appointmentId: id, version, to: { ...to, despite } }] });
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'America/New_York',
      hour: '2-digit',
      minute: '2-digit',
    });
    const there = clock.format(new Date(to.plannedStartAt));
    await expect.poll(async () => block(one).getAttribute('aria-label'), { timeout: soon }).toContain(there);
    expect(await block(one).evaluate((element) => element === document.activeElement)).toBe(true);
    await console_.keyboard.press('z');
    await console_.getByText('Not taken back').waitFor();
    expect(await board.startOf(one.id)).toBe(to.plannedStartAt);
  });
});

describe('While something is written', () => {
  it('a colleague’s change of the same appointment is told, and what is written stays', async () => {
    const one = await board.lastOne();
    await block(one).focus();
    await console_.keyboard.press('Enter');
    const note = console_.getByRole('textbox', { name: 'Write a note' });
    await note.fill('The side door is');
    const { id, version, assignments } = await board.present(one.id);
    const to = {
      technicianIds: assignments.map(({ technicianId }) => technicianId),
      plannedStartAt: minutesAfter(assignments[0]?.plannedStartAt ?? '', 5),
      despite: ['after-due-time', 'part-not-on-van', 'outside-arrival-window', 'off-shift'],
    };
    await board.ask('/appointment-moves', { moves: [{ appointmentId: id, version, to }] });
    await console_.getByText(/changed this while you were at it/).waitFor();
    expect(await note.inputValue()).toBe('The side door is');
    expect(await note.evaluate((element) => element === document.activeElement)).toBe(true);
    await console_.getByRole('button', { name: 'Understood' }).click();
    await console_.getByText(/changed this while you were at it/).waitFor({ state: 'detached' });
    await note.fill('');
    await console_.keyboard.press('Escape');
  });
});

describe('An emergency', () => {
  it('is given to one of the best three and told to him by clicks, with what it costs others before', async () => {
    const { backlog } = await board.readBoard();
    const emergency = backlog.find(({ priority }: Appointment) => priority === 'emergency');
    const row = console_.getByRole('complementary', { name: 'Queue' }).locator(`[data-id="${emergency.id}"]`);
    await row.click({ button: 'right' });
    await console_.getByRole('menuitem', { name: 'Who goes to the emergency?' }).click();
    const dialog = console_.getByRole('dialog', { name: 'Who goes to the emergency?' });
    await dialog
      .getByText(/costs nobody else anything|delays .+ by|puts .+ back/)
      .first()
      .waitFor();
    expect(await lookInBoth(console_, { name: 'console-emergency', narrowest: 1280 })).toEqual([]);
    await dialog
      .getByRole('button', { name: /^Send / })
      .first()
      .click();
    await expect.poll(async () => (await board.present(emergency.id)).status).toBe('dispatched');
  });
});

it('no page threw an error or broke the content security policy', () => {
  expect(people.complaints).toEqual([]);
});
