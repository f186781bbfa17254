import type { Asset } from '../../../shared/model/asset.ts';
import type { Warranty } from '../../../shared/model/warranty.ts';
import type { BodyOf } from '../../../shared/protocol/endpoint.ts';
import * as endpoints from '../../../shared/protocol/endpoints/warranties.ts';
import { pageOf } from '../../api/page-of.ts';
import { changeRecord, createRecord, removeRecord } from '../../api/keep-record.ts';
import { recordOf } from '../../api/record-of.ts';
import { badField, notFound } from '../../platform/errors.ts';
import { assetEntity } from '../../store/entities/asset.ts';
import { warrantyEntity } from '../../store/entities/warranty.ts';
import { warrantiesByEnd } from '../../store/questions/agreements-lists.ts';
import { staffRoute, type Route } from '../route.ts';

type Body = BodyOf<typeof endpoints.createWarranty>;

export const warrantyRoutes: readonly Route[] = [
  staffRoute(endpoints.listWarranties, ({ deps, tenantId, query }) =>
    pageOf(warrantiesByEnd(deps.table, tenantId, query.endsFrom, query)),
  ),

  staffRoute(endpoints.createWarranty, async (asked) => {
    const { deps, tenantId, params, body } = asked;
    const asset = await deps.table.get(assetEntity, tenantId, { id: params.assetId });
    if (!asset) throw notFound('asset');
    const draft = { id: deps.newId('warranty'), assetId: asset.id, ...withFirstDay(body, asset) };
    const work = asked.begin();
    return asked.settle(work, createRecord(asked, work, warrantyEntity, draft));
  }),

  staffRoute(endpoints.changeWarranty, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, body } = asked;
      const before = await recordOf(asked, warrantyEntity, { id: asked.params.warrantyId });
      const { id, assetId, version, createdAt, updatedAt } = before;
      const asset = await deps.table.get(assetEntity, tenantId, { id: assetId });
      const after = { id, assetId, version, createdAt, updatedAt, ...withFirstDay(body, asset) };
      const work = asked.begin();
      return { work, answer: changeRecord(asked, work, warrantyEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.removeWarranty, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, warrantyEntity, { id: asked.params.warrantyId });
      const work = asked.begin();
      removeRecord(asked, work, warrantyEntity, before);
      return { work, answer: undefined };
    }),
  ),
];

/** The day named, else the one that the asset has for what it begins by. */
export const withFirstDay = (
  body: Body,
  asset: Asset | undefined,
): Omit<Warranty, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'assetId'> => {
  const days = { sale: asset?.soldOn, installation: asset?.installedOn, 'first-use': asset?.firstUsedOn };
  const startsOn = body.startsOn ?? (body.startsBy && days[body.startsBy]);
  if (startsOn === undefined)
    throw badField('body.startsOn', 'the asset has no such day: name the first one', { finding: 'no-first-day' });
  if (body.endsOn < startsOn)
    throw badField('body.endsOn', 'must not end before it begins', { finding: 'ends-before-it-begins' });
  return { ...body, startsOn };
};
