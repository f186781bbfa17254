import { randomUUID } from 'node:crypto';
import type { Page, Route } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { syncSchemaVersion } from '../../shared/protocol/sync.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import { screenshot } from '../browser/chromium.ts';
import { askAs } from './ask-as.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, type People } from './people.ts';

// What the console shows while it waits, where nothing is, without a network, and to whom it is closed; and all that opens over it.

const day = '2026-05-12';
const still = { reducedMotion: 'reduce' } as const;
let people: People;
let console_: Page;
let territory: string;
let elsewhere: string;
let works: Appointment;
/** Who is at it. */
let technician: string;

const ask = async (path: string, body?: object) => (await askAs(people.fieldline, 'dispatcher')(path, body)).body;
const look = (state: string) => lookInBoth(console_, { name: `console-${state}`, narrowest: 1280 });
const button = (name: string) => console_.getByRole('button', { name, exact: true });
const queue = () => console_.getByRole('complementary', { name: 'Queue' });
const at = (query: string) => console_.goto(`${people.fieldline.url}/dispatch/?territory=${territory}${query}`);
const boards = '**/days/*/board*';
const loaded = () => queue().getByRole('listitem').first().waitFor();

beforeAll(async () => {
  people = await gatherPeople();
  const { items } = await ask('/territories');
  territory = items.find(({ name }: { name: string }) => name === 'Downtown & North').id;
  elsewhere = items.find(({ id }: { id: string }) => id !== territory).id;
  const { appointments } = await ask(`/territories/${territory}/days/${day}/board`);
  works = appointments.find(({ status }: Appointment) => status === 'on-site');
  const { items: all } = await ask('/technicians?limit=100');
  technician = all.find(({ id }: { id: string }) => id === works.assignments[0]?.technicianId).name;
  console_ = await people.signIn('/dispatch/', 'Dora Lindgren', { ...desk, ...still });
  await console_.getByRole('combobox', { name: 'Territory' }).waitFor();
});
afterAll(() => people?.leave());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await screenshot(console_, 'failed-console-states');
  expect(people.complaints).toEqual([]);
});

describe('While it reads', () => {
  it('the console says so, and where the server does not answer it says what is kept and asks again', async () => {
    let answer: (() => void) | undefined;
    const held = new Promise<void>((release) => (answer = release));
    const hold = async (route: Route) => {
      await held;
      await route.abort();
    };
    await console_.route(boards, hold);
    await at('');
    await queue().getByText('Reading …').waitFor();
    const faults = await look('reading');
    answer?.();
    await console_.getByText('The board could not be read').first().waitFor();
    faults.push(...(await look('unread')));
    await console_.unroute(boards);
    await queue().getByRole('button', { name: 'Try again' }).press('Enter');
    await loaded();
    expect(faults).toEqual([]);
  });

  it('a view whose page does not come says that what was entered elsewhere is kept', async () => {
    const page = '**/assets/WorkTypesPage-*.js';
    await console_.route(page, (route) => route.abort());
    await console_.keyboard.press('6');
    await console_.getByText('This view could not be loaded').waitFor();
    expect(await look('view-failed')).toEqual([]);
    await console_.unroute(page);
    await console_.keyboard.press('1');
    await loaded();
  });
});

