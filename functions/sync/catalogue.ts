import type { KnowledgeArticle } from '../../shared/model/knowledge-article.ts';
import type { Part } from '../../shared/model/part.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { Clock } from '../platform/clock.ts';
import { allKnowledge, allParts, allTechnicians } from '../store/questions/catalogue.ts';
import type { Table } from '../store/table-client.ts';

/** What is the same for every technician of a tenant and changes seldom. */
export interface TenantCatalogue {
  readonly parts: Part[];
  readonly knowledge: KnowledgeArticle[];
  readonly technicians: Technician[];
}
export type Catalogue = (tenantId: string) => Promise<TenantCatalogue>;

/** Read by every phone at every pull it would cost more than all the rest. */
const keptMilliseconds = 60_000;

/** Reads a tenant's catalogue at most once a minute. */
export const rememberedCatalogue = (table: Table, clock: Clock): Catalogue => {
  const known = new Map<string, { readonly at: number; readonly read: Promise<TenantCatalogue> }>();
  return (tenantId) => {
    const now = clock().getTime();
    const kept = known.get(tenantId);
    if (kept && Math.abs(now - kept.at) < keptMilliseconds) return kept.read;
    const read = readCatalogue(table, tenantId);
    known.set(tenantId, { at: now, read });
    // What could not be read is asked for again.
    read.catch(() => known.delete(tenantId));
    return read;
  };
};

const readCatalogue = async (table: Table, tenantId: string): Promise<TenantCatalogue> => {
  const [parts, knowledge, technicians] = await Promise.all([
    allParts(table, tenantId),
    allKnowledge(table, tenantId),
    allTechnicians(table, tenantId),
  ]);
  return { parts, knowledge, technicians };
};
