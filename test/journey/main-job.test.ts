import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { screenshot } from '../browser/chromium.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { BoardRow } from '../../shared/protocol/endpoints/board.ts';
import { cloudBundles, oneMachine } from './hosts.ts';
import { desk, gatherPeople, phone, smallPhone, type People } from './people.ts';

// A call becomes a finished visit: every step is done with a person's hands in a browser and builds on the one before.

const hosts = [oneMachine, cloudBundles].map((host) => [host.name, host] as const);
const subject = 'No heat since this morning';
const bostonTime = (at: string): string =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone: 'America/New_York', hour: '2-digit', minute: '2-digit' });

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

describe.each(hosts)('The main job %s', (_name, host) => {
  let people: People;
  let console_: Page;
  let customer: Page;
  let hand: Page;
  let technicianName = '';
  let visitLink = '';
  let ours: Appointment;
  /** Where the technician works at the moment; the customer lives some 450 m away. */
  let workplace: Place;
  let site: Place;

  beforeAll(async () => {
    people = await gatherPeople(host);
    console_ = await people.signIn('/dispatch/', 'Dora Lindgren', desk);
    await console_.getByRole('combobox', { name: 'Territory' }).selectOption({ label: 'Downtown & North' });
    await console_.getByText('Live', { exact: true }).waitFor();
    const { body: board } = await ask(`/territories/${territory()}/days/2026-05-12/board`);
    const [longitude, latitude] = board.rows.find(({ liveState }: BoardRow) => liveState === 'on-site').position.fix
      .location;
    workplace = { latitude, longitude };
    site = { latitude: latitude - 0.004, longitude };
  });
  afterAll(() => people?.leave());

  // Each step stands on the one before: after a failure the rest would only wait in vain.
  let failed = '';
  beforeEach(() => expect(failed, 'an earlier step').toBe(''));
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || failed) return;
    failed = task.name;
    for (const [i, page] of people.pages.entries()) await screenshot(page, `failed-${i}`);
  });

  const inQueue = () =>
    console_.getByRole('complementary', { name: 'Queue' }).getByRole('button', { name: new RegExp(subject) });
  const panel = () => console_.getByRole('complementary', { name: 'Details' });

  const territory = () => new URL(console_.url()).searchParams.get('territory');
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${people.fieldline.url}/v1${path}`, {
      headers: {
        authorization: `Bearer ${await people.fieldline.token('dispatcher')}`,
        'content-type': 'application/json',
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };

  it('a customer reports a fault by the link, without an account', async () => {
    customer = await people.open(people.fieldline.reportLink, smallPhone);
    await customer.getByRole('radio', { name: 'Something is broken' }).check();
    await customer.getByRole('radio', { name: 'Boiler repair' }).check();
    await customer.getByLabel('In a few words').fill(subject);
    await customer.getByLabel('Address').fill('31 Mount Vernon St, third floor');
    await customer.getByRole('textbox', { name: 'Position' }).fill(`${site.latitude}, ${site.longitude}`);
    await customer.getByLabel('Your name').fill('Walter Finch');
    await customer.getByLabel('Phone').fill('+1 617 555 0188');
    await screenshot(customer, 'customer-report');
    await customer.getByRole('button', { name: 'Send' }).click();
    await customer.getByRole('heading', { name: 'Thank you, we have it' }).waitFor();
    expect(await customer.getByText('We will be done by').textContent()).toMatch(/\d/);
  });

  it('the dispatcher sees it in the queue and on the map within two seconds, without reloading', async () => {
    await inQueue().waitFor({ timeout: 2000 });
    await inQueue().click();
    await panel().getByRole('heading', { name: subject }).waitFor();
    await inQueue().press('m');
    await console_.getByRole('note').filter({ hasText: subject }).waitFor();
    await screenshot(console_, 'console-request');
  });

  it('the candidates are ranked with the parts of their score, everyone else with the rule that excludes him', async () => {
    const best = panel()
      .getByRole('button', { name: /^Assign to (?!the best)/ })
      .first();
    await best.waitFor();
    expect(await panel().innerText()).toMatch(/of driving/);
    expect(await panel().innerText()).toMatch(/of the shift taken/);
    await panel().getByText('Why not the others?').click();
    await panel()
      .getByText(/needs Heating level 2/)
      .first()
      .waitFor();
    await screenshot(console_, 'console-candidates');
    technicianName = (await best.getAttribute('aria-label'))?.replace('Assign to ', '') ?? '';
    expect(technicianName).not.toBe('');
  });

  it('one click assigns it to the best', async () => {
    await panel()
      .getByRole('button', { name: `Assign to ${technicianName}` })
      .click();
    await console_.getByText(`Assigned to ${technicianName} at`).waitFor();
    await inQueue().waitFor({ state: 'detached' });
    const { body: board } = await ask(`/territories/${territory()}/days/2026-05-12/board`);
    ours = board.appointments.find((one: Appointment) => one.subject === subject);
    expect(ours.assignments).toHaveLength(1);
  });

  it('a conflicting assignment is refused with its reason, before the click and by the server', async () => {
    const second = await ask('/service-requests', {
      kind: 'fault',
      channel: 'phone',
      subject: 'Boiler next door leaks',
      contact: { name: 'Wilma Finch', phone: '+16175550189' },
      place: { location: [site.longitude, site.latitude], addressText: '33 Mount Vernon St' },
      workTypeId: ours.workTypeId,
    });
    expect(second.status).toBe(201);
    await console_
      .getByRole('button', { name: /Boiler next door leaks/ })
      .first()
      .click();
    await panel().getByText('Another technician or time').click();
    await panel().getByLabel('Technician').selectOption({ label: technicianName });
    await panel().getByLabel('Start').fill(bostonTime(ours.assignments[0]!.plannedStartAt));
    await panel()
      .getByText(/already taken/)
      .waitFor();
    expect(await panel().getByRole('button', { name: 'Assign', exact: true }).last().isDisabled()).toBe(true);
    const { technicianId, plannedStartAt } = ours.assignments[0]!;
    const refused = await ask(`/appointments/${second.body.appointmentId}/assign`, { technicianId, plannedStartAt });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'double-booking', detail: expect.stringMatching(/\w/) });
  });

  it('"Plan the day" shows its proposal against today and is accepted', async () => {
    const waiting = await console_.getByText(/^\d+ waits?$/).innerText();
    await console_.getByRole('button', { name: 'Plan the day' }).click();
    const review = console_.getByRole('article', { name: 'Review of the plan' });
    await review.getByRole('button', { name: 'Accept all' }).waitFor({ timeout: 30_000 });
    await screenshot(console_, 'console-plan');
    await review.getByRole('button', { name: 'Accept all' }).click();
    await console_.getByText(/appointments? placed/).waitFor();
    await expect
      .poll(() =>
        console_
          .getByText(/^\d+ waits?$/)
          .innerText()
          .catch(() => 'none'),
      )
      .not.toBe(waiting);
  });

  it('the dispatcher sends it to the technician and copies the link for the customer', async () => {
    await console_.keyboard.press('/');
    await console_.keyboard.type(subject);
    await console_
      .getByRole('option', { name: new RegExp(subject) })
      .first()
      .click();
    await panel().getByRole('button', { name: 'Dispatch', exact: true }).click();
    await panel().getByText('dispatched').first().waitFor();
    await panel().getByRole('button', { name: 'Copy customer link' }).click();
    const link = console_.getByText(/\/customer\/#/);
    visitLink = (await link.innerText()).match(/http\S+/)?.[0] ?? '';
    expect(visitLink).toContain('/customer/#tn_');
  });

  it('before travel the customer sees the window and no position', async () => {
    customer = await people.open(visitLink, smallPhone);
    await customer.getByText(/Planned for/).waitFor();
    await customer.getByText(/between \d/).waitFor();
    expect(await customer.getByRole('region', { name: /Map/ }).count()).toBe(0);
    await screenshot(customer, 'customer-booked');
  });

  it('the technician sees the stop in his day, accepts and starts to travel', async () => {
    hand = await people.signIn('/technician/', technicianName, {
      ...phone,
      geolocation: { ...workplace, accuracy: 10 },
      permissions: ['geolocation'],
    });
    await hand.getByRole('link', { name: new RegExp(subject) }).waitFor();
    await screenshot(hand, 'technician-day');
    await hand.getByRole('link', { name: new RegExp(subject) }).click();
    await hand.getByRole('button', { name: 'ACCEPT' }).click();
    await hand.getByRole('button', { name: 'START TRAVEL' }).click();
    await hand.getByRole('button', { name: 'ARRIVED' }).waitFor();
  });

  it('while he travels the customer sees when he arrives and where he is, and the console sees him move', async () => {
    await customer.getByText(/arrives in about|is on the way|is almost there/).waitFor({ timeout: 60_000 });
    await customer.getByText(/position seen/).waitFor({ timeout: 60_000 });
    await screenshot(customer, 'customer-on-the-way');
    await panel().getByText('travelling').first().waitFor();
  });

  it('his arrival is suggested by the place and confirmed by him', async () => {
    await hand.context().setGeolocation({ ...site, accuracy: 8 });
    const near = setInterval(() => {
      void hand.context().setGeolocation({ ...site, latitude: site.latitude + Math.random() / 1e5, accuracy: 8 });
    }, 3000);
    try {
      await hand.getByText('You seem to have arrived').waitFor({ timeout: 120_000 });
    } finally {
      clearInterval(near);
    }
    await screenshot(hand, 'technician-arrival');
    await hand.getByRole('button', { name: 'CONFIRM ARRIVAL' }).click();
    await hand.getByRole('button', { name: 'COMPLETE', exact: true }).waitFor();
  });

  it('a required checklist step blocks completion with the reason', async () => {
    await hand.getByRole('button', { name: 'COMPLETE', exact: true }).click();
    await hand.getByText(/required steps? (is|are) still open/).waitFor();
  });

  it('he ticks the checklist, uses a part from the van, writes a note and takes a photo', async () => {
    await hand.getByLabel(/Gas turned off/).check();
    await hand.getByLabel(/System pressure/).fill('1.6');
    await hand.getByRole('button', { name: 'Save' }).click();
    await hand.getByLabel(/Carbon monoxide/).check();
    const part = hand.getByLabel('Part', { exact: true });
    await part.selectOption({ index: 1 });
    await hand.getByRole('button', { name: 'Record part' }).click();
    await hand.getByLabel('New note').fill('Igniter worn, replaced.');
    await hand.getByRole('button', { name: 'Add note' }).click();
    const picture = { name: 'boiler.png', mimeType: 'image/png', buffer: await hand.screenshot() };
    await hand.locator('input[type=file]').setInputFiles(picture);
    await hand.getByRole('img', { name: /Photo by/ }).waitFor();
    await hand.getByText('Igniter worn, replaced.').waitFor();
    await screenshot(hand, 'technician-appointment');
  });

  it('more parts than lie on the van are refused, and nothing is booked', async () => {
    const part = hand.getByLabel('Part', { exact: true });
    await part.selectOption({ index: 1 });
    for (let i = 0; i < 60; i++) await hand.getByRole('button', { name: 'One more' }).click();
    await hand.getByRole('button', { name: 'Record part' }).click();
    await hand.getByText(/There are not enough on your van/).waitFor();
  });

  it('he completes it, and the dispatcher sees it done with everything he recorded', async () => {
    await hand.getByRole('button', { name: 'COMPLETE', exact: true }).click();
    await hand.getByRole('dialog').getByRole('button', { name: 'COMPLETE', exact: true }).click();
    await hand.getByText('Ended: Fixed').waitFor();
    await panel().getByText('completed').first().waitFor();
    await panel().getByText('Igniter worn, replaced.').waitFor();
    await panel()
      .getByRole('img', { name: /Photo by/ })
      .waitFor();
    await panel()
      .getByText(/1 × .* used/)
      .waitFor();
    await screenshot(console_, 'console-completed');
  });

  it("the customer's page thanks and shows neither position nor technician any more", async () => {
    await customer.getByText('Thank you: the work is done').waitFor({ timeout: 60_000 });
    expect(await customer.getByText(/position seen/).count()).toBe(0);
    expect(await customer.getByText(technicianName.split(' ')[0] ?? '?').count()).toBe(0);
    await screenshot(customer, 'customer-done');
  });

  it("the manager sees the day's figures", async () => {
    const manager = await people.signIn('/dispatch/', 'Miles Oduya', desk);
    await manager.getByRole('combobox', { name: 'Territory' }).selectOption({ label: 'Downtown & North' });
    await manager
      .getByRole('button', { name: 'Figures' })
      .or(manager.getByRole('link', { name: 'Figures' }))
      .click();
    for (const name of ['On time', 'First-time fix', 'Travel share', 'Utilisation']) {
      expect(await manager.getByRole('group', { name }).innerText()).toMatch(/\d+ ?%/);
    }
    await screenshot(manager, 'console-figures');
  });

  it('no page threw an error or broke the content security policy', () => {
    expect(people.complaints).toEqual([]);
  });
});
