import { describe, expect, it } from 'vitest';
import {
  importedAsset,
  importedContract,
  importedWarranty,
} from '../../../../shared/protocol/endpoints/agreement-imports.ts';
import type { Cells, ExchangeTable } from '../../../../web/dispatch/administration/exchange/exchange-table.ts';
import { assetTable } from '../../../../web/dispatch/assets/asset-table.ts';
import { warrantyTable } from '../../../../web/dispatch/assets/warranty-table.ts';
import { contractTable } from '../../../../web/dispatch/contracts/contract-table.ts';
import type { Catalogue } from '../../../../web/dispatch/state/read-catalogue.ts';
import { aContract } from '../../../builders/a-contract.ts';
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
const thereAndBack = async <Row>(table: ExchangeTable<Row>, thing: object) => {
  const api = anApi(async () => ({ items: [thing] }));
  const lines: (readonly string[])[] = [];
  for await (const page of table.lines(api, known, new AbortController().signal)) lines.push(...page);
  const [line = []] = lines;
  expect(line).toHaveLength(table.columns.length);
  return table.read(cellsOf(table, line), known);
};

describe('A line of a list', () => {
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
