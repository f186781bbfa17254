import type { Asset } from '../../../shared/model/asset.ts';
import * as endpoints from '../../../shared/protocol/endpoints/assets.ts';
import { pageOf } from '../../api/page-of.ts';
import { changeRecord, createRecord } from '../../api/keep-record.ts';
import { recordOf } from '../../api/record-of.ts';
import { badField, notFound } from '../../platform/errors.ts';
import { assetEntity } from '../../store/entities/asset.ts';
import { customerEntity } from '../../store/entities/customer.ts';
import { siteEntity } from '../../store/entities/site.ts';
import { assetsBySerial } from '../../store/questions/agreements-lists.ts';
import type { Table } from '../../store/table-client.ts';
import { customerNames } from '../customer-names.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const assetRoutes: readonly Route[] = [
  staffRoute(endpoints.listAssets, async ({ deps, tenantId, query }) => {
    const page = await pageOf(assetsBySerial(deps.table, tenantId, query.serial, query));
    const [customers, sites] = await Promise.all([
      customerNames(deps.table, tenantId, page.items),
      query.sites && sitesOf(deps.table, tenantId, page.items),
    ]);
    return { ...page, customers, ...(sites && { sites }) };
  }),

  staffRoute(endpoints.createAsset, async (asked) => {
    const { deps, tenantId, params, body } = asked;
    const { customerId } = params;
    if (!(await deps.table.get(customerEntity, tenantId, { id: customerId }))) throw notFound('customer');
    await requireSite(asked, { ...body, customerId });
    const work = asked.begin();
    return asked.settle(work, createRecord(asked, work, assetEntity, { id: deps.newId('asset'), customerId, ...body }));
  }),

  staffRoute(endpoints.changeAsset, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, assetEntity, { id: asked.params.assetId });
      await requireSite(asked, asked.body);
      const { id, version, createdAt, updatedAt, meters } = before;
      const after: Asset = { id, version, createdAt, updatedAt, ...(meters && { meters }), ...asked.body };
      const work = asked.begin();
      return { work, answer: changeRecord(asked, work, assetEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.readMeter, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, assetEntity, { id: asked.params.assetId });
      const work = asked.begin();
      return { work, answer: changeRecord(asked, work, assetEntity, before, withReading(before, asked.body)) };
    }),
  ),
];

/** Where they stand, each site once. */
const sitesOf = async (table: Table, tenantId: string, assets: readonly Pick<Asset, 'siteId'>[]) => {
  const refs = [...new Set(assets.map(({ siteId }) => siteId))].map((id) => ({ id }));
  return (await table.getMany(siteEntity, tenantId, refs)).map(({ id, place }) => ({ id, place }));
};

/** The site must be the customer's own. */
const requireSite = async (
  { deps, tenantId }: StaffAsked,
  { siteId, customerId }: Pick<Asset, 'siteId' | 'customerId'>,
): Promise<void> => {
  const site = await deps.table.get(siteEntity, tenantId, { id: siteId });
  if (site?.customerId !== customerId) throw badField('body.siteId', 'the customer has no such site');
};

const withReading = (asset: Asset, read: NonNullable<Asset['meters']>[number]): Asset => {
  const known = asset.meters ?? [];
  const last = known.find(({ meter }) => meter === read.meter);
  if (last && last.readAt >= read.readAt) return asset;
  return { ...asset, meters: [...known.filter(({ meter }) => meter !== read.meter), read] };
};
