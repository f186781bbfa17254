import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAs } from './ask-as.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, type People } from './people.ts';

// The company's book by keys alone: technicians and absences, customers, work types, settings, imports; who may not is told why.

let people: People;
let manager: Page;
let dispatcher: Page;
const ask = async (path: string) => (await askAs(people.fieldline, 'manager')(path)).body;
const press = (key: string) => manager.keyboard.press(key);
const button = (name: string, page = manager) => page.getByRole('button', { name, exact: true });
/** Goes there by Tab order's own means: focus, then the key. */
const choose = async (name: string) => {
  await button(name).focus();
  await press('Enter');
};

beforeAll(async () => {
  people = await gatherPeople();
  manager = await people.signIn('/dispatch/', 'Miles Oduya', desk);
  await manager.getByRole('combobox').first().waitFor();
});
afterAll(() => people?.leave());

describe('The bar of views', () => {
  it('goes to each view by its digit, and says where one is', async () => {
    for (const [key, name] of [
      ['4', 'Technicians'],
      ['5', 'Customers'],
      ['6', 'Work types'],
      ['7', 'Import and export'],
      ['8', 'Settings'],
    ] as const) {
      await press(key);
      await manager.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
    }
    expect(await button('Settings').getAttribute('aria-current')).toBe('page');
  });
});

describe('A technician', () => {
  const name = 'Noor Haddad';

  it('is entered by keys, with a skill and shifts', async () => {
    await press('4');
    await choose('New technician');
    await manager.locator('form').getByLabel(/^Name/).first().fill(name);
    await manager.getByLabel('Phone, as +16175550123').fill('+16175550177');
    await manager.getByLabel('E-mail').fill('noor@example.com');
    await manager.getByLabel('Vehicle').fill('Grey van');
    await manager.getByLabel('Add a skill').selectOption({ index: 1 });
    await manager.getByLabel('Address').fill('1 Depot Road');
    await manager.getByLabel('Latitude').fill('42.36');
    await press('Tab');
    await manager.getByLabel('Longitude').fill('-71.06');
    await press('Tab');
    await choose('Save');
    await manager.getByText(`${name} is saved`).waitFor();
    const { items } = await ask('/technicians?limit=100');
    const saved = items.find((one: { name: string }) => one.name === name);
    expect(saved.skills).toHaveLength(1);
    expect(saved.startPlace.location).toEqual([-71.06, 42.36]);
  });

  it('who would lose what is entered is asked first', async () => {
    await manager.getByLabel('Vehicle').fill('Red van');
    await button('Customers').focus();
    await press('Enter');
    const dialog = manager.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Go on entering' }).click();
    expect(await manager.getByLabel('Vehicle').inputValue()).toBe('Red van');
    await choose('Take back');
  });

  it('is absent only after the work that is planned was shown', async () => {
    const { items } = await ask('/technicians?limit=100');
    const { items: areas } = await ask('/territories');
    const area = areas.find((one: { name: string }) => one.name === 'Downtown & North');
    const { appointments } = await ask(`/territories/${area.id}/days/2026-05-13/board`);
    const planned = appointments.find((one: { assignments: object[] }) => one.assignments.length > 0);
    const busy = items.find((one: { id: string }) => one.id === planned.assignments[0].technicianId);
    await manager.getByRole('searchbox', { name: 'Search name, territory, skill' }).fill(busy.name);
    await manager.getByRole('button', { name: busy.name }).last().focus();
    await press('Enter');
    await manager.getByRole('heading', { name: busy.name, level: 2 }).waitFor();
    const form = manager.getByRole('form', { name: 'Add absence' });
    await form.getByLabel('First day').fill('2026-05-13');
    await form.getByLabel('Last day').fill('2026-05-13');
    await form.getByRole('button', { name: 'Add absence' }).focus();
    await press('Enter');
    await manager.getByText(planned.workOrderNumber).waitFor();
    await choose('Enter it all the same');
    await manager.getByRole('button', { name: /^Remove Holiday/ }).waitFor();
  });
});