describe('Without a network', () => {
  it('the board stays as it was known, a badge says so, and it goes by itself', async () => {
    await console_.getByText('Live', { exact: true }).waitFor();
    await console_.context().setOffline(true);
    await console_.getByText('Offline', { exact: true }).waitFor();
    expect(await queue().getByRole('listitem').count()).toBeGreaterThan(0);
    const faults = await look('offline');
    await console_.context().setOffline(false);
    await console_.getByText('Live', { exact: true }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('Where nothing is', () => {
  it('queue, board and panel say what will appear there', async () => {
    await console_.route(boards, async (route) => {
      const answer = await route.fetch();
      const nothing = { rows: [], appointments: [], backlog: [], backlogTotal: 0, openRequests: [] };
      await route.fulfill({ response: answer, json: { ...(await answer.json()), ...nothing } });
    });
    await at('');
    for (const words of ['Nothing waits', 'No technicians on this day', 'Nothing is open']) {
      await console_.getByText(words, { exact: true }).waitFor();
    }
    const faults = await look('nothing');
    await console_.unroute(boards);
    expect(faults).toEqual([]);
  });

  it('filters that hide everything can be dropped by one key', async () => {
    await at('&words=zzzz');
    await console_.getByText('Nothing matches the filters').waitFor();
    const faults = await look('nothing-matches');
    await queue().getByRole('button', { name: 'Show all' }).first().press('Enter');
    await loaded();
    expect(faults).toEqual([]);
  });
});

describe('Over the board open', () => {
  it('what is found', async () => {
    await console_.keyboard.press('/');
    await console_.keyboard.type('an');
    await console_.getByRole('listbox', { name: 'Found' }).getByRole('option').nth(2).waitFor();
    const faults = await look('found');
    await console_.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });

  it('the account’s menu and the tracker apps', async () => {
    await console_.getByRole('button', { name: /^Account: / }).press('Enter');
    const faults = await look('account');
    await button('Tracker apps').press('Enter');
    const dialog = console_.getByRole('dialog', { name: 'Tracker apps' });
    await dialog.getByLabel('Technician').selectOption({ index: 1 });
    await dialog.getByText('No tracker app yet.').waitFor();
    faults.push(...(await look('devices')));
    await console_.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });

  it('the menu of actions, and the question before something is cancelled', async () => {
    await loaded();
    const first = queue().getByRole('listitem').first().locator('[data-id]');
    await first.focus();
    await console_.keyboard.press('Shift+F10');
    const menu = console_.getByRole('menu', { name: 'Actions' });
    await menu.waitFor();
    const faults = await look('menu');
    await menu.getByRole('menuitem', { name: 'Cancel appointment' }).press('Enter');
    await console_.getByRole('dialog').getByLabel('Reason').waitFor();
    faults.push(...(await look('cancel')));
    await console_.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });

  it('the question which days and territories are planned', async () => {
    await button('Plan several days or territories').press('Enter');
    await console_.getByRole('dialog').getByLabel('Days').fill('3');
    const faults = await look('plan-days');
    await console_.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });
});

describe('From the field', () => {
  it('comes what was refused, and what technicians ask for; where nothing waits, that is said', async () => {
    const { items: parts } = await ask('/parts?limit=2');
    const appointmentId = works.id;
    const notice = () => ({ appointmentId, noticeId: `fn_${ulid()}` });
    const changes = [
      ['request-part', { ...notice(), partId: parts[0].id, quantity: 2, remark: 'Before three' }],
      ['request-help', { ...notice(), text: 'Two must lift it' }],
      ['raise-lead', { ...notice(), kind: 'lead', text: 'Wants a heat pump' }],
      ['use-part', { appointmentId, usageId: `pu_${ulid()}`, partId: parts[1].id, quantity: 500 }],
    ] as const;
    const now = people.fieldline.now().toISOString();
    const pushed = await askAs(people.fieldline, `technician-${technician.replace(/ .*/, '').toLowerCase()}`)(
      '/sync/push',
      {
        ...{ clientId: randomUUID(), schemaVersion: syncSchemaVersion, sentAt: now },
        mutations: changes.map(([name, args], i) => ({ id: i + 1, name, args, recordedAt: now })),
      },
    );
    const states = pushed.body.results.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['applied', 'applied', 'applied', 'refused']);
    await console_.keyboard.press('i');
    const list = console_.getByRole('list', { name: 'From the field' });
    await list.getByRole('listitem').nth(3).waitFor();
    const faults = await look('field-notices');
    await console_.keyboard.press('Escape');
    await console_.getByRole('combobox', { name: 'Territory' }).selectOption(elsewhere);
    await loaded();
    await console_.keyboard.press('i');
    await console_.getByText('Nothing waits.').waitFor();
    faults.push(...(await look('field-nothing')));
    await console_.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });
});

describe('To whom it is closed', () => {
  it('a technician is shown the way to his page, and who finds no server may try again', async () => {
    const stranger = await people.signIn('/dispatch/', technician, { ...desk, ...still });
    await stranger.getByText('Your account has no access to dispatch.', { exact: false }).waitFor();
    const faults = await lookInBoth(stranger, { name: 'console-not-allowed', narrowest: 320 });
    await console_.route('**/v1/territories?*', (route) => route.abort());
    await console_.reload();
    await console_.getByText('The server did not answer. Nothing is lost; try again.').waitFor();
    faults.push(...(await lookInBoth(console_, { name: 'console-no-server', narrowest: 320 })));
    await console_.unroute('**/v1/territories?*');
    await button('Try again').press('Enter');
    await loaded();
    expect(faults).toEqual([]);
  });
});
