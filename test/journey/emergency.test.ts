import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import { askAs } from './ask-as.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, type People } from './people.ts';

// From the call to who goes: one short form and one key.

const day = '2026-05-12';
let people: People;
let console_: Page;
let territory: string;
const ask = async (path: string, body?: object) => (await askAs(people.fieldline, 'dispatcher')(path, body)).body;

beforeAll(async () => {
  people = await gatherPeople();
  const { items } = await ask('/territories');
  territory = items.find(({ name }: { name: string }) => name === 'Downtown & North').id;
  console_ = await people.signIn('/dispatch/', 'Dora Lindgren', desk);
  await console_.getByRole('combobox', { name: 'Territory' }).selectOption(territory);
  await console_.getByText('Live', { exact: true }).waitFor();
});
afterAll(() => people.leave());

/** Card, Moran and Newell, The Keystroke-Level Model (1980): an average typist's key, and getting ready for the next thing. */
const keySeconds = 0.28;
const readySeconds = 1.35;
const mostSeconds = 20;

/** Hands that know keys alone and count what they do. */
const keyboard = () => {
  let seconds = 0;
  return {
    type: async (text: string) => {
      seconds += readySeconds + text.length * keySeconds;
      await console_.keyboard.type(text);
    },
    press: async (...keys: string[]) => {
      seconds += keys.length * keySeconds;
      for (const key of keys) await console_.keyboard.press(key);
    },
    seconds: () => seconds,
  };
};
const form = () => console_.getByRole('dialog', { name: 'New emergency' });
const offers = () => console_.getByRole('dialog', { name: 'Who goes to the emergency?' });
const offered = () =>
  offers()
    .getByRole('button', { name: /^Send / })
    .first()
    .waitFor();
const board = async (): Promise<Appointment[]> =>
  (await ask(`/territories/${territory}/days/${day}/board`)).appointments;
const statusFor = async (name: string) => (await board()).find(({ contact }) => contact.name === name)?.status;
const has = (label: string) =>
  form()
    .getByLabel(label)
    .evaluate((element) => element === document.activeElement);

describe('An emergency call', () => {
  it('of a stranger is written and sent by keys alone, within twenty seconds of hands', async () => {
    const [known] = await board();
    const workType = (await ask('/work-types?limit=100')).items[0];
    const hands = keyboard();
    await hands.press('e');
    await form().waitFor();
    await hands.type('+16175550199');
    await hands.press('Tab');
    await hands.type('Petra Voss');
    await hands.press('Tab');
    const address = known?.place.addressText ?? '';
    await hands.type(address.slice(0, 14));
    await form().getByRole('listbox').getByRole('option').first().waitFor();
    await hands.press('ArrowDown', 'Enter');
    await form().getByText('In Downtown & North').waitFor();
    await hands.press('Tab');
    await hands.type(workType.name.slice(0, 4));
    expect(await lookInBoth(console_, { name: 'console-emergency-form', narrowest: 1280 })).toEqual([]);
    await hands.press('Tab', 'Enter');
    await offered();
    await hands.press('1');
    await offers().waitFor({ state: 'hidden' });
    await expect.poll(() => statusFor('Petra Voss'), { timeout: 10_000 }).toBe('dispatched');
    expect(hands.seconds()).toBeLessThanOrEqual(mostSeconds);
  });

  it('of a known caller is taken by his number: Enter, the work, and who goes', async () => {
    const { items } = await ask('/customers?limit=100');
    const files = await Promise.all(items.map(({ id }: { id: string }) => ask(`/customers/${id}`)));
    const inside = new Set(
      (await ask(`/territories/${territory}/days/${day}/board`)).appointments.map(
        ({ customerId }: Appointment) => customerId,
      ),
    );
    const caller = files.find(
      ({ customer, sites }) => sites.length === 1 && customer.phones.length > 0 && inside.has(customer.id),
    );
    const workType = (await ask('/work-types?limit=100')).items[0];
    const hands = keyboard();
    await hands.press('e');
    await form().waitFor();
    await hands.type(caller.customer.phones[0]);
    await form().getByRole('list', { name: 'Customers found' }).getByRole('button').first().waitFor();
    await hands.press('Enter');
    await expect.poll(() => has('Work type')).toBe(true);
    await hands.type(workType.name.slice(0, 4));
    await hands.press('Tab', 'Enter');
    await offered();
    await hands.press('1');
    await offers().waitFor({ state: 'hidden' });
    await expect
      .poll(
        async () =>
          (await board()).filter(
            ({ customerId, status, priority }) =>
              customerId === caller.customer.id && status === 'dispatched' && priority === 'emergency',
          ).length,
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0);
    expect(hands.seconds()).toBeLessThanOrEqual(mostSeconds);
    expect(people.complaints).toEqual([]);
  });
});

