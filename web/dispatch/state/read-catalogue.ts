import type { Api } from '../../api/api.ts';
import type { Part } from '../../../shared/model/part.ts';
import type { Skill } from '../../../shared/model/skill.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { Tenant } from '../../../shared/model/tenant.ts';
import type { Territory } from '../../../shared/model/territory.ts';
import type { WorkType } from '../../../shared/model/work-type.ts';
import { getAccount } from '../../../shared/protocol/endpoints/account.ts';
import {
  listParts,
  listSkills,
  listTechnicians,
  listTerritories,
  listWorkTypes,
} from '../../../shared/protocol/endpoints/catalogue.ts';

/** What changes seldom and is named everywhere: read once when the console starts. */
export interface Catalogue {
  readonly territories: readonly Territory[];
  readonly technicians: ReadonlyMap<string, Technician>;
  readonly workTypes: ReadonlyMap<string, WorkType>;
  readonly parts: ReadonlyMap<string, Part>;
  readonly skillNames: ReadonlyMap<string, string>;
  /** Whose console it is; absent in a console that has read nothing yet. */
  readonly company?: Tenant;
}

export const readCatalogue = async (api: Api): Promise<Catalogue> => {
  const [territories, technicians, workTypes, parts, skills, { tenant: company }] = await Promise.all([
    readAll<Territory>((query) => api.call(listTerritories, { query })),
    readAll<Technician>((query) => api.call(listTechnicians, { query })),
    readAll<WorkType>((query) => api.call(listWorkTypes, { query })),
    readAll<Part>((query) => api.call(listParts, { query })),
    readAll<Skill>((query) => api.call(listSkills, { query })),
    api.call(getAccount, {}),
  ]);
  return {
    territories: territories.sort((a, b) => a.name.localeCompare(b.name)),
    technicians: byId(technicians),
    workTypes: byId(workTypes),
    parts: byId(parts),
    company,
    skillNames: new Map(skills.map(({ id, name }) => [id, name])),
  };
};

/** The catalogue with a technician as somebody else left him, unless it knows him newer already. */
export const withTechnician = (catalogue: Catalogue, technician: Technician): Catalogue => {
  const { technicians } = catalogue;
  if ((technicians.get(technician.id)?.version ?? 0) > technician.version) return catalogue;
  return { ...catalogue, technicians: new Map([...technicians, [technician.id, technician]]) };
};

/** Before anything is read. */
export const emptyCatalogue: Catalogue = {
  territories: [],
  technicians: new Map(),
  workTypes: new Map(),
  parts: new Map(),
  skillNames: new Map(),
};

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

const readAll = async <Item>(
  read: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> => {
  const items: Item[] = [];
  let page = await read({ limit: 200 });
  items.push(...page.items);
  while (page.nextCursor !== undefined) {
    page = await read({ limit: 200, cursor: page.nextCursor });
    items.push(...page.items);
  }
  return items;
};

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));
