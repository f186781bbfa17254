import type { Site } from '../../shared/model/site.ts';
import { allSites } from '../store/questions/gazetteer.ts';
import type { Table } from '../store/table-client.ts';

/** Reading a few thousand sites costs some hundred units: not for every letter that someone types. */
const freshMilliseconds = 5 * 60_000;
/** Of one company; some 20 MB. */
const mostSites = 20_000;
/** So many companies' stay in the memory of one function. */
const mostKept = 4;

type Kept = Map<string, { readonly readAt: number; readonly sites: Promise<readonly Site[]> }>;
const kept = new WeakMap<Table, Kept>();

/** A company's sites as they stood within the last minutes, for what their street's first letter does not find. */
export const tenantSites = async (table: Table, tenantId: string, now: string): Promise<readonly Site[]> => {
  const tenants: Kept = kept.get(table) ?? new Map();
  kept.set(table, tenants);
  const readAt = Date.parse(now);
  const known = tenants.get(tenantId);
  if (known && Math.abs(readAt - known.readAt) < freshMilliseconds) return known.sites;
  const sites = allSites(table, tenantId, mostSites);
  tenants.delete(tenantId);
  tenants.set(tenantId, { readAt, sites });
  const [oldest] = tenants.keys();
  if (tenants.size > mostKept && oldest !== undefined) tenants.delete(oldest);
  // What could not be read is read again with the next question.
  sites.catch(() => tenants.delete(tenantId));
  return sites;
};
