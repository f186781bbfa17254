import { openGazetteer, type Gazetteer } from '../../shared/geo/gazetteer/gazetteer.ts';
import { unpackStreets } from '../../shared/geo/gazetteer/pack-streets.ts';
import type { GazetteerSource } from '../../shared/model/gazetteer-source.ts';
import { gazetteerPages, gazetteerSources } from '../store/questions/gazetteer.ts';
import type { Table } from '../store/table-client.ts';

export interface OpenedGazetteer {
  readonly gazetteer: Gazetteer;
  readonly attributions: readonly string[];
}

/** So many tenants' addresses stay in the memory of one function. */
const mostKept = 4;
type Kept = Map<string, { readonly editions: string; readonly opened: Promise<OpenedGazetteer> }>;
const kept = new WeakMap<Table, Kept>();

/** A tenant's imported addresses, read once and kept until another edition is taken over: one Query a question. */
export const gazetteerOf = async (table: Table, tenantId: string): Promise<OpenedGazetteer> => {
  const sources = await gazetteerSources(table, tenantId);
  const editions = sources.map(({ key, edition }) => `${key} ${edition}`).join();
  const tenants: Kept = kept.get(table) ?? new Map();
  kept.set(table, tenants);
  const found = tenants.get(tenantId);
  if (found?.editions === editions) return found.opened;
  const opened = open(table, tenantId, sources);
  tenants.delete(tenantId);
  tenants.set(tenantId, { editions, opened });
  const [oldest] = tenants.keys();
  if (tenants.size > mostKept && oldest !== undefined) tenants.delete(oldest);
  // What could not be read is read again with the next question.
  opened.catch(() => tenants.delete(tenantId));
  return opened;
};

const open = async (table: Table, tenantId: string, sources: readonly GazetteerSource[]): Promise<OpenedGazetteer> => {
  const pages = (await Promise.all(sources.map((source) => gazetteerPages(table, tenantId, source)))).flat();
  return {
    gazetteer: openGazetteer(pages.flatMap(({ streets }) => unpackStreets(streets))),
    attributions: [...new Set(sources.map(({ attribution }) => attribution))],
  };
};
