import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenshot } from '../browser/chromium.ts';
import { askAs } from './ask-as.ts';
import { lookAt, lookAtForms } from './look-at.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, smallPhone, type People } from './people.ts';

// Who pays: a warranty and a contract are entered, a work order is decided by them, and the customer is asked by a link.

let people: People;
let manager: Page;
let customer: Page;
let ask: ReturnType<typeof askAs>;
let leaseId: string;
const button = (name: string, page = manager) => page.getByRole('button', { name, exact: true });
const field = (name: string | RegExp, page = manager) => page.getByLabel(name).first();

/** What is read from the page again and again until it is there. */
const patience = { timeout: 20_000 };

beforeAll(async () => {
  people = await gatherPeople();
  ask = askAs(people.fieldline, 'manager');
  const list = await ask('/price-lists', {
    name: 'City rates',
    currency: 'USD',
    timeZone: 'America/New_York',
    labour: [{ name: 'Hour', perHourMinorUnits: 12_000 }],
    travel: [{ zone: 'City', callOutMinorUnits: 4_500, perKilometreMinorUnits: 0 }],
    parts: [],
  });
  expect(list.status).toBe(201);
  const { body: policy } = await ask('/coverage-policy');
  const { version: _version, createdAt: _made, updatedAt: _changed, ...facts } = policy;
  const changed = { ...facts, priceListId: list.body.id, quoteAboveMinorUnits: 1_000 };
  expect((await ask('/coverage-policy', changed, 'PUT')).status).toBe(200);
  manager = await people.signIn('/dispatch/', 'Miles Oduya', desk);
  manager.setDefaultTimeout(20_000);
  await manager.getByRole('combobox').first().waitFor();
});
afterAll(() => people?.leave());

/** An appointment of a customer with an asset that nothing covers yet, on the board of its day. */
const uncovered = async () => {
  const { items: areas } = (await ask('/territories')).body;
  for (const { id } of areas) {
    const { backlog, appointments } = (await ask(`/territories/${id}/days/2026-05-12/board`)).body;
    for (const one of [...backlog, ...appointments]) {
      if (!one.assetId || ['completed', 'cannot-complete', 'cancelled'].includes(one.status)) continue;
      const { decision } = (await ask(`/work-orders/${one.workOrderId}/coverage`)).body;
      if (decision.basis === 'none' && decision.totals.customer > 5_000) return { ...one, territoryId: id };
    }
  }
  throw new Error('Everything is covered.');
};
let work: Awaited<ReturnType<typeof uncovered>>;

describe('What a work order costs', () => {
  it('is shown line by line in its panel, with who pays', async () => {
    work = await uncovered();
    await manager.goto(`${people.fieldline.url}/dispatch/?territory=${work.territoryId}&open=${work.id}`);
    const lines = manager.getByRole('region', { name: 'Lines of the work' });
    await lines.waitFor();
    expect(await lines.getByRole('columnheader').allInnerTexts()).toEqual(['Line', 'Price', 'Customer']);
    await lines.getByText(/^Travel/).waitFor();
  });
});

describe('The customer', () => {
  let link: string;

  it('is asked by a link where his share is above the limit, and the work waits for him', async () => {
    await manager.getByText('Decision and evidence').click();
    await button('Decide by what is known now').click();
    await manager.getByText(/^Decided .*Kept decisions: 1\./).waitFor();
    await button('Ask for them').click();
    await manager
      .getByText(/^Waits for /)
      .first()
      .waitFor();
    link = await manager.getByLabel('The customer’s link, shown this once').inputValue();
    expect(link).toContain('#');
  });

  it('reads what he pays, and approves it with his name', async () => {
    customer = await people.open(link, smallPhone);
    customer.setDefaultTimeout(20_000);
    await customer.getByRole('heading', { name: /^You pay \$/ }).waitFor();
    const inLanguage = (language: string, title: RegExp) => async () => {
      const heading = customer.getByRole('heading', { name: title });
      if (!(await heading.isVisible())) await customer.getByRole('button', { name: language }).click();
      await heading.waitFor();
    };
    const forms = [
      { name: 'customer-quote', show: inLanguage('English', /^You pay/) },
      { name: 'customer-quote-zh', show: inLanguage('中文', /^您支付/) },
    ];
    const look = { name: 'customer-quote', narrowest: 320, whole: true };
    expect(await lookAtForms(customer, look, forms)).toEqual([]);
    await inLanguage('English', /^You pay/)();
    await field('Your name', customer).fill('Ines Okafor');
    await button('Use my typed name', customer).click();
    await customer.getByRole('button', { name: /^Approve for / }).click();
    await customer.getByRole('heading', { name: 'Thank you: you approved it' }).waitFor();
  });

  it('has answered, as the panel says', async () => {
    await manager.reload();
    await manager.getByText(/^Approved by Ines Okafor/).waitFor();
    await manager.getByText('Signed by Ines Okafor').waitFor();
    expect(await lookAt(manager, { name: 'console-coverage-panel', narrowest: 360 })).toEqual([]);
  });
});

