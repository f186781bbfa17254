import type { Draft } from '../../../shared/model/entity.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import type { Warranty } from '../../../shared/model/warranty.ts';
import * as endpoints from '../../../shared/protocol/endpoints/agreement-imports.ts';
import type { ImportResult } from '../../../shared/protocol/endpoints/imports.ts';
import { failedRow, idOfRef, importRow } from '../../api/import-row.ts';
import { badField, Refusal } from '../../platform/errors.ts';
import { assetEntity } from '../../store/entities/asset.ts';
import { serviceContractEntity } from '../../store/entities/service-contract.ts';
import { warrantyEntity } from '../../store/entities/warranty.ts';
import { adjustUsages } from '../adjust-usages.ts';
import { contractNames } from '../contract-names.ts';
import { requireContractThings } from '../known-things.ts';
import { namedAsset, namedCustomer, namedSite } from '../named-things.ts';
import { staffRoute, type Route } from '../route.ts';
import { requireTerm } from './contracts.ts';
import { withFirstDay } from './warranties.ts';

export const importRoutes: readonly Route[] = [
  staffRoute(endpoints.importAssets, async (asked) => {
    const results = await eachRow(asked.body.rows, async ({ ref, customerRef, site, asset }) => {
      const { customer, sites } = await namedCustomer(asked, customerRef);
      const draft = { id: idOfRef('asset', ref), customerId: customer.id, siteId: namedSite(sites, site).id, ...asset };
      return importRow(asked, assetEntity, ref, draft);
    });
    return asked.settle(asked.begin(), { results });
  }),

  staffRoute(endpoints.importWarranties, async (asked) => {
    const results = await eachRow(asked.body.rows, async ({ ref, asset: assetRef, warranty }) => {
      const asset = await namedAsset(asked, assetRef);
      const facts = { id: idOfRef('warranty', ref), assetId: asset.id };
      const draft: Draft<Warranty> = { ...facts, ...withFirstDay(warranty, asset) };
      return importRow(asked, warrantyEntity, ref, draft);
    });
    return asked.settle(asked.begin(), { results });
  }),

  staffRoute(endpoints.importContracts, async (asked) => {
    const results = await eachRow(asked.body.rows, async (row) => {
      const { ref, customerRef, sites: names, assets, contract } = row;
      const { customer, sites } = await namedCustomer(asked, customerRef);
      const assetIds = await Promise.all(assets.map(async (one) => (await namedAsset(asked, one)).id));
      const draft: Draft<ServiceContract> = {
        id: idOfRef('serviceContract', ref),
        customerId: customer.id,
        ...contract,
        siteIds: names.map((name) => namedSite(sites, name).id),
        ...(assetIds.length > 0 && { assetIds }),
        ...(await contractNames(asked, row)),
      };
      requireTerm(draft);
      await requireContractThings(asked, customer.id, draft);
      return importRow(asked, serviceContractEntity, ref, draft, async (work, after, before) => {
        if (before?.customerId && before.customerId !== customer.id) {
          throw badField('body.customerRef', 'a contract stays with its customer');
        }
        if (before) await adjustUsages(asked, work, before, after);
      });
    });
    return asked.settle(asked.begin(), { results });
  }),
];

/** Row by row: one that names what is not there keeps no other back. */
const eachRow = async <Row extends { readonly ref: string }>(
  rows: readonly Row[],
  bring: (row: Row) => Promise<ImportResult>,
): Promise<ImportResult[]> => {
  const results: ImportResult[] = [];
  for (const row of rows) {
    try {
      results.push(await bring(row));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      results.push(failedRow(row.ref, error));
    }
  }
  return results;
};
