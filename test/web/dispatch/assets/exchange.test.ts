import { describe, expect, it } from 'vitest';
import {
  importedAsset,
  importedContract,
  importedWarranty,
} from '../../../../shared/protocol/endpoints/agreement-imports.ts';
import { listHolidayCalendars, listPriceLists } from '../../../../shared/protocol/endpoints/prices.ts';
import type { Cells, ExchangeTable } from '../../../../web/dispatch/administration/exchange/exchange-table.ts';
import { assetTable } from '../../../../web/dispatch/assets/asset-table.ts';
import { warrantyTable } from '../../../../web/dispatch/assets/warranty-table.ts';
import { contractTable } from '../../../../web/dispatch/contracts/contract-table.ts';
import type { Catalogue } from '../../../../web/dispatch/state/read-catalogue.ts';
import { aContract } from '../../../builders/a-contract.ts';
import { aPriceList } from '../../../builders/a-price-list.ts';
import { aTechnician } from '../../../builders/a-technician.ts';
import { aRecord, anId } from '../../../builders/an-id.ts';
import { aPart } from '../../../builders/a-part.ts';
import { aWarranty } from '../../../builders/a-warranty.ts';
import { anAsset } from '../../../builders/an-asset.ts';
import { anApi } from '../../an-api.ts';

const pump = aPart({ name: 'Pump, 12 V' });
const known: Catalogue = {
  territories: [],
  technicians: new Map(),
  workTypes: new Map(),
  parts: new Map([[pump.id, pump]]),
  skillNames: new Map(),
};
const tables = { assets: assetTable, warranties: warrantyTable('USD'), contracts: contractTable('USD') };

const cellsOf = <Row>({ columns }: ExchangeTable<Row>, line: readonly string[]): Cells =>
  Object.fromEntries(columns.map((column, i) => [column, line[i] ?? '']));
const exampleWith = <Row>(table: ExchangeTable<Row>, changes: Cells = {}) =>
  table.read({ ...cellsOf(table, table.example), ...changes }, known);

const readings = {
  assets: (changes: Cells) => exampleWith(tables.assets, changes),
  warranties: (changes: Cells) => exampleWith(tables.warranties, changes),
  contracts: (changes: Cells) => exampleWith(tables.contracts, changes),
};

/** What a table exports of one thing, read in again. */
const thereAndBack = async <Row>(
  table: ExchangeTable<Row>,
  thing: object,
  api = anApi(async () => ({ items: [thing] })),
  catalogue = known,
) => {
  const lines: (readonly string[])[] = [];
  for await (const page of table.lines(api, catalogue, new AbortController().signal)) lines.push(...page);
  const [line = []] = lines;
  expect(line).toHaveLength(table.columns.length);
  return table.read(cellsOf(table, line), catalogue);
};

describe('A line of a list', () => {
  it('of contracts from before terms had columns says nothing of them', () => {
    const { columns, example } = tables.contracts;
    const old = columns.indexOf('response');
    const cells = Object.fromEntries(columns.slice(0, old).map((column, i) => [column, example[i] ?? '']));
    const read = tables.contracts.read(cells, known);
    expect(read.ok && Object.keys(read.row)).toEqual(['ref', 'customerRef', 'sites', 'assets', 'contract']);
    const facts = ['respondWithinSeconds', 'arriveWithinSeconds', 'hours', 'keeper', 'tellsCustomer'];
    for (const fact of facts) expect(read.ok && read.row.contract).not.toHaveProperty(fact);
  });

  it('to copy is read, and taken by the server as it stands', () => {
    const [asset, warranty, contract] = [
      exampleWith(tables.assets),
      exampleWith(tables.warranties),
      exampleWith(tables.contracts),
    ];
    expect(asset.ok && importedAsset.safeParse(asset.row).success).toBe(true);
    expect(warranty.ok && importedWarranty.safeParse(warranty.row).success).toBe(true);
    expect(contract.ok && importedContract.safeParse(contract.row).success).toBe(true);
  });

  it.each([
    ['assets', 'installed', '3 February'],
    ['assets', 'serial', ''],
    ['warranties', 'ends above', 'many'],
    ['warranties', 'limit per claim', '12.345'],
    ['warranties', 'part', 'Flux capacitor'],
    ['contracts', 'spend', 'unlimited'],
    ['contracts', 'ends', '2026-13-01'],
    ['contracts', 'renewal', 'perhaps'],
    ['contracts', 'response', 'emergency 2h; high 4h'],
    ['contracts', 'arrival', 'emergency 2h; high 4h; normal soon; low 24h'],
    ['contracts', 'arrival', 'emergency 2h; high 4h; normal 8h; low 8d'],
    ['contracts', 'service hours', 'Mon-Fri 8-17'],
    ['contracts', 'service hours', '12345 18:00-08:00'],
    ['contracts', 'time zone', 'Harbor time'],
    ['contracts', 'keeper email', 'at the office'],
    ['contracts', 'tells customer', 'perhaps'],
  ] as const)('of a list of %s is refused by its column where %s is “%s”', (kind, column, text) => {
    expect(readings[kind]({ [column]: text })).toEqual({ ok: false, unreadable: { column, text } });
  });

  it('says from when a warranty holds where it begins by a day of its own', () => {
    const read = exampleWith(tables.warranties, { 'begins by': 'day', starts: '' });
    expect(read).toMatchObject({ ok: false, unreadable: { column: 'starts' } });
  });
});