describe('A warranty', () => {
  it('is entered on the asset, stands in its time line, and covers the work from then on', async () => {
    const { asset } = (await ask(`/assets/${work.assetId}`)).body;
    await manager.keyboard.press('9');
    await manager.getByRole('heading', { name: 'Assets', level: 1 }).waitFor();
    await manager.getByRole('searchbox', { name: 'Serial begins with' }).fill(asset.serial);
    await manager.getByRole('button', { name: asset.serial }).click();
    await manager.getByRole('heading', { name: asset.name, level: 2 }).waitFor();
    await button('Add a warranty').click();
    const form = manager.getByRole('form', { name: 'New warranty' });
    await form.getByLabel('Clause').fill('Extended, section 7');
    await form.getByLabel('Begins by').selectOption('day');
    await form.getByLabel('First day').fill('2026-01-01');
    await form.getByLabel('Last day').fill('2027-12-31');
    await form.getByLabel('Travel, %').fill('50');
    await form.getByRole('button', { name: 'Save' }).click();
    await manager.getByText('Extended, section 7 is saved').waitFor();
    const timeLine = manager.getByRole('figure', { name: 'Coverage over the years' });
    await timeLine.getByText('labour 100%, parts 100%, travel 50%').waitFor();
    const { decision } = (await ask(`/work-orders/${work.workOrderId}/coverage`)).body;
    expect(decision).toMatchObject({ basis: 'warranty', clause: 'Extended, section 7' });
  });

  it('keeps its proof as a photo, which is seen again; what is neither photo nor document is refused', async () => {
    const add = manager.locator('input[type=file][aria-label="Add a document or photo to Extended, section 7"]');
    await add.setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer: await manager.screenshot() });
    await manager.getByText('receipt.png is saved').waitFor();
    await button('Open receipt.png').click();
    const photo = manager.getByRole('dialog').getByRole('img', { name: 'receipt.png' });
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth), patience).toBe(1440);
    await manager.keyboard.press('Escape');
    await photo.waitFor({ state: 'detached' });
    await add.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Paid in cash') });
    await manager.getByText('notes.txt was not taken').waitFor();
  });
});

describe('A contract', () => {
  it('is made with a customer, says what is included, and is renewed with the old version kept', async () => {
    const { customer: owner } = (await ask(`/customers/${work.customerId}`)).body;
    await manager.keyboard.press('Escape');
    await button('Contracts').click();
    await button('New contract').click();
    await manager.getByRole('combobox', { name: 'Customer' }).fill(owner.name);
    await manager.getByRole('listbox').getByRole('option').first().click();
    const form = manager.getByRole('form', { name: 'New contract' });
    await form.getByLabel('Contract and clause').fill('Silver care, 1.2');
    await form.getByLabel('Appointments').fill('4');
    await form.getByLabel('Last day').fill('2026-06-05');
    await form.getByRole('button', { name: 'Save' }).click();
    await manager.getByRole('heading', { name: 'Silver care, 1.2', level: 2 }).waitFor();
    await manager.getByText('Ends within 30 days, on 5 Jun 2026.').waitFor();
    await manager.getByRole('meter', { name: /0 of 4, 4 left/ }).waitFor();
    await button('Renew …').click();
    await button('Renew it').click();
    await manager.getByText('Not begun; it will run until 5 Jun 2027.').waitFor();
    const versions = manager.getByRole('region', { name: 'Versions' });
    expect(await versions.getByRole('listitem').count()).toBe(2);
  });
});

describe('A leased machine', () => {
  it('is swapped for another one, and returned in a condition that the customer pays for', async () => {
    const terms = {
      kind: 'lease',
      clause: 'Lease 12',
      siteIds: [],
      assetIds: [work.assetId],
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      covers: { labour: 0, parts: 0, travel: 0 },
      fixWithinSeconds: { emergency: 14_400, high: 28_800, normal: 172_800, low: 432_000 },
      lease: { lessor: 'Nordic', swapRight: true, maintainedBy: 'customer', returnCondition: 'Clean, with its keys' },
    };
    const made = await ask(`/customers/${work.customerId}/contracts`, terms);
    expect(made.status).toBe(201);
    leaseId = made.body.id;
    await manager.goto(`${people.fieldline.url}/dispatch/?view=contracts&open=${leaseId}`);
    const machines = manager.getByRole('region', { name: 'Leased machines' });
    await machines.getByRole('button', { name: /^Swap / }).click();
    await machines.getByLabel('Reason').fill('Too small');
    await button('Swap it').click();
    await machines.getByText(' was swapped for ').waitFor();
    await machines.getByRole('button', { name: /^Return / }).click();
    await button('Return it').click();
    await machines.getByText('Say whether it is in the condition that was agreed.').waitFor();
    await machines.getByLabel('As it was found').fill('Scratched');
    await machines.getByLabel('In the condition that was agreed').selectOption('no');
    await machines.getByLabel('The customer owes (USD)').fill('250');
    await button('Return it').click();
    await machines.getByText('The customer owes $250.00.').waitFor();
  });
});