describe('A work type', () => {
  it('shows its checklist as the phone does while it is written, and Alt with an arrow moves a step', async () => {
    await press('Escape');
    await button('Work types').focus();
    await press('Enter');
    await choose('New work type');
    await manager.locator('form').getByLabel(/^Name/).first().fill('Chimney sweep');
    await choose('Add a step');
    await manager.keyboard.type('Take a photo');
    await choose('Add a step');
    await manager.keyboard.type('Cover the floor');
    await press('Alt+ArrowUp');
    const preview = manager.getByRole('region', { name: 'On the phone' });
    expect(await preview.getByRole('listitem').allInnerTexts()).toEqual(['Cover the floor', 'Take a photo']);
    await choose('Save');
    await manager.getByText('Chimney sweep is saved').waitFor();
  });

  it('that is in use is not removed, and the work that uses it is named', async () => {
    const { items: areas } = await ask('/territories');
    const { backlog } = await ask(`/territories/${areas[0].id}/days/2026-05-12/board`);
    const { items } = await ask('/work-types?limit=100');
    const used = items.find(({ id }: { id: string }) => id === backlog[0].workTypeId);
    await manager.getByRole('searchbox', { name: 'Search work types' }).fill(used.name);
    await manager.getByRole('button', { name: used.name }).first().click();
    await manager.getByRole('heading', { name: used.name, level: 2 }).waitFor();
    await manager.getByRole('button', { name: 'Remove', exact: true }).last().click();
    await manager.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await manager.getByText(/Something hangs on it: WO-/).waitFor();
  });
});

describe('A place of stock', () => {
  it('tells what lies there, and a new one is entered with its place and two opening times a day', async () => {
    await button('Stock').focus();
    await press('Enter');
    await manager.getByRole('searchbox', { name: 'Search places of stock' }).fill('Newmarket');
    await manager.getByRole('button', { name: /^Warehouse Newmarket Square/ }).press('Enter');
    await manager.getByRole('row', { name: /^Boiler heat exchanger/ }).waitFor();
    await choose('New place of stock');
    const form = manager.locator('form');
    await form.getByLabel(/^Name/).fill('Depot North End');
    await form.getByLabel('Kind').selectOption({ label: 'Depot' });
    await form.getByLabel('Stands at one place').press('Space');
    await form.getByLabel('Address').fill('3 Pier Road');
    await form.getByLabel('Latitude').fill('42.37');
    await press('Tab');
    await form.getByLabel('Longitude').fill('-71.05');
    await press('Tab');
    await choose('Add hours');
    await form.getByRole('group', { name: 'Opening times 1' }).getByLabel('To', { exact: true }).fill('12:00');
    await choose('Add hours');
    await form.getByRole('group', { name: 'Opening times 2' }).getByLabel('From', { exact: true }).fill('13:00');
    await choose('Save');
    await manager.getByText('Depot North End is saved').waitFor();
    const weekdays = [1, 2, 3, 4, 5];
    const { items } = await ask('/stock-locations?limit=200');
    expect(items.find(({ name }: { name: string }) => name === 'Depot North End')).toMatchObject({
      ...{ kind: 'depot', place: { location: [-71.05, 42.37], addressText: '3 Pier Road' } },
      openingHours: [
        { weekdays, from: '07:00', to: '12:00' },
        { weekdays, from: '13:00', to: '17:00' },
      ],
    });
  });

  it('that somebody drives stays a van, and is told whose it is', async () => {
    const { items } = await ask('/technicians?limit=100');
    const { name, vanStockLocationId: van } = items.find(
      (one: { vanStockLocationId?: string }) => one.vanStockLocationId,
    );
    await manager.goto(`${people.fieldline.url}/dispatch/?view=stock&open=${van}`);
    await manager.locator('form').getByLabel('Kind').selectOption({ label: 'Depot' });
    await choose('Save');
    await manager.getByText(`Something hangs on it: ${name} drives it.`).waitFor();
    await choose('Take back');
  });
});

