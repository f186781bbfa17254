import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Local } from '../../infra/local/local-options.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import { decisionHash } from '../../shared/rules/coverage/coverage-chain.ts';
import { launchChromium, screenshot } from '../browser/chromium.ts';
import { startOwnChromium, type OwnChromium } from '../browser/own-chromium.ts';
import { askAs } from './ask-as.ts';
import { boardHand } from './board-hand.ts';
import { oneMachine } from './hosts.ts';
import { lookAt } from './look-at.ts';
import { LoopbackNetwork } from './loopback-network.ts';
import { desk, tuesdayMorning } from './people.ts';
import { placeOnMap } from './place-on-map.ts';

// A technician's day in a cellar: the network is a proxy that can be cut, the browser is killed as a phone kills it (R4).

const technicianName = 'Ana Ribeiro';
const account = 'technician-ana';

describe('The phone without signal', () => {
  let folder: string;
  let fieldline: Local;
  let network: LoopbackNetwork;
  let browser: OwnChromium;
  let hand: Page;
  let office: Browser;
  let console_: Page;
  let here: Appointment;
  let next: Appointment;
  const complaints: string[] = [];

  const open = async (): Promise<Page> => {
    browser = await startOwnChromium(join(folder, 'browser'), network.chromiumArguments);
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${fieldline.url}/technician/`);
    return page;
  };
  const openConsole = async (): Promise<Page> => {
    office = await launchChromium();
    const page = await (await office.newContext({ locale: 'en-GB', ...desk })).newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${fieldline.url}/dispatch/`);
    await page.getByRole('button', { name: 'Dora Lindgren' }).click();
    await page.getByRole('combobox', { name: 'Territory' }).selectOption(here.territoryId);
    await page.getByText('Live', { exact: true }).waitFor();
    return page;
  };
  const dispatcher = (path: string, body?: object, method?: string) =>
    askAs(fieldline, 'dispatcher')(path, body, method ?? (body ? 'POST' : 'GET'));
  const fileOf = async ({ id }: Appointment) => (await dispatcher(`/appointments/${id}`)).body;
  const picture = async () => ({ name: 'boiler.png', mimeType: 'image/png', buffer: await hand.screenshot() });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldline-offline-'));
    const say = () => undefined;
    const settings = { port: 0, clock: tuesdayMorning, simulator: false, mapStyle: 'none', say } as const;
    fieldline = await oneMachine.start({ ...settings, folder: join(folder, 'data') });
    network = await LoopbackNetwork.open();
    const { body: day } = await askAs(fieldline, account)('/my/days/today');
    here = day.appointments.find(({ status }: Appointment) => status === 'on-site');
    next = day.appointments.find(({ status }: Appointment) => status === 'dispatched' || status === 'accepted');
  });
  afterAll(async () => {
    await browser?.kill();
    await office?.close();
    network?.close();
    await fieldline?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  let failed = '';
  beforeEach(() => expect(failed, 'an earlier step').toBe(''));
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || failed) return;
    failed = task.name;
    await screenshot(hand, 'failed-phone-offline').catch(() => undefined);
    if (console_) await screenshot(console_, 'failed-phone-offline-console').catch(() => undefined);
  });

  const openStop = async ({ subject }: Appointment) => {
    await hand.goto(`${fieldline.url}/technician/#/stops`);
    await hand.getByRole('link').filter({ hasText: subject }).first().click();
    await hand.getByRole('heading', { name: subject, level: 1 }).waitFor();
  };
  const answerAll = async ({ tasks }: Appointment) => {
    for (const { label, answer, required, value } of tasks) {
      if (!required || value !== undefined) continue;
      const field = hand.getByRole(answer === 'check' ? 'checkbox' : 'textbox', { name: label }).first();
      if (answer === 'check') await field.check();
      else {
        await field.fill(answer === 'number' ? '1.5' : 'as it should be');
        await hand.getByRole('button', { name: 'Save', exact: true }).click();
        await hand.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
      }
    }
  };
  const usePart = async () => {
    await hand.getByLabel('Part', { exact: true }).selectOption({ index: 1 });
    await hand.getByRole('button', { name: 'Record part' }).click();
    await hand.getByText(/^1 × /).first().waitFor();
  };
  const sign = async () => {
    await hand.getByRole('button', { name: 'Let the customer sign' }).click();
    const box = await hand.locator('canvas').boundingBox();
    if (!box) throw new Error('there is nothing to sign on');
    await hand.mouse.move(box.x + 30, box.y + 80);
    await hand.mouse.down();
    await hand.mouse.move(box.x + 120, box.y + 40);
    await hand.mouse.move(box.x + 200, box.y + 110);
    await hand.mouse.up();
    await hand.getByRole('button', { name: 'Keep signature' }).click();
    await hand.getByRole('img', { name: /^Signature of/ }).waitFor();
  };
  /** Of the steps themselves: what is recorded between them has taps of its own. */
  let taps = 0;
  const tap = async (button: Locator) => {
    taps += 1;
    await button.click();
  };
  const step = async (name: string) => {
    const button = hand.getByRole('button', { name, exact: true });
    await tap(button);
    await button.waitFor({ state: 'detached' });
  };
  const complete = async () => {
    await tap(hand.getByRole('button', { name: 'COMPLETE', exact: true }));
    await tap(hand.getByRole('dialog').getByRole('button', { name: 'COMPLETE', exact: true }));
    await hand.getByText('Ended: Fixed').waitFor();
  };

  it('he signs in once with signal, and the page keeps itself and his day', async () => {
    hand = await open();
    await hand.getByRole('button', { name: technicianName }).click();
    await hand.getByRole('heading', { name: /Today/ }).waitFor();
    await hand.getByRole('link').filter({ hasText: here.subject }).first().waitFor();
    await hand.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  });

  it('in the cellar it opens cold, and says how old what it shows is', async () => {
    await browser.close();
    network.isCut = true;
    hand = await open();
    await hand.getByRole('link').filter({ hasText: here.subject }).first().waitFor();
    await hand.getByText(/No signal\. This is how things stood at/).waitFor();
    await screenshot(hand, 'phone-offline-day');
  });

  it('the map of his day is drawn there too, and a stop on it leads to the visit', async () => {
    await hand.getByRole('link', { name: 'Map', exact: true }).click();
    await hand.getByRole('region', { name: 'Map of today’s stops' }).waitFor();
    await hand.locator('.map[aria-busy=false]').waitFor();
    await screenshot(hand, 'phone-offline-map');
    const { body: day } = await askAs(fieldline, account)('/my/days/today');
    const box = await hand.locator('canvas').boundingBox();
    if (!box) throw new Error('there is no map');
    const stops = day.appointments.map(({ place }: Appointment) => place.location);
    const { x, y } = placeOnMap(here.place.location, [day.technician.startPlace.location, ...stops], box);
    await hand.mouse.click(x, y);
    await hand.getByRole('heading', { name: here.subject, level: 1 }).waitFor();
  });

  it('it decides who pays as the office does on the same facts, to the byte', async () => {
    for (const visit of [here, next]) {
      await openStop(visit);
      const { body } = await dispatcher(`/work-orders/${visit.workOrderId}/coverage`);
      expect(body.decision.lines).not.toEqual([]);
      const onThePhone = hand.locator(`[data-decision="${decisionHash(body.decision)}"]`);
      await onThePhone.waitFor();
    }
  });

  it('what he finds at the machine decides anew there who pays', async () => {
    await openStop(here);
    const decided = hand.locator('[data-decision]');
    const before = await decided.getAttribute('data-decision');
    await hand.getByRole('group', { name: 'Found at the machine' }).getByLabel('limescale').check();
    await hand.locator(`[data-decision]:not([data-decision="${before}"])`).waitFor();
    await screenshot(hand, 'phone-offline-causes');
  });

  it('he does one visit to its end, with part, photo, signature and note', async () => {
    await openStop(here);
    await answerAll(here);
    await usePart();
    await hand.locator('input[type=file]').setInputFiles(await picture());
    await hand.getByRole('img', { name: /Photo by/ }).waitFor();
    await sign();
    await hand.getByLabel('New note').fill('Igniter worn, replaced.');
    await hand.getByRole('button', { name: 'Add note' }).click();
    await hand.getByText('Igniter worn, replaced.').waitFor();
    await complete();
    await screenshot(hand, 'phone-offline-visit');
  });

  it('killed in the moment after, nothing of it is gone, and he goes on with the next one', async () => {
    await browser.kill();
    hand = await open();
    await openStop(here);
    await hand.getByText('Ended: Fixed').waitFor();
    await hand.getByText('Igniter worn, replaced.').waitFor();
    await hand.getByRole('img', { name: /Photo by/ }).waitFor();
    await openStop(next);
    if (next.status !== 'accepted') await step('ACCEPT');
    taps = 0;
    await step('START TRAVEL');
    await step('ARRIVED');
    await answerAll(next);
    await usePart();
    await sign();
    await complete();
    expect(taps, 'taps from travel to complete').toBeLessThanOrEqual(6);
    await hand.getByRole('link', { name: /unsent/ }).click();
    await hand.getByRole('list', { name: 'Not sent yet' }).waitFor();
    await screenshot(hand, 'phone-offline-unsent');
  });

  it('meanwhile the dispatcher answers a checklist step otherwise', async () => {
    const task = here.tasks.find(({ answer, required }) => required && answer === 'number');
    if (!task) throw new Error('the visit asks for no number');
    const { status } = await dispatcher(`/appointments/${here.id}/tasks/${task.key}`, { value: 2.5 }, 'PUT');
    expect(status).toBe(200);
    console_ = await openConsole();
    await console_.getByRole('button', { name: 'From the field', exact: true }).waitFor();
  });

  it('killed while the changes go up, and again while the pictures do, they go up when it comes back', async () => {
    await browser.kill();
    const kills: Promise<void>[] = [];
    const loseAndKill = (what: string) => {
      kills.push(browser.kill());
      throw new Error(`${what} is lost`);
    };
    const killedTimes = (times: number) => expect.poll(() => kills.length, { timeout: 60_000 }).toBe(times);
    network.isCut = false;
    network.onAnswer = ({ path }) => {
      if (path === '/v1/sync/push' && kills.length === 0) loseAndKill('the answer');
    };
    // Its page may be gone before it was there.
    await open().catch(() => undefined);
    await killedTimes(1);
    await Promise.all(kills);
    network.onRequest = ({ method }) => {
      if (method === 'PUT' && kills.length === 1) loseAndKill('the picture');
    };
    await open().catch(() => undefined);
    await killedTimes(2);
    await Promise.all(kills);
    network.onRequest = () => undefined;
    hand = await open();
    await hand.getByRole('link', { name: /All sent|Look at this/ }).waitFor();
  });

  it('the dispatcher sees everything of both, once', async () => {
    const [first, second] = [await fileOf(here), await fileOf(next)];
    for (const { appointment, partUsages } of [first, second]) {
      expect(appointment.status).toBe('completed');
      expect(partUsages.filter(({ by }: { by: string }) => by === technicianName)).toHaveLength(1);
    }
    expect(first.notes.filter(({ text }: { text: string }) => text === 'Igniter worn, replaced.')).toHaveLength(1);
    expect(first.photos).toHaveLength(1);
    expect(first.appointment.causes.found).toEqual(['limescale']);
    const { body: paid } = await dispatcher(`/work-orders/${here.workOrderId}/coverage`);
    expect(paid.facts.work.causes).toEqual(['limescale']);
    const { body: photo } = await dispatcher(`/appointments/${here.id}/photos/${first.photos[0].id}`);
    const file = await fetch(new URL(photo.url, fieldline.url));
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('image/jpeg');
  });

  it('his console shows both as completed, once, and the conflict with both values until it was seen to', async () => {
    const { block } = boardHand(console_, 'America/New_York');
    for (const visit of [here, next]) {
      await block(technicianName, visit.id)
        .and(console_.getByLabel(/ · completed · /))
        .waitFor();
    }
    await console_.getByRole('button', { name: 'From the field, to be seen to: 1' }).waitFor();
    await console_.keyboard.press('i');
    const notice = console_.getByRole('list', { name: 'From the field' }).getByRole('listitem');
    await notice.getByText('Conflict', { exact: true }).waitFor();
    expect(await notice.getByRole('definition').allInnerTexts()).toEqual(['2.5', '1.5']);
    expect(await lookAt(console_, { name: 'console-from-the-field', narrowest: 1024 })).toEqual([]);
    await notice.getByRole('button', { name: `Open ${here.subject}` }).click();
    await console_.getByRole('heading', { name: here.subject }).first().waitFor();
    await notice.waitFor({ state: 'detached' });
    await console_.keyboard.press('i');
    await notice.waitFor();
    await console_.keyboard.press('Enter');
    await console_.getByText('Nothing waits.').waitFor();
    await console_.getByRole('button', { name: 'From the field', exact: true }).waitFor();
  });

  it('where both changed the same, he is shown both, and what stands', async () => {
    await hand.getByRole('link', { name: 'Look at this' }).click();
    await hand.getByText(/was changed by someone else too\. Theirs stands/).waitFor();
    await screenshot(hand, 'phone-conflict');
    await hand.getByRole('button', { name: 'Seen' }).click();
    await hand.getByText('Everything has reached the server.').waitFor();
  });

  it('no page threw an error', () => {
    expect(complaints).toEqual([]);
  });
});
