import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { BoardRow } from '../../shared/protocol/endpoints/board.ts';
import { askAs } from './ask-as.ts';
import { lookAt } from './look-at.ts';
import { lookInBoth, speak } from './look-in-both.ts';
import { desk, gatherPeople, phone, smallPhone, type People } from './people.ts';
import { wordsOf } from './words-of.ts';

// Every page and main state in light and dark, in English and Chinese: no rule of WCAG 2.2 AA broken, nothing to scroll
// sideways. The pictures lie in test/out/screenshots.

const day = '2026-05-12';
const languages = ['en', 'zh'] as const;
const still = { reducedMotion: 'reduce' } as const;
const narrowPhone = 320;
const narrowDesk = 1280;
/** 1440 × 900 at 400 %. */
const zoomed = { width: 360, height: 225 };

let people: People;
let dispatcher: Page;
let technician: Page;
let customer: Page;
let territory: string;
let waiting: Appointment;
let owner: string;
let request: { readonly id: string };
/** Links of the customer, by what they show. */
const links = new Map<string, string>();

const valueFor = { check: true, number: 1.5, text: 'as it should be' } as const;

/** Its technician is seen on the road, some metres from where he was. */
const setOut = async ({ assignments }: Appointment, rows: readonly BoardRow[]) => {
  const { body } = await askAs(people.fieldline, 'dispatcher')('/technicians');
  const { id, name } = body.items.find(({ id }: { id: string }) => id === assignments[0]?.technicianId);
  const [longitude = 0, latitude = 0] =
    rows.find(({ technicianId }) => technicianId === id)?.position?.fix.location ?? [];
  const fix = {
    at: people.fieldline.now().toISOString(),
    location: [longitude + 0.0002, latitude],
    accuracyMetres: 12,
    speedMetresPerSecond: 9,
    headingDegrees: 90,
  };
  const account = `technician-${name.split(' ')[0].toLowerCase()}`;
  const { body: taken } = await askAs(people.fieldline, account)('/positions', { fixes: [fix] });
  expect(taken.accepted, 'the position of who is on the way').toBe(1);
};

beforeAll(async () => {
  people = await gatherPeople();
  const ask = askAs(people.fieldline, 'dispatcher');
  const { body: areas } = await ask('/territories');
  territory = areas.items.find(({ name }: { name: string }) => name === 'Downtown & North').id;
  const { body: board } = await ask(`/territories/${territory}/days/${day}/board`);
  [waiting] = board.backlog;
  [request] = board.openRequests;
  const known = board.appointments.find(({ assetId }: Appointment) => assetId !== undefined);
  owner = known.customerId;
  const rest: Appointment[] = [...board.appointments];
  const next = (...statuses: Appointment['status'][]) => {
    const at = rest.findIndex(({ status }) => statuses.includes(status));
    const [found] = rest.splice(at, 1);
    if (at < 0 || !found) throw new Error(`nothing on the board is ${statuses.join(' or ')}`);
    return found;
  };
  const linkTo = async (shows: string, { id }: Appointment) => {
    const { body } = await ask(`/appointments/${id}/links`, {});
    links.set(shows, body.url);
  };
  const ended = next('accepted', 'dispatched');
  await linkTo('ended', ended);
  await ask(`/appointments/${ended.id}/links`, undefined, 'DELETE');
  await linkTo('booked', next('accepted', 'dispatched'));
  const travelling = rest.find(({ status }) => status === 'travelling') ?? next('accepted');
  await linkTo('on-the-way', travelling);
  await ask(`/appointments/${travelling.id}/status`, { to: 'travelling' });
  await setOut(travelling, board.rows);
  const done = next('on-site');
  await linkTo('done', done);
  for (const { key, answer } of done.tasks) {
    await ask(`/appointments/${done.id}/tasks/${key}`, { value: valueFor[answer] }, 'PUT');
  }
  await ask(`/appointments/${done.id}/status`, { to: 'completed', outcome: { code: 'fixed' } });
  dispatcher = await people.signIn('/dispatch/', 'Dora Lindgren', { ...desk, ...still });
  await dispatcher.getByRole('combobox').first().waitFor();
  // What goes up is held back below, which reaches only pages without a service worker.
  const looked = { ...phone, ...still, serviceWorkers: 'block' } as const;
  technician = await people.signIn('/technician/', 'Ana Ribeiro', looked);
  await technician.getByRole('heading').first().waitFor();
  customer = await people.open(people.fieldline.reportLink, { ...smallPhone, ...still });
});
afterAll(() => people?.leave());