describe('What was exported comes back as it was', () => {
  it('for an asset', async () => {
    const asset = anAsset({ soldOn: '2025-05-20', othersRepairedOn: ['2025-09-01', '2026-01-02'] });
    const { id, version, createdAt, updatedAt, customerId, siteId, ...facts } = asset;
    void [version, createdAt, updatedAt];
    expect(await thereAndBack(tables.assets, asset)).toEqual({
      ok: true,
      row: { ref: id, customerRef: customerId, site: siteId, asset: facts },
    });
  });

  it('for a warranty with a limit, a meter and exclusions', async () => {
    const warranty = aWarranty({
      startsBy: 'sale',
      endsByUsage: { meter: 'hours', endsAbove: 4000 },
      limitPerClaimMinorUnits: 150_005,
      partId: pump.id,
      exclusions: { othersRepair: true, misuseCodes: ['frost'], partIds: [pump.id] },
    });
    const { id, version, createdAt, updatedAt, assetId, ...facts } = warranty;
    void [version, createdAt, updatedAt];
    const back = await thereAndBack(tables.warranties, { ...warranty, partId: pump.id });
    expect(back).toEqual({ ok: true, row: { ref: id, asset: assetId, warranty: facts } });
  });

  it('for a lease of which nothing more was said', async () => {
    const { renewal: _none, ...contract } = aContract({ kind: 'lease' });
    const back = await thereAndBack(tables.contracts, contract);
    expect(back).toMatchObject({ ok: true, row: { contract: { kind: 'lease' } } });
    expect(back.ok && Object.keys(back.row.contract)).not.toContain('lease');
    expect(back.ok && Object.keys(back.row.contract)).not.toContain('renewal');
  });

  it('for a contract with promises, hours and a keeper, which calls books and people by name', async () => {
    const [noor, ida, otherIda] = [
      aTechnician({ ...aRecord('technician'), name: 'Noor Haddad' }),
      aTechnician({ ...aRecord('technician'), name: 'Ida Berg' }),
      aTechnician({ ...aRecord('technician'), name: 'Ida Berg' }),
    ];
    const [list, calendar] = [
      aPriceList({ name: 'Key accounts' }),
      { id: anId('holidayCalendar'), name: 'Harbor days' },
    ];
    const weekly = [
      { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
      { weekdays: [6], from: '09:00', to: '13:00' },
    ];
    const terms = {
      respondWithinSeconds: { emergency: 1800, high: 3600, normal: 28_800, low: 86_401 },
      arriveWithinSeconds: { emergency: 7200, high: 14_400, normal: 86_400, low: 259_200 },
      quoteAboveMinorUnits: 50_000,
      keeper: { name: 'Mina Petrov', email: 'mina@example.com' },
      tellsCustomer: false,
    };
    const contract = aContract({
      ...terms,
      hours: { timeZone: 'America/New_York', weekly, holidayCalendarId: calendar.id },
      priceListId: list.id,
      preferredTechnicianIds: [noor.id, ida.id],
      forbiddenTechnicianIds: [otherIda.id],
    });
    const answers = new Map<unknown, object>([
      [listPriceLists, list],
      [listHolidayCalendars, calendar],
    ]);
    const api = anApi(async (endpoint) => ({ items: [answers.get(endpoint) ?? contract] }));
    const people = { ...known, technicians: new Map([noor, ida, otherIda].map((one) => [one.id, one])) };
    const back = await thereAndBack(tables.contracts, contract, api, people);
    expect(back).toMatchObject({
      ok: true,
      row: {
        contract: { ...terms, hours: { timeZone: 'America/New_York', weekly } },
        calendar: 'Harbor days',
        priceList: 'Key accounts',
        preferredTechnicians: ['Noor Haddad', ida.id],
        forbiddenTechnicians: [otherIda.id],
      },
    });
    expect(back.ok && importedContract.safeParse(back.row).success).toBe(true);
  });

  it('for a lease with what is included', async () => {
    const contract = aContract({
      kind: 'lease',
      entitlement: { per: 'month', appointments: 2, labourSeconds: 9000, spendMinorUnits: 70 },
      renewal: { kind: 'automatic', months: 6, noticeDays: 30 },
      lease: {
        lessor: 'Halden Finance',
        swapRight: true,
        mostSwaps: 2,
        maintainedBy: 'company',
        residualMinorUnits: 99_900,
      },
    });
    const { id, version, createdAt, updatedAt, customerId, siteIds, ...facts } = contract;
    void [version, createdAt, updatedAt];
    expect(await thereAndBack(tables.contracts, contract)).toEqual({
      ok: true,
      row: { ref: id, customerRef: customerId, sites: siteIds, assets: [], contract: facts },
    });
  });
});
