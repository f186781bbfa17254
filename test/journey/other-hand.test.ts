import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import { screenshot } from '../browser/chromium.ts';
import { boardHand } from './board-hand.ts';
import { dayOnBoard, type DayOnBoard } from './day-on-board.ts';
import { desk, gatherPeople, type People } from './people.ts';

// What other journeys do by pointer is done here by keys alone, and what they do by keys by pointer; two browsers edit the same day.

const day = '2026-05-12';
let people: People;
let console_: Page;
let board: DayOnBoard;
let hand: ReturnType<typeof boardHand>;

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => console_.keyboard.press(key)), Promise.resolve());
const block = (one: Appointment) => hand.block(board.nameOf(one), one.id);
const inQueue = (id: string) => console_.getByRole('complementary', { name: 'Queue' }).locator(`[data-id="${id}"]`);
const menuItem = (name: string) => console_.getByRole('menuitem', { name, exact: true });
const hasFocus = (element: ReturnType<typeof block>) => element.evaluate((one) => one === document.activeElement);
const signIn = async (name: string) => {
  const page = await people.signIn('/dispatch/', name, desk);
  await page.getByRole('combobox', { name: 'Territory' }).selectOption(board.territory);
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
};
const minutesAfter = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

beforeAll(async () => {
  people = await gatherPeople();
  board = await dayOnBoard(people, day);
  console_ = await signIn('Dora Lindgren');
  hand = boardHand(console_, 'America/New_York');
});
afterAll(() => people?.leave());
beforeEach(() => console_.mouse.move(2, 2));
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await screenshot(console_, 'failed-other-hand');
});

