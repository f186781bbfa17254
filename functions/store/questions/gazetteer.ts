import type { GazetteerPage, GazetteerSource } from '../../../shared/model/gazetteer-source.ts';
import type { Site } from '../../../shared/model/site.ts';
import { gazetteerPageEntity } from '../entities/gazetteer-page.ts';
import { gazetteerSourceEntity } from '../entities/gazetteer-source.ts';
import { siteEntity, streetLetterOf } from '../entities/site.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** The lists of addresses that were imported. */
export const gazetteerSources = async (table: Table, tenantId: string): Promise<GazetteerSource[]> =>
  readItems(gazetteerSourceEntity, await table.all({ tenantId, partition: ['GAZETTEER'] }));

/** All pages of the edition that a list stands in. */
export const gazetteerPages = async (
  table: Table,
  tenantId: string,
  { key, edition }: Pick<GazetteerSource, 'key' | 'edition'>,
): Promise<GazetteerPage[]> =>
  readItems(gazetteerPageEntity, await table.all({ tenantId, partition: ['GAZETTEER', key, edition] }));

/** Customers' sites in streets of the same first letter: what a search by address is narrowed from. */
export const sitesByStreetLetter = async (
  table: Table,
  tenantId: string,
  address: string,
  limit: number,
): Promise<Site[]> => {
  const letter = streetLetterOf(address);
  if (letter === undefined) return [];
  return readItems(siteEntity, await table.all({ ...sitesOf(tenantId), beginsWith: letter }, limit));
};

/** Customers' sites, at most so many, in the order of their streets. */
export const allSites = async (table: Table, tenantId: string, limit: number): Promise<Site[]> =>
  readItems(siteEntity, await table.all(sitesOf(tenantId), limit));

const sitesOf = (tenantId: string) => ({ tenantId, index: 'gsi2', partition: ['SITES'] }) as const;