describe('Lists', () => {
  it('of customers come in from a file, line by line told, and one that cannot be read keeps no other back', async () => {
    await press('7');
    const head = 'ref;name;kind;phones;address;latitude;longitude';
    const lines = [
      'K-1;Quay Hotel;business;+1 617 555 0950;1 Quay St;42.36;-71.05',
      'K-2;;business;;;;',
      'K-3;Pier Café;shop;;;;',
    ];
    await manager.locator('input[type=file]').setInputFiles({
      name: 'customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([head, ...lines].join('\r\n')),
    });
    await manager.getByText('1 of 3 lines can be read.').waitFor();
    await choose('Import 1 line');
    await manager.getByText('Done: 1 of 1 lines').waitFor();
    await manager
      .getByText('kind:“shop” cannot be read')
      .or(manager.getByText('kind: “shop” cannot be read'))
      .waitFor();
    const { items } = await ask('/customers?name=Quay');
    expect(items).toMatchObject([{ name: 'Quay Hotel', phones: ['+16175550950'] }]);
  });
});

describe('Who may not change something', () => {
  it('is told who may: settings are for administrators, imports for managers', async () => {
    await press('8');
    await manager.getByText('Only administrators may change the settings.', { exact: false }).waitFor();
    expect(await manager.locator('form').getByLabel(/^Name/).first().isDisabled()).toBe(true);
    dispatcher = await people.signIn('/dispatch/', 'Dora Lindgren', desk);
    await dispatcher.getByRole('combobox').first().waitFor();
    await dispatcher.keyboard.press('7');
    await dispatcher.getByText('Import and export are not open to you').waitFor();
  });
});

describe('Whoever looks at the board', () => {
  it('sees an absence that somebody else enters, without reading anew', async () => {
    const [area] = (await ask('/territories')).items;
    const { rows } = await ask(`/territories/${area.id}/days/2026-05-12/board`);
    const free = rows.find(({ taken }: { taken: object[] }) => taken.length === 0);
    const { name } = await ask(`/technicians?limit=100`).then(({ items }) =>
      items.find(({ id }: { id: string }) => id === free.technicianId),
    );
    await dispatcher.goto(`${people.fieldline.url}/dispatch/?territory=${area.id}`);
    const label = dispatcher.getByRole('rowheader', { name });
    await label.waitFor();
    await dispatcher.getByText('Live', { exact: true }).waitFor();
    const absent = label.and(dispatcher.locator('[aria-label*="absent"]'));
    expect(await absent.count()).toBe(0);
    const span = { from: '2026-05-12T20:00:00.000Z', to: '2026-05-12T21:00:00.000Z' };
    const { status } = await askAs(people.fieldline, 'manager')(`/technicians/${free.technicianId}/absences`, {
      kind: 'sick',
      span,
      despite: ['work-planned'],
    });
    expect(status).toBe(201);
    await absent.waitFor({ timeout: 30_000 });
  });
});

const titles = {
  technicians: 'Technicians',
  customers: 'Customers',
  'work-types': 'Work types',
  stock: 'Places of stock',
  exchange: 'Import and export',
  settings: 'Settings',
} as const;
const lists: Readonly<Record<string, string>> = {
  technicians: '/technicians',
  customers: '/customers',
  'work-types': '/work-types',
  stock: '/stock-locations',
};

/** One that fills its page: the warehouse rather than a van. */
const oneOf = async (list: string): Promise<string> => {
  const { items } = await ask(`${list}?limit=200`);
  return (items.find(({ kind }: { kind?: string }) => kind === 'warehouse') ?? items[1]).id;
};

describe('The pages of the book, in both languages, at 400 % too:', () => {
  it.each(['technicians', 'customers', 'work-types', 'stock', 'exchange', 'settings'] as const)('%s', async (view) => {
    const list = lists[view];
    const open = list ? `&open=${await oneOf(list)}` : '';
    await manager.goto(`${people.fieldline.url}/dispatch/?view=${view}${open}`);
    await manager.getByRole('heading', { name: titles[view], level: 1, exact: true }).waitFor();
    if (list) await manager.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await lookInBoth(manager, { name: `console-${view}`, narrowest: 360, data: ['Home'] })).toEqual([]);
  });
});

it('No page threw an error or broke the content security policy', () => {
  expect(people.complaints).toEqual([]);
});
