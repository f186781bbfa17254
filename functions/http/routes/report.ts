import { boundsOf } from '../../../shared/geo/bounds-of.ts';
import { createReport, getReportForm } from '../../../shared/protocol/endpoints/service-requests.ts';
import { badField } from '../../platform/errors.ts';
import { allTerritories, allWorkTypes } from '../../store/questions/catalogue.ts';
import { coveragePolicy } from '../../store/questions/coverage-book.ts';
import { assetEntity } from '../../store/entities/asset.ts';
import { siteEntity } from '../../store/entities/site.ts';
import { tenantEntity } from '../../store/entities/tenant.ts';
import type { Table } from '../../store/table-client.ts';
import { receive } from '../intake.ts';
import { customerRoute, type Route } from '../route.ts';

/** Shown by a form of a company that has no territory yet: the whole world. */
const everywhere: [number, number, number, number] = [-180, -85, 180, 85];

export const reportRoutes: readonly Route[] = [
  customerRoute(getReportForm, async ({ deps, tenantId, caller }) => {
    const [tenant, territories, workTypes, asset] = await Promise.all([
      deps.table.get(tenantEntity, tenantId, { id: tenantId }),
      allTerritories(deps.table, tenantId),
      allWorkTypes(deps.table, tenantId),
      assetOfLink(deps.table, tenantId, caller.link.assetId),
    ]);
    if (!tenant) throw new Error(`The tenant ${tenantId} is missing`);
    return {
      company: tenant.name,
      bounds: boundsOf(territories) ?? everywhere,
      workTypes: workTypes.filter((one) => one.offeredToCustomers).map(({ id, name }) => ({ id, name })),
      ...(asset && { asset }),
    };
  }),

  customerRoute(createReport, async (asked) => {
    const { deps, tenantId, now, caller, body } = asked;
    const [territories, allTypes] = await Promise.all([
      allTerritories(deps.table, tenantId),
      allWorkTypes(deps.table, tenantId),
    ]);
    const offered = allTypes.filter((one) => one.offeredToCustomers);
    if (body.workTypeId !== undefined && !offered.some(({ id }) => id === body.workTypeId)) {
      throw badField('body.workTypeId', 'there is no such work type');
    }
    const { assetId } = caller.link;
    if (body.assetId !== undefined && body.assetId !== assetId) {
      throw badField('body.assetId', 'this link is for another asset');
    }
    const by = { kind: 'customer', id: caller.link.id, name: body.contact.name } as const;
    const policy = await coveragePolicy(deps.table, tenantId);
    const around = { ...deps, tenantId, now, territories, workTypes: allTypes, policy, by };
    const channel = assetId === undefined ? 'web-form' : 'customer-link';
    return asked.decide(async () => {
      const work = asked.begin();
      const { serviceRequest } = await receive(work, { ...body, channel }, around);
      const { id: serviceRequestId, status, dueBy, territoryId } = serviceRequest;
      const zone = territories.find(({ id }) => id === territoryId)?.timeZone;
      return { work, answer: { serviceRequestId, status, dueBy, ...(zone !== undefined && { timeZone: zone }) } };
    });
  }),
];

const assetOfLink = async (table: Table, tenantId: string, assetId: string | undefined) => {
  const asset = assetId === undefined ? undefined : await table.get(assetEntity, tenantId, { id: assetId });
  const site = asset && (await table.get(siteEntity, tenantId, { id: asset.siteId }));
  return asset && site && { id: asset.id, name: asset.name, place: site.place };
};