describe('By keys alone', () => {
  const said = () => hand.board.locator('p[role=status]').innerText();
  /** Carries what is held to a line by the arrows, which say where it is. */
  const toLine = async (name: string) => {
    for (let i = 0; i < 40 && !(await said()).startsWith(`${name}, `); i++) await press('ArrowDown');
    expect((await said()).startsWith(`${name}, `)).toBe(true);
  };

  it('G carries what waits from the queue onto a line, the menu sends it to the technician, and below the last line it waits again', async () => {
    const { backlog } = await board.readBoard();
    const last = await board.lastOnes();
    let waits: Appointment | undefined;
    let name = '';
    for (const one of backlog as Appointment[]) {
      const { candidates } = await board.ask(`/appointments/${one.id}/candidates?day=${day}`);
      const free = candidates.find(({ technicianId }: { technicianId: string }) =>
        last.some(({ assignments }) => assignments[0]?.technicianId === technicianId),
      );
      if (!free || waits) continue;
      waits = one;
      name = board.names.get(free.technicianId) ?? '';
    }
    if (!waits) throw new Error('nothing waits that somebody on the board could take');
    const { id } = waits;
    await inQueue(id).focus();
    await press('g');
    await expect.poll(said).toMatch(/, /);
    await toLine(name);
    // Past the day's work, where nothing is in the way.
    await press(...Array.from({ length: 9 }, () => 'Shift+ArrowRight'));
    await press('Enter');
    await hand.block(name, id).waitFor();
    await hand.block(name, id).focus();
    await press('Shift+F10');
    await menuItem('Dispatch').press('Enter');
    await expect.poll(async () => (await board.present(id)).status).toBe('dispatched');
    await hand.block(name, id).focus();
    await press('g');
    for (let i = 0; i < 40 && !(await said()).includes('drop here to put back'); i++) await press('ArrowDown');
    await press('Enter');
    await expect.poll(async () => (await board.present(id)).status).toBe('unscheduled');
  });

  it('G carries a block to another technician, and Z brings it back', async () => {
    const [one, other] = await board.swappable();
    const [from, to] = [board.nameOf(one), board.nameOf(other)];
    await block(one).focus();
    await press('g');
    const names = await hand.board.getByRole('row').evaluateAll((rows) => rows.map((row) => row.ariaLabel ?? ''));
    const steps = names.indexOf(to) - names.indexOf(from);
    await press(...Array.from({ length: Math.abs(steps) }, () => (steps > 0 ? 'ArrowDown' : 'ArrowUp')));
    expect((await said()).startsWith(`${to}, `)).toBe(true);
    await press(...Array.from({ length: 8 }, () => 'Shift+ArrowRight'));
    await press('Enter');
    await hand.block(to, one.id).waitFor();
    await press('z');
    await hand.block(from, one.id).waitFor();
    expect(await board.startOf(one.id)).toBe(one.assignments[0]?.plannedStartAt);
  });

  it('X lets two that are chosen change places, and Z puts both back', async () => {
    const [one, other] = await board.swappable();
    for (const each of [one, other]) {
      await block(each).focus();
      await press(' ');
    }
    const technicians = async () =>
      Promise.all([one, other].map(async ({ id }) => (await board.present(id)).assignments[0]?.technicianId));
    const before = await technicians();
    await press('x');
    await expect.poll(technicians).toEqual([...before].reverse());
    await press('z');
    await expect.poll(technicians).toEqual(before);
    await press('Escape');
  });

  it('B leads from the panel to the block', async () => {
    const one = await board.lastOne();
    await block(one).focus();
    await press('Enter');
    await console_.getByRole('heading', { name: one.subject, level: 2 }).waitFor();
    await press('/');
    await press('Escape');
    await press('b');
    await expect.poll(() => hasFocus(block(one))).toBe(true);
    await press('Escape');
  });

  it('what no shift holds is divided over several days from the menu, and made one again', async () => {
    const one = await board.tooLong();
    await inQueue(one.id).focus();
    await press('Shift+F10');
    await menuItem('Divide over several days').press('Enter');
    await expect.poll(async () => (await board.present(one.id)).followedBy).toBeDefined();
    await inQueue(one.id).focus();
    await press('Enter');
    await console_.getByRole('button', { name: 'Join the parts again' }).press('Enter');
    await expect.poll(async () => (await board.present(one.id)).durationSeconds).toBe(one.durationSeconds);
    await press('Escape');
  });

  it('the menu cancels, and asks for a reason before', async () => {
    const { backlog } = await board.readBoard();
    const one: Appointment = backlog.at(-1);
    await inQueue(one.id).focus();
    await press('Shift+F10');
    await menuItem('Cancel appointment').press('Enter');
    await console_.getByRole('dialog').getByLabel('Reason').focus();
    await console_.keyboard.type('Rang off');
    await console_.getByRole('dialog').getByRole('button', { name: 'Cancel appointment' }).press('Enter');
    await expect.poll(async () => (await board.present(one.id)).status).toBe('cancelled');
    await inQueue(one.id).waitFor({ state: 'detached' });
  });

  it('filters, days and territory are chosen by the arrows', async () => {
    const inAddress = (name: string) => new URL(console_.url()).searchParams.get(name);
    await console_.getByRole('button', { name: 'Filters' }).press('Enter');
    await console_.getByRole('group', { name: 'Filters' }).getByRole('combobox', { name: 'Priority' }).focus();
    await press('ArrowDown');
    await expect.poll(() => inAddress('priority')).toBe('emergency');
    await press('ArrowUp');
    await expect.poll(() => inAddress('priority')).toBeNull();
    await press('Escape');
    await console_.getByRole('combobox', { name: 'Days shown' }).focus();
    await press('ArrowDown');
    await expect.poll(() => inAddress('days')).toBe('3');
    await press('ArrowUp');
    await expect.poll(() => inAddress('days')).toBeNull();
  });
});

