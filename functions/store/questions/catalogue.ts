import type { Part } from '../../../shared/model/part.ts';
import type { Skill } from '../../../shared/model/skill.ts';
import type { StockLocation } from '../../../shared/model/stock.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { Territory } from '../../../shared/model/territory.ts';
import type { WorkType } from '../../../shared/model/work-type.ts';
import { knowledgeArticleEntity } from '../entities/knowledge-article.ts';
import { partEntity } from '../entities/part.ts';
import { skillEntity } from '../entities/skill.ts';
import { stockLocationEntity } from '../entities/stock-location.ts';
import { technicianEntity } from '../entities/technician.ts';
import { territoryEntity } from '../entities/territory.ts';
import { workTypeEntity } from '../entities/work-type.ts';
import type { Entity } from '../entity.ts';
import type { Table } from '../table-client.ts';
import { type Page, type PageRequest, foreignCursor, pageOf } from './page.ts';
import { readItems } from './read-items.ts';

const collection =
  <Value, Ref>(entity: Entity<Value, Ref>, name: string) =>
  (table: Table, tenantId: string, request: PageRequest): Promise<Page<Value> | typeof foreignCursor> =>
    pageOf(table, entity, { tenantId, index: 'gsi1', partition: [name] }, request);
const wholeCollection =
  <Value, Ref>(entity: Entity<Value, Ref>, name: string) =>
  async (table: Table, tenantId: string): Promise<Value[]> =>
    readItems(entity, await table.all({ tenantId, index: 'gsi1', partition: [name] }));
export const territories = collection<Territory, Pick<Territory, 'id'>>(territoryEntity, 'TERRITORIES');
export const technicians = collection<Technician, Pick<Technician, 'id'>>(technicianEntity, 'TECHNICIANS');
export const skills = collection<Skill, Pick<Skill, 'id'>>(skillEntity, 'SKILLS');
export const workTypes = collection<WorkType, Pick<WorkType, 'id'>>(workTypeEntity, 'WORK-TYPES');
export const parts = collection<Part, Pick<Part, 'id'>>(partEntity, 'PARTS');
export const stockLocations = collection<StockLocation, Pick<StockLocation, 'id'>>(
  stockLocationEntity,
  'STOCK-LOCATIONS',
);
export const allTerritories = wholeCollection(territoryEntity, 'TERRITORIES');
export const allTechnicians = wholeCollection(technicianEntity, 'TECHNICIANS');
export const allWorkTypes = wholeCollection(workTypeEntity, 'WORK-TYPES');
export const allSkills = wholeCollection(skillEntity, 'SKILLS');
export const allStockLocations = wholeCollection(stockLocationEntity, 'STOCK-LOCATIONS');
export const allParts = wholeCollection(partEntity, 'PARTS');
export const allKnowledge = wholeCollection(knowledgeArticleEntity, 'KNOWLEDGE');