describe('The dispatch console, in both languages,', () => {
  const look = (state: string) => lookInBoth(dispatcher, { name: `console-${state}`, narrowest: narrowDesk });
  let t: Awaited<ReturnType<typeof wordsOf>>;
  beforeAll(async () => {
    t = await wordsOf('dispatch', 'en');
  });
  const at = async (query: string) => {
    await dispatcher.goto(`${people.fieldline.url}/dispatch/?territory=${territory}${query}`);
    await dispatcher.locator('canvas').first().waitFor();
  };

  it('shows queue, map and time board', async () => {
    await at('');
    await dispatcher.getByText(t('live.live'), { exact: true }).waitFor();
    expect(await look('board')).toEqual([]);
  });

  it('shows an appointment with its candidates', async () => {
    await at(`&open=${waiting.id}`);
    await dispatcher.getByRole('button', { name: t('assign.best') }).waitFor();
    await dispatcher.getByRole('meter').first().waitFor();
    expect(await look('appointment')).toEqual([]);
  });

  it('shows its keys', async () => {
    await dispatcher.keyboard.press('?');
    await dispatcher.getByRole('dialog', { name: t('keys') }).waitFor();
    expect(await look('keys')).toEqual([]);
    await dispatcher.keyboard.press('Escape');
  });

  it('takes a new request', async () => {
    await dispatcher.keyboard.press('n');
    await dispatcher.getByRole('dialog').getByLabel(t('phone')).fill('+16175550123');
    await dispatcher.getByRole('dialog').locator('canvas').waitFor();
    await dispatcher.getByRole('button', { name: t('request.create') }).click();
    await dispatcher.getByRole('alert').first().waitFor();
    expect(await look('new-request')).toEqual([]);
  });

  it('shows a request that waits for an answer', async () => {
    await at(`&open=${request.id}`);
    await dispatcher.getByRole('heading', { name: t('request.makeWork') }).waitFor();
    expect(await look('request')).toEqual([]);
  });

  it('reviews a plan', async () => {
    await at('');
    await dispatcher.getByRole('button', { name: t('plan.day') }).click();
    await dispatcher.getByRole('button', { name: t('plan.acceptAll') }).waitFor({ timeout: 30_000 });
    expect(await look('plan')).toEqual([]);
    await dispatcher.getByRole('button', { name: t('plan.discard') }).click();
  });

  it('shows the file of a customer', async () => {
    await at(`&open=${owner}`);
    await dispatcher.getByRole('heading', { name: t('customer.sites') }).waitFor();
    await dispatcher.getByText(t('customer.noAssets')).first().waitFor({ state: 'detached' });
    expect(await look('customer')).toEqual([]);
  });

  /** Each is in sight and nothing lies over it, as a trial finds out. */
  const isReached = async (words: typeof t) => {
    for (const thing of [
      dispatcher.getByRole('combobox', { name: words('territory') }),
      dispatcher.getByRole('combobox', { name: words('search'), exact: true }),
      dispatcher.getByRole('button', { name: words('newRequest') }),
      dispatcher.getByRole('button', { name: words('plan.day') }),
      dispatcher.getByRole('button', { name: words('assign.best') }),
      dispatcher
        .getByRole('region', { name: words('board') })
        .getByRole('button')
        .first(),
      dispatcher.locator('canvas'),
    ]) {
      await thing.scrollIntoViewIfNeeded();
      await thing.click({ trial: true });
    }
    await dispatcher.keyboard.press('n');
    const create = dispatcher.getByRole('button', { name: words('request.create') });
    await create.scrollIntoViewIfNeeded();
    await create.click({ trial: true });
    await dispatcher.keyboard.press('Escape');
  };

  it('is whole at 400 % zoom: its panels stand one below another, and each can be reached', async () => {
    await dispatcher.setViewportSize(zoomed);
    await at(`&open=${waiting.id}`);
    await dispatcher.getByRole('meter').first().waitFor();
    const faults = await lookInBoth(dispatcher, { name: 'console-zoomed', narrowest: zoomed.width, whole: true });
    for (const language of languages) {
      await speak(dispatcher, language);
      await isReached(await wordsOf('dispatch', language));
    }
    await speak(dispatcher, 'en');
    await dispatcher.setViewportSize(desk.viewport);
    expect(faults).toEqual([]);
  });

  it("shows the day's figures", async () => {
    await dispatcher.goto(`${people.fieldline.url}/dispatch/?territory=${territory}&view=figures`);
    await dispatcher.getByRole('group', { name: t('figure.onTime') }).waitFor();
    expect(await look('figures')).toEqual([]);
  });
});