describe('By pointer alone', () => {
  it('several are chosen with Ctrl held, and the bar that appears locks them and chooses none', async () => {
    const chosen = (await board.lastOnes()).slice(0, 2);
    for (const one of chosen) await block(one).click({ modifiers: ['Control'] });
    const bar = console_.getByRole('toolbar', { name: 'What is chosen' });
    const locks = () => Promise.all(chosen.map(async ({ id }) => (await board.present(id)).assignments[0]?.locked));
    await bar.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect.poll(locks).toEqual([true, true]);
    await bar.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect.poll(locks).toEqual([false, false]);
    await bar.getByRole('button', { name: 'Choose none' }).click();
    await bar.waitFor({ state: 'detached' });
  });

  it('what was done is taken back where that is said, and done again', async () => {
    const one = await board.lastOne();
    const lasts = async () => (await board.present(one.id)).durationSeconds;
    const note = (text: string) => console_.getByRole('status').locator('.toast').filter({ hasText: text }).last();
    await block(one).click({ button: 'right' });
    await menuItem('15 min longer').click();
    await expect.poll(lasts).toBe(one.durationSeconds + 900);
    await note('Its time was changed').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(lasts).toBe(one.durationSeconds);
    await note('Taken back').getByRole('button', { name: 'Redo' }).click();
    await expect.poll(lasts).toBe(one.durationSeconds + 900);
    await note('Done again').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(lasts).toBe(one.durationSeconds);
  });

  it('the menu shows it on the map, puts it back and gives it to the best', async () => {
    const one = await board.lastOne();
    await block(one).click({ button: 'right' });
    await menuItem('Open').click();
    await block(one).click({ button: 'right' });
    await menuItem('On the map').click();
    await console_.mouse.move(2, 2);
    await console_.getByRole('note').filter({ hasText: one.subject }).waitFor();
    await block(one).click({ button: 'right' });
    await menuItem('Unassign').click();
    await inQueue(one.id).waitFor();
    await inQueue(one.id).click({ button: 'right' });
    await menuItem('Assign to the best').click();
    await inQueue(one.id).waitFor({ state: 'detached' });
    expect((await board.present(one.id)).status).toBe('scheduled');
  });

  it('what no shift holds is divided by the button of its panel, and made one again', async () => {
    const one = await board.tooLong();
    await inQueue(one.id).click();
    await console_.getByRole('button', { name: 'Divide over several days' }).click();
    await console_.getByRole('button', { name: 'Join the parts again' }).click();
    await expect.poll(async () => (await board.present(one.id)).durationSeconds).toBe(one.durationSeconds);
    expect((await board.present(one.id)).followedBy).toBeUndefined();
  });

  it('time is spread out and drawn together, and a panel fills the screen and gives it back', async () => {
    await hand.board.getByRole('button', { name: 'Spread the time out' }).click();
    await expect.poll(() => new URL(console_.url()).searchParams.get('zoom')).not.toBeNull();
    await hand.board.getByRole('button', { name: 'Draw the time together' }).click();
    await expect.poll(() => new URL(console_.url()).searchParams.get('zoom')).toBeNull();
    await console_.getByRole('button', { name: 'Fill the screen: Queue' }).click();
    await expect.poll(() => hand.board.isVisible()).toBe(false);
    await console_.getByRole('button', { name: 'Show all panels' }).click();
    await hand.board.waitFor();
  });

  it('what is on the map is opened there', async () => {
    const { backlog } = await board.readBoard();
    const alone = farthest(backlog);
    await inQueue(alone.id).click();
    await console_.getByRole('button', { name: 'On the map' }).first().click();
    await console_.mouse.move(2, 2);
    await console_.getByRole('note').filter({ hasText: alone.subject }).waitFor();
    await console_.getByRole('button', { name: 'Close', exact: true }).first().click();
    await console_.locator('canvas').click();
    await console_.getByRole('heading', { name: alone.subject, level: 2 }).waitFor();
  });
});