describe('Who must wait for an emergency', () => {
  it('is named after it was sent, and planned anew by one key', async () => {
    const { backlog, appointments } = await ask(`/territories/${territory}/days/${day}/board`);
    const works = (await ask('/work-types?limit=100')).items;
    const light = works.find(({ name }: { name: string }) => name === 'Street light out');
    const other = backlog.find(({ workTypeId }: Appointment) => workTypeId === light.id);
    const [soonest] = (await ask(`/appointments/${other.id}/candidates?day=${day}`)).candidates;
    const despite = ['after-due-time', 'outside-arrival-window', 'part-not-on-van'];
    const to = { technicianIds: [soonest.technicianId], plannedStartAt: soonest.plannedStartAt, despite };
    await ask('/appointment-moves', { moves: [{ appointmentId: other.id, version: other.version, to }] });
    const made = await ask('/service-requests', {
      ...{ kind: 'fault', channel: 'phone', subject: 'Wires hang low', priority: 'emergency', workTypeId: light.id },
      ...{ contact: { name: 'City watch' }, place: appointments[0].place },
    });
    const { appointmentId } = made;
    expect(appointmentId, JSON.stringify(made)).toBeDefined();
    const row = console_.getByRole('complementary', { name: 'Queue' }).locator(`[data-id="${appointmentId}"]`);
    await row.click({ button: 'right' });
    await console_.getByRole('menuitem', { name: 'Who goes to the emergency?' }).click();
    await offered();
    await console_.keyboard.press('1');
    const bar = console_.getByRole('region', { name: 'Re-plan' });
    await bar.getByText(/waits longer now/).waitFor();
    expect(await lookInBoth(console_, { name: 'console-disturbed', narrowest: 1280 })).toEqual([]);
    await bar.getByRole('button', { name: 'Find better places for them' }).press('Enter');
    await console_.getByText('1 is planned anew').waitFor({ timeout: 60_000 });
    await console_.getByRole('button', { name: 'Discard' }).click({ timeout: 60_000 });
    await bar.waitFor({ state: 'detached' });
  });
});

describe('On the telephone', () => {
  it('the times of the day are priced, and one press promises one', async () => {
    const { backlog } = await ask(`/territories/${territory}/days/${day}/board`);
    const one = backlog.find(({ arrivalWindow, priority }: Appointment) => !arrivalWindow && priority !== 'emergency');
    await console_.goto(`${people.fieldline.url}/dispatch/?territory=${territory}&open=${one.id}`);
    const panel = console_.getByRole('article', { name: one.subject });
    await panel.getByText('Times to offer').click();
    await panel
      .getByText(/could keep it/)
      .first()
      .waitFor();
    await panel
      .getByRole('button', { name: /^Promise / })
      .first()
      .click();
    await panel.getByText(/The customer was told/).waitFor();
    const { appointment } = await ask(`/appointments/${one.id}`);
    expect(appointment.arrivalWindow).toBeDefined();
  });

  it('what would make it fit is told with its effect where nobody can have it', async () => {
    const { backlog } = await ask(`/territories/${territory}/days/${day}/board`);
    let stuck: Appointment | undefined;
    for (const one of backlog) {
      const { changes } = await ask(`/appointments/${one.id}/candidates?day=${day}`);
      if (changes.length > 0) stuck ??= one;
    }
    if (!stuck) throw new Error('everything that waits fits');
    await console_.goto(`${people.fieldline.url}/dispatch/?territory=${territory}&open=${stuck.id}`);
    const panel = console_.getByRole('article', { name: stuck.subject });
    await panel.getByText('What would make it fit').waitFor();
    await panel
      .getByText(/^would fit at/)
      .first()
      .waitFor();
    expect(await lookInBoth(console_, { name: 'console-would-fit', narrowest: 1280 })).toEqual([]);
  });
});
