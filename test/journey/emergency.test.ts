import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '../../shared/model/appointment.ts';
import { askAs } from './ask-as.ts';
import { lookAt } from './look-at.ts';
import { desk, gatherPeople, type People } from './people.ts';

// From the call to who goes: one short form and one key.

const day = '2026-05-12';
let people: People;
let console_: Page;
let territory: string;
const ask = async (path: string) => (await askAs(people.fieldline, 'dispatcher')(path)).body;

beforeAll(async () => {
  people = await gatherPeople();
  const { items } = await ask('/territories');
  territory = items.find(({ name }: { name: string }) => name === 'Downtown & North').id;
  console_ = await people.signIn('/dispatch/', 'Dora Lindgren', desk);
  await console_.getByRole('combobox', { name: 'Territory' }).selectOption(territory);
  await console_.getByText('Live', { exact: true }).waitFor();
});
afterAll(() => people.leave());

describe('An emergency call', () => {
  it('is written into one short form, and the best technician is sent by one key', async () => {
    const { appointments } = await ask(`/territories/${territory}/days/${day}/board`);
    const [known]: Appointment[] = appointments;
    const workType = (await ask('/work-types?limit=100')).items[0];
    await console_.keyboard.press('e');
    const form = console_.getByRole('dialog', { name: 'New emergency' });
    await console_.keyboard.type('+16175550199');
    await form.getByLabel('Name').fill('Petra Voss');
    await form.getByRole('combobox', { name: 'Address' }).fill(known?.place.addressText ?? '');
    await form.getByRole('listbox').getByRole('option').first().waitFor();
    await console_.keyboard.press('ArrowDown');
    await console_.keyboard.press('Enter');
    await form.getByText('In Downtown & North').waitFor();
    await form.getByLabel('Work type').selectOption(workType.id);
    expect(await lookAt(console_, { name: 'console-emergency-form-en', narrowest: 1280 })).toEqual([]);
    await form.getByLabel('Subject').press('Enter');
    const offers = console_.getByRole('dialog', { name: 'Who goes to the emergency?' });
    await offers
      .getByRole('button', { name: /^Send / })
      .first()
      .waitFor();
    await console_.keyboard.press('1');
    await offers.waitFor({ state: 'hidden' });
    const board = async () => (await ask(`/territories/${territory}/days/${day}/board`)).appointments;
    await expect
      .poll(async () => (await board()).find(({ contact }: Appointment) => contact.name === 'Petra Voss')?.status)
      .toBe('dispatched');
    expect(people.complaints).toEqual([]);
  });
});