describe('From queue, map and board alike', () => {
  const map = () => console_.locator('[data-panel="map"] canvas');
  const shown = (one: Appointment) => console_.getByRole('note').filter({ hasText: one.subject });
  /** What the menu offers that opens there, by the right button and by the menu key. */
  const offered = async (open: () => Promise<void>): Promise<readonly string[]> => {
    await open();
    const items = console_.getByRole('menu').getByRole('menuitem');
    await items.first().waitFor();
    const words = await items.allInnerTexts();
    await press('Escape');
    await items.first().waitFor({ state: 'detached' });
    return words;
  };
  const pointed = (thing: ReturnType<typeof block>) => offered(() => thing.click({ button: 'right' }));
  const keyed = (thing: ReturnType<typeof block>) =>
    offered(async () => {
      await thing.focus();
      await press('Shift+F10');
    });
  /** Opens it and brings it to the middle of the map. */
  const toMiddle = async (one: Appointment, thing: ReturnType<typeof block>) => {
    await thing.focus();
    await press('Enter', 'm');
    await console_.getByRole('heading', { name: one.subject, level: 2 }).waitFor();
    await expect
      .poll(async () => {
        await console_.mouse.move(2, 2);
        await map().hover();
        return (await map().getAttribute('class'))?.includes('over-mark') && (await shown(one).isVisible());
      })
      .toBe(true);
  };

  it('the same can be done to what waits', async () => {
    const { backlog } = await board.readBoard();
    const onBoard = await hand.board
      .locator('[data-waiting]')
      .evaluateAll((all) => all.map((one) => (one instanceof HTMLElement ? one.dataset['id'] : '')));
    const one = farthest((backlog as Appointment[]).filter(({ id }) => onBoard.includes(id)));
    const above = hand.board.locator(`[data-waiting][data-id="${one.id}"]`);
    await toMiddle(one, above);
    const wanted = await keyed(above);
    expect(wanted.length).toBeGreaterThan(5);
    expect(await pointed(map())).toEqual(wanted);
    expect(await keyed(map())).toEqual(wanted);
    await inQueue(one.id).scrollIntoViewIfNeeded();
    expect(await pointed(inQueue(one.id))).toEqual(wanted);
    expect(await keyed(inQueue(one.id))).toEqual(wanted);
  });

  it('the same can be done to what stands', async () => {
    const one = farthest(await board.lastOnes());
    await toMiddle(one, block(one));
    const wanted = await pointed(block(one));
    expect(wanted).toEqual(expect.arrayContaining(['15 min longer', 'Unassign', 'Cancel appointment']));
    expect(await pointed(map())).toEqual(wanted);
    expect(await keyed(map())).toEqual(wanted);
  });

  it('several are chosen, by Ctrl held, by Space and by the menu', async () => {
    const bar = console_.getByRole('toolbar', { name: 'What is chosen' });
    const one = farthest(await board.lastOnes());
    await toMiddle(one, block(one));
    await map().click({ modifiers: ['Control'] });
    const rows = console_.getByRole('complementary', { name: 'Queue' }).locator('button[data-id]');
    await rows.first().focus();
    await press('ArrowDown', ' ');
    await bar.getByText('2 chosen').waitFor();
    await rows.first().click({ modifiers: ['Control'] });
    await bar.getByText('3 chosen').waitFor();
    await press('Escape');
    await bar.waitFor({ state: 'detached' });
    for (const thing of [map(), rows.first()]) {
      await thing.click({ button: 'right' });
      await menuItem('Choose with others').click();
    }
    await bar.getByText('2 chosen').waitFor();
    await bar.getByRole('button', { name: 'Choose none' }).click();
    await bar.waitFor({ state: 'detached' });
  });
});

describe('Two browsers on the same day', () => {
  it('where both move one block by hand, both come to show what the server holds', async () => {
    const colleague = await signIn('Ada Prescott');
    const theirs = boardHand(colleague, 'America/New_York');
    const one = await board.lastOne();
    const name = board.nameOf(one);
    const from = await board.startOf(one.id);
    await block(one).focus();
    await press('g', 'ArrowRight', 'ArrowRight');
    await theirs.block(name, one.id).focus();
    for (const key of ['g', 'Shift+ArrowRight', 'Enter']) await colleague.keyboard.press(key);
    await expect.poll(() => board.startOf(one.id)).toBe(minutesAfter(from, 60));
    await press('Enter');
    const labelOf = (whose: typeof hand) => whose.block(name, one.id).getAttribute('aria-label');
    await expect.poll(async () => (await labelOf(hand)) === (await labelOf(theirs))).toBe(true);
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' });
    await expect
      .poll(async () => (await labelOf(hand))?.includes(clock.format(new Date(await board.startOf(one.id)))))
      .toBe(true);
  });
});

it('no page threw an error or broke the content security policy', () => {
  expect(people.complaints).toEqual([]);
});

/** The one that lies farthest from all others, so that nothing is drawn over it. */
const farthest = (all: readonly Appointment[]): Appointment => {
  const apart = (one: Appointment, other: Appointment) =>
    Math.hypot(one.place.location[0] - other.place.location[0], one.place.location[1] - other.place.location[1]);
  const nearest = (one: Appointment) =>
    Math.min(...all.filter(({ id }) => id !== one.id).map((other) => apart(one, other)));
  const [first] = [...all].sort((a, b) => nearest(b) - nearest(a));
  if (!first) throw new Error('nothing waits');
  return first;
};