describe.each(languages)("The technician's phone, in %s", (language) => {
  const look = (state: string) =>
    lookAt(technician, { name: `technician-${state}-${language}`, narrowest: narrowPhone, whole: state === 'visit' });
  const press = (name: string) => technician.getByRole('button', { name, exact: true }).click();
  const close = () => technician.keyboard.press('Escape');

  it('shows the day as a list and on the map', async () => {
    const t = await wordsOf('technician', language);
    await speak(technician, language);
    await technician.goto(`${people.fieldline.url}/technician/#/stops`);
    await technician.reload();
    await technician.getByRole('region', { name: t('nextStop') }).waitFor();
    const faults = await look('day');
    await technician.getByRole('link', { name: t('map') }).click();
    await technician.locator('canvas').waitFor();
    expect([...faults, ...(await look('map'))]).toEqual([]);
  });

  it('shows an appointment and asks how it ended', async () => {
    const t = await wordsOf('technician', language);
    await technician.getByRole('link', { name: t('stops') }).click();
    await technician
      .getByRole('region', { name: t('nextStop') })
      .getByRole('link')
      .click();
    await technician.getByRole('heading', { name: t('coverage') }).waitFor();
    const faults = await look('appointment');
    await press(t('action.cannot-complete'));
    await technician.getByRole('dialog', { name: t('cannotTitle') }).waitFor();
    expect([...faults, ...(await look('outcome'))]).toEqual([]);
    await close();
  });

  it('takes a signature, a code and a hand-over', async () => {
    const t = await wordsOf('technician', language);
    await press(t('sign'));
    await technician.getByLabel(t('signHere')).waitFor();
    const faults = await look('signature');
    await close();
    await press(t('scan'));
    await technician.getByText(t('noCamera')).waitFor();
    faults.push(...(await look('scan')));
    await close();
    await press(t('action.hand-over'));
    await technician.getByLabel(t('toColleague')).waitFor();
    expect([...faults, ...(await look('hand-over'))]).toEqual([]);
    await close();
  });

  it('shows what is not sent yet, the time sheet and the settings', async () => {
    const t = await wordsOf('technician', language);
    await technician.route('**/v1/sync/push', (route) => route.abort());
    await technician.getByLabel(t('noteText')).fill('Pump replaced. 泵已更换。');
    await press(t('addNote'));
    await technician.getByRole('link', { name: t('unsentCount.one', { count: '1' }) }).click();
    await technician.getByRole('list', { name: t('unsentTitle') }).waitFor();
    await technician.getByText(t('unsent.waiting')).waitFor();
    const faults = await look('unsent');
    await technician.unroute('**/v1/sync/push');
    await press(t('syncNow'));
    await technician.getByText(t('unsentEmpty')).waitFor();
    await technician.getByRole('link', { name: t('back') }).click();
    await technician.getByRole('link', { name: t('time'), exact: true }).click();
    await technician.getByRole('heading', { name: t('timeSheet') }).waitFor();
    faults.push(...(await look('times')));
    await press(t('menu'));
    await technician.getByRole('dialog', { name: t('menu') }).waitFor();
    expect([...faults, ...(await look('settings'))]).toEqual([]);
    await close();
  });
});

describe.each(languages)("The customer's page, in %s", (language) => {
  const look = (state: string) =>
    lookAt(customer, { name: `customer-${state}-${language}`, narrowest: narrowPhone, whole: true });
  const follow = async (address = '') => {
    await customer.goto('about:blank');
    await customer.goto(new URL(address, `${people.fieldline.url}/`).href);
  };

  it('takes a report and thanks for it', async () => {
    const t = await wordsOf('customer', language);
    await speak(customer, language);
    await follow(people.fieldline.reportLink);
    await customer.getByRole('radio', { name: t('kind.enquiry') }).check();
    await customer.getByRole('button', { name: t('send') }).click();
    await customer.getByRole('alert').first().waitFor();
    const faults = await look('report');
    await customer.getByLabel(t('subject')).fill('Do you service heat pumps?');
    await customer.getByLabel(t('address')).fill('31 Mount Vernon St');
    await customer.getByRole('textbox', { name: t('coordinates') }).fill('42.358, -71.067');
    await customer.getByLabel(t('name')).fill('Walter Finch');
    await customer.getByLabel(t('phone')).fill('+1 617 555 0188');
    await customer.getByRole('button', { name: t('send') }).click();
    await customer.getByRole('heading', { name: t('sentTitle') }).waitFor();
    expect([...faults, ...(await look('sent'))]).toEqual([]);
  });

  it('shows the visit while it is booked, on the way and done, and says when the link has ended', async () => {
    const t = await wordsOf('customer', language);
    const faults: string[] = [];
    for (const shows of ['booked', 'on-the-way', 'done']) {
      await follow(links.get(shows));
      await customer.getByText(t('about')).waitFor();
      if (shows === 'on-the-way') await customer.locator('canvas').waitFor();
      faults.push(...(await look(shows)));
    }
    await follow(links.get('ended'));
    await customer.getByRole('heading', { name: t('endedTitle') }).waitFor();
    expect([...faults, ...(await look('ended'))]).toEqual([]);
  });
});

describe('The pages of this machine', () => {
  it.each(['', 'dispatch/', 'local/outbox', 'docs'])('/%s', async (path) => {
    const page = await people.open(`/${path}`, phone);
    const name = `machine-${path.replace(/\W/g, '') || 'start'}`;
    await page.getByRole('heading').first().waitFor();
    expect(await lookAt(page, { name, narrowest: narrowPhone })).toEqual([]);
  });
});

it('No page threw an error or broke the content security policy', () => {
  expect(people.complaints).toEqual([]);
});