describe('Prices and rules', () => {
  it('hold a price list with a rate for evenings, which a manager enters', async () => {
    await manager.goto(`${people.fieldline.url}/dispatch/?view=contracts`);
    await button('Prices and rules').click();
    const lists = manager.getByRole('region', { name: 'Price lists' });
    await lists.getByRole('button', { name: 'City rates' }).waitFor();
    await button('New price list').click();
    const form = manager.getByRole('form', { name: 'New price list' });
    await form.getByLabel('Off parts, %').fill('10');
    await form.getByLabel('Off parts, %').blur();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText(/^Not saved\. name/).waitFor();
    await form.getByLabel('Name').first().fill('Night rates');
    await form.getByRole('button', { name: 'Add a rate' }).click();
    await form.getByRole('button', { name: 'Move 2 up' }).click();
    const first = form.getByRole('list', { name: 'Rates of labour' }).getByRole('listitem').first();
    await first.getByLabel('Rate').first().fill('Evening');
    await first.getByLabel('An hour (USD)').fill('180.50');
    await first.getByLabel('Only for work that begins in some hours').check();
    await form.getByRole('button', { name: 'Save' }).click();
    await manager.getByText('Night rates is saved').waitFor();
    const { items } = (await ask('/price-lists')).body;
    const kept = items.find(({ name }: { name: string }) => name === 'Night rates');
    expect(kept.labour[0]).toMatchObject({ name: 'Evening', perHourMinorUnits: 18_050, hours: [{ from: '18:00' }] });
    await screenshot(manager, 'console-price-list-light');
  });

  it('hold a calendar of days off', async () => {
    await button('← Prices and rules').click();
    await button('New calendar').click();
    const form = manager.getByRole('form', { name: 'New calendar' });
    await form.getByLabel('Name').first().fill('New York');
    await form.getByRole('button', { name: 'Add a day' }).click();
    await form.getByRole('list', { name: 'Days off' }).getByLabel('Day').first().fill('2026-07-04');
    await form.getByLabel('What is celebrated').fill('Independence Day');
    await form.getByRole('button', { name: 'Save' }).click();
    await manager.getByText('New York is saved').waitFor();
    await screenshot(manager, 'console-calendar-light');
  });

  it('say which promise bears first and whose word is needed; what somebody else changed meanwhile is not overwritten', async () => {
    await button('← Prices and rules').click();
    const form = manager.getByRole('form', { name: 'Coverage policy' });
    await form.getByRole('button', { name: 'Move Service agreement up' }).click();
    await form.getByLabel('The company approves above (USD)').fill('500');
    const { body: policy } = await ask('/coverage-policy');
    const { version: _version, createdAt: _made, updatedAt: _changed, ...facts } = policy;
    expect((await ask('/coverage-policy', { ...facts, quoteAboveMinorUnits: 2_000 }, 'PUT')).status).toBe(200);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText(/^Somebody else changed it/).waitFor();
    await form.getByRole('button', { name: 'Show what stands now' }).click();
    await form.getByRole('button', { name: 'Move Service agreement up' }).click();
    await form.getByLabel('The company approves above (USD)').fill('500');
    await form.getByRole('button', { name: 'Save' }).click();
    await manager.getByText('Coverage policy is saved').waitFor();
    expect((await ask('/coverage-policy')).body).toMatchObject({
      precedence: ['maker-warranty', 'extended-warranty', 'service-agreement', 'repair-warranty', 'lease', 'purchase'],
      quoteAboveMinorUnits: 2_000,
      approval: { aboveMinorUnits: 50_000, role: 'manager' },
    });
    await screenshot(manager, 'console-terms-light');
  });
});

