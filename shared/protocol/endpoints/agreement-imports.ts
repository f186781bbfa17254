import * as z from 'zod/mini';
import { shortText } from '../../model/scalar.ts';
import { endpoint, staff } from '../endpoint.ts';
import { assetBody } from './assets.ts';
import { contractBody } from './contracts.ts';
import { importResult, mostImportedRows } from './imports.ts';
import { warrantyBody } from './warranties.ts';

const access = staff('manager', 'administrator');
const response = z.strictObject({ results: z.array(importResult) });
const rowsOf = <Row extends z.ZodMiniType>(row: Row) =>
  z.strictObject({ rows: z.array(row).check(z.minLength(1), z.maxLength(mostImportedRows)) });

/** A number of one's own or an id, as in the imports of customers: the same one always means the same thing. */
const ref = shortText;
const { siteId: _siteId, ...assetFacts } = assetBody.shape;
const { siteIds: _siteIds, assetIds: _assetIds, ...contractFacts } = contractBody.shape;

export const importedAsset = z.strictObject({
  ref,
  customerRef: ref,
  /** A site's id or name; absent: the customer's first one. */
  site: z.optional(shortText),
  asset: z.strictObject(assetFacts),
});
export const importedWarranty = z.strictObject({
  ref,
  /** The asset's ref, id or serial. */
  asset: shortText,
  warranty: warrantyBody,
});
export const importedContract = z.strictObject({
  ref,
  customerRef: ref,
  /** Ids or names; none: every site of the customer. */
  sites: z.array(shortText).check(z.maxLength(200)),
  /** Refs, ids or serials; none: any asset. */
  assets: z.array(shortText).check(z.maxLength(200)),
  contract: z.strictObject(contractFacts),
  /** By name or id, each; absent: as it is. The calendar belongs to the hours that the contract says. */
  calendar: z.optional(shortText),
  priceList: z.optional(shortText),
  /** By name, number of one's own or id. */
  preferredTechnicians: z.optional(z.array(shortText).check(z.maxLength(50))),
  forbiddenTechnicians: z.optional(z.array(shortText).check(z.maxLength(50))),
});

const imported = <Path extends string, Row extends z.ZodMiniType>(what: string, path: Path, row: Row) =>
  endpoint({
    method: 'POST',
    path,
    entry: 'agreements',
    summary: `Brings ${what} in or changes them, up to ${mostImportedRows} at a time; each row is answered by itself`,
    access,
    body: rowsOf(row),
    response,
  });

export const importAssets = imported('assets', '/v1/assets/import', importedAsset);
export const importWarranties = imported('warranties', '/v1/warranties/import', importedWarranty);
export const importContracts = imported('contracts', '/v1/contracts/import', importedContract);
