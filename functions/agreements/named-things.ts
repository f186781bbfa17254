import type { Asset } from '../../shared/model/asset.ts';
import type { Customer } from '../../shared/model/customer.ts';
import type { Site } from '../../shared/model/site.ts';
import { idOfRef } from '../api/import-row.ts';
import { badField } from '../platform/errors.ts';
import { assetEntity } from '../store/entities/asset.ts';
import { customerEntity } from '../store/entities/customer.ts';
import { assetsBySerial } from '../store/questions/agreements-lists.ts';
import { customerBelongings } from '../store/questions/customer-belongings.ts';
import { foreignCursor } from '../store/questions/page.ts';
import type { StaffAsked } from './route.ts';

type Asking = Pick<StaffAsked, 'deps' | 'tenantId'>;

/** Whom a list means: by his id or by the number under which he was imported; with his sites. */
export const namedCustomer = async (
  { deps, tenantId }: Asking,
  ref: string,
): Promise<{ readonly customer: Customer; readonly sites: readonly Site[] }> => {
  const customer = await deps.table.get(customerEntity, tenantId, { id: idOfRef('customer', ref) });
  if (!customer) throw badField('body.customer', `there is no customer ${ref}`, { finding: 'not-there', said: ref });
  const { sites } = await customerBelongings(deps.table, tenantId, customer.id);
  return { customer, sites };
};

/** The site of that id or name, in any case; the first one where none is named. */
export const namedSite = (sites: readonly Site[], named: string | undefined): Site => {
  const wanted = named?.toLowerCase();
  const ordered = [...sites].sort((a, b) => (a.id < b.id ? -1 : 1));
  const site =
    wanted === undefined ? ordered[0] : ordered.find(({ id, name }) => id === named || name.toLowerCase() === wanted);
  if (site) return site;
  if (named === undefined) throw badField('body.site', 'the customer has no site', { finding: 'not-there' });
  throw badField('body.site', `the customer has no site ${named}`, { finding: 'not-there', said: named });
};

/** The asset of that id or imported number; else the only one that bears it as its serial. */
export const namedAsset = async ({ deps, tenantId }: Asking, ref: string): Promise<Asset> => {
  const known = await deps.table.get(assetEntity, tenantId, { id: idOfRef('asset', ref) });
  if (known) return known;
  const page = await assetsBySerial(deps.table, tenantId, ref, { limit: 10 });
  const [found, more] = page === foreignCursor ? [] : page.items.filter(({ serial }) => serial === ref);
  if (more) throw badField('body.asset', `several assets bear the serial ${ref}`, { finding: 'several', said: ref });
  if (!found) throw badField('body.asset', `there is no asset ${ref}`, { finding: 'not-there', said: ref });
  return found;
};
