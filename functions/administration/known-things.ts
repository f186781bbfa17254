import type { Technician } from '../../shared/model/technician.ts';
import type { WorkType } from '../../shared/model/work-type.ts';
import type { StaffAsked } from '../api/route.ts';
import { badField, badFields } from '../platform/errors.ts';
import { stockLocationEntity } from '../store/entities/stock-location.ts';
import { allParts, allSkills, allTechnicians, allTerritories } from '../store/questions/catalogue.ts';

type Named = Pick<Technician, 'id' | 'territoryIds' | 'skills' | 'vanStockLocationId'>;

/** Refuses territories, skills and a van that are not there, and a van that somebody else drives. */
export const requireKnownThings = async (asked: StaffAsked, technician: Named): Promise<void> => {
  const { deps, tenantId } = asked;
  const [territories, skills] = await Promise.all([
    allTerritories(deps.table, tenantId),
    allSkills(deps.table, tenantId),
  ]);
  requireAll('body.territoryIds', technician.territoryIds, territories, 'territory');
  requireAll(
    'body.skills',
    technician.skills.map(({ skillId }) => skillId),
    skills,
    'skill',
  );
  await requireFreeVan(asked, technician);
};

/** Refuses skills and parts that are not there. */
export const requireKnownNeeds = async (
  { deps, tenantId }: StaffAsked,
  { skillRequirements, partRequirements }: Pick<WorkType, 'skillRequirements' | 'partRequirements'>,
): Promise<void> => {
  const [skills, parts] = await Promise.all([allSkills(deps.table, tenantId), allParts(deps.table, tenantId)]);
  requireAll(
    'body.skillRequirements',
    skillRequirements.map(({ skillId }) => skillId),
    skills,
    'skill',
  );
  requireAll(
    'body.partRequirements',
    partRequirements.map(({ partId }) => partId),
    parts,
    'part',
  );
};

const requireAll = (
  field: string,
  ids: readonly string[],
  known: readonly { readonly id: string }[],
  what: string,
): void => {
  const missing = ids.flatMap((id, i) =>
    known.some((one) => one.id === id)
      ? []
      : [{ field: `${field}.${i}`, message: `there is no such ${what}`, finding: 'not-there' as const }],
  );
  const twice = ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [{ field: `${field}.${i}`, message: `this ${what} is named twice`, finding: 'named-twice' as const }],
  );
  if (missing.length + twice.length > 0) throw badFields([...missing, ...twice]);
};

const requireFreeVan = async ({ deps, tenantId }: StaffAsked, { id, vanStockLocationId }: Named): Promise<void> => {
  if (vanStockLocationId === undefined) return;
  const van = await deps.table.get(stockLocationEntity, tenantId, { id: vanStockLocationId });
  if (van?.kind !== 'van') throw badField('body.vanStockLocationId', 'there is no such van', { finding: 'not-there' });
  const technicians = await allTechnicians(deps.table, tenantId);
  const driver = technicians.find((one) => one.id !== id && one.active && one.vanStockLocationId === van.id);
  if (driver)
    throw badField('body.vanStockLocationId', `${driver.name} drives this van`, {
      finding: 'driven-by-another',
      said: driver.name,
    });
};