describe('All that waits for somebody’s word', () => {
  it('is listed with whom, on what sum and since when, and is answered there', async () => {
    const { workOrderId } = await uncovered();
    expect((await ask(`/work-orders/${workOrderId}/coverage`, {})).status).toBe(200);
    const asked = await ask(`/work-orders/${workOrderId}/authorisations`, undefined, 'POST');
    const [one] = asked.body.authorisations;
    await button('Waiting for a word').click();
    const line = manager
      .getByRole('list', { name: 'Waiting for a word' })
      .getByRole('listitem')
      .filter({ hasText: `${one.workOrderNumber} The customer’s word on $` });
    await line.getByText(`Waits for ${one.waitsFor} since `).waitFor();
    await screenshot(manager, 'console-waiting-light');
    await line.getByText('Enter the answer').click();
    await line.getByLabel('Remark').fill('Said so on the phone');
    await line.getByRole('button', { name: 'Approve' }).click();
    await line.waitFor({ state: 'detached' });
    const { authorisations } = (await ask(`/work-orders/${workOrderId}/coverage`)).body;
    expect(authorisations).toContainEqual(
      expect.objectContaining({ id: one.id, status: 'approved', remark: 'Said so on the phone' }),
    );
  });
});

describe('A list of warranties', () => {
  it('comes in from a file, line by line told', async () => {
    const { asset } = (await ask(`/assets/${work.assetId}`)).body;
    await manager.goto(`${people.fieldline.url}/dispatch/?view=exchange`);
    await manager.getByRole('radio', { name: 'Warranties' }).check();
    const head = 'ref;asset;kind;clause;begins by;starts;ends;labour %;parts %;travel %';
    const lines = [
      `W-1;${asset.serial};repair;Repair of May;day;2026-05-01;2026-11-01;100;100;0`,
      'W-2;no-such-serial;repair;Repair of May;day;2026-05-01;2026-11-01;100;100;0',
      `W-3;${asset.serial};repair;Repair of May;day;soon;2026-11-01;100;100;0`,
    ];
    await manager.locator('input[type=file]').setInputFiles({
      name: 'warranties.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([head, ...lines].join('\r\n')),
    });
    await button('Import 2 lines').click();
    await manager.getByText('Done: 2 of 2 lines').waitFor();
    await manager.getByText('no-such-serial: is not there').waitFor();
    const { warranties } = (await ask(`/assets/${work.assetId}`)).body;
    expect(warranties).toContainEqual(expect.objectContaining({ kind: 'repair', clause: 'Repair of May' }));
  });
});

describe('An asset', () => {
  it('is sold to another customer, at whose site it stands from then on', async () => {
    const { items } = (await ask('/customers?limit=20')).body;
    const buyer = items.find(({ id }: { id: string }) => id !== work.customerId);
    await manager.goto(`${people.fieldline.url}/dispatch/?view=assets&open=${work.assetId}`);
    await manager.getByText('Sold to another customer', { exact: true }).click();
    const form = manager.getByRole('form', { name: 'Sold to another customer' });
    await form.getByRole('combobox', { name: 'Customer' }).fill(buyer.name);
    await form.getByRole('option').first().click();
    await form.getByText(`Now with ${buyer.name}: choose the site and save.`).waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await manager.getByText(` now belongs to ${buyer.name}`).waitFor();
    const { asset } = (await ask(`/assets/${work.assetId}`)).body;
    const owner = (await ask(`/customers/${asset.customerId}`)).body;
    expect(owner.customer.name).toBe(buyer.name);
    expect(owner.sites).toContainEqual(expect.objectContaining({ id: asset.siteId }));
  });
});

describe('The pages of what is covered', () => {
  const headings = { assets: 'Assets', contracts: 'Contracts' } as const;
  const firstOf = async (path: string): Promise<string> => (await ask(path)).body.items[0].id;
  const pages = [
    { name: 'assets', view: 'assets', open: async () => work.assetId },
    { name: 'contracts', view: 'contracts', open: () => firstOf('/contracts?endsFrom=2026-05-12') },
    { name: 'lease', view: 'contracts', open: async () => leaseId },
    { name: 'terms', view: 'contracts', open: async () => 'terms' },
    { name: 'price-list', view: 'contracts', open: () => firstOf('/price-lists') },
    { name: 'calendar', view: 'contracts', open: () => firstOf('/holiday-calendars') },
    { name: 'waiting', view: 'contracts', open: async () => 'waiting' },
  ] as const;

  it.each(pages)('$name, in both languages, light and dark', async ({ name, view, open }) => {
    await manager.goto(`${people.fieldline.url}/dispatch/?view=${view}&open=${await open()}`);
    await manager.getByRole('heading', { name: headings[view], level: 1, exact: true }).waitFor();
    await manager.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await lookInBoth(manager, { name: `console-${name}`, narrowest: 360, data: ['Depot'] })).toEqual([]);
  });
});

it('No page threw an error or broke the content security policy', () => {
  expect(people.complaints).toEqual([]);
});
