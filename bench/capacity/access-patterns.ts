import * as ask from '../../functions/store/access-patterns.ts';
import { appointmentEntity } from '../../functions/store/entities/appointment.ts';
import { itemOf } from '../../functions/store/entity.ts';
import type { MeasuredTable } from './measured-table.ts';

/** One line of the table of costs. */
export interface Cost {
  readonly name: string;
  readonly call: string;
  readonly items: number;
  readonly units: number;
}

/** Copies appointments of the day until the board has so many. */
export const fillBoard = async (
  { table, company, newId }: MeasuredTable,
  territoryId: string,
  day: string,
  wanted: number,
): Promise<void> => {
  const tenantId = company.tenant.id;
  const there = await ask.dayBoard(table, tenantId, territoryId, day);
  for (let count = there.length; count < wanted; count++) {
    const model = there[count % there.length];
    if (!model) throw new Error('The demonstration has no appointment on this day');
    const Item = itemOf(appointmentEntity, tenantId, { ...model, id: newId('appointment') });
    await table.transact([{ Put: { TableName: table.name, Item } }]);
  }
};

/** Every question of the store, once, with what it gave and consumed. */
export const accessPatterns = async (
  measured: MeasuredTable,
  territoryId: string,
  day: string,
): Promise<readonly Cost[]> => {
  const { table, company } = measured;
  const tenantId = company.tenant.id;
  const board = await ask.dayBoard(table, tenantId, territoryId, day);
  const one = board[0];
  const technicians = await ask.allTechnicians(table, tenantId);
  const ids = technicians.map(({ id }) => id);
  const van = technicians.flatMap(({ vanStockLocationId }) => vanStockLocationId ?? [])[0] ?? '';
  const part = (await ask.vanStock(table, tenantId, van))[0]?.partId ?? '';
  const customerId = board.flatMap((appointment) => appointment.customerId ?? [])[0] ?? '';
  const assetId = board.flatMap((appointment) => appointment.assetId ?? [])[0] ?? '';
  const page = { limit: 100 };
  const questions: readonly [string, string, () => Promise<unknown>][] = [
    ['dayBoard', 'Query gsi2', () => ask.dayBoard(table, tenantId, territoryId, day)],
    ['backlog', 'Query gsi3, BatchGetItem', () => ask.backlog(table, tenantId, territoryId)],
    ['openRequests', 'Query gsi3, BatchGetItem', () => ask.allOpenRequests(table, tenantId, territoryId, 500)],
    ['plansOfDay', 'Query gsi2', () => ask.plansOfDay(table, tenantId, territoryId, day)],
    ['technicianDay', 'GetItem', () => ask.technicianDay(table, tenantId, ids[0] ?? '', day)],
    ['technicianDays', 'BatchGetItem', () => ask.technicianDays(table, tenantId, ids, day)],
    ['latestPositions', 'BatchGetItem', () => ask.latestPositions(table, tenantId, ids)],
    ['appointmentFile', '2 Query', () => ask.appointmentFile(table, tenantId, one?.id ?? '')],
    ['linksAndMessages', 'Query gsi1', () => ask.linksAndMessages(table, tenantId, one?.id ?? '')],
    ['serviceRequestFile', 'Query', () => ask.serviceRequestFile(table, tenantId, one?.serviceRequestId ?? '')],
    ['workOrderFile', '2 Query', () => ask.workOrderFile(table, tenantId, one?.workOrderId ?? '')],
    [
      'appointmentsOfWorkOrder',
      'BatchGetItem',
      () => ask.appointmentsOfWorkOrder(table, tenantId, { appointmentIds: one ? [one.id] : [] }),
    ],
    ['customerBelongings', 'Query gsi1', () => ask.customerBelongings(table, tenantId, customerId)],
    ['customerByContact', 'BatchGetItem', () => ask.customerByContact(table, tenantId, ['+16175550123'])],
    ['customersByName', 'Query gsi1', () => ask.customersByName(table, tenantId, '', page)],
    ['assetFile', 'Query', () => ask.assetFile(table, tenantId, assetId)],
    ['warrantiesOf', 'Query gsi1', () => ask.warrantiesOf(table, tenantId, assetId)],
    ['vanStock', 'Query', () => ask.vanStock(table, tenantId, van)],
    ['stockOf', 'BatchGetItem', () => ask.stockOf(table, tenantId, [van], [part])],
    ['whoHasPart', 'Query gsi1', () => ask.whoHasPart(table, tenantId, part)],
    ['stockMovements', 'Query', () => ask.stockMovements(table, tenantId, van, page)],
    ['allTerritories', 'Query gsi1', () => ask.allTerritories(table, tenantId)],
    ['allTechnicians', 'Query gsi1', () => ask.allTechnicians(table, tenantId)],
    ['allWorkTypes', 'Query gsi1', () => ask.allWorkTypes(table, tenantId)],
    ['allSkills', 'Query gsi1', () => ask.allSkills(table, tenantId)],
    ['allParts', 'Query gsi1', () => ask.allParts(table, tenantId)],
    ['newestSequence', 'GetItem', () => ask.newestSequence(table, tenantId, territoryId)],
    ['framesAfter', 'Query', () => ask.framesAfter(table, tenantId, territoryId, 0)],
    ['allTenantIds', 'Query', () => ask.allTenantIds(table)],
    ['waitingMessages', 'Query gsi3, BatchGetItem', () => ask.waitingMessages(table, tenantId, 500)],
    ['requestedPlans', 'Query gsi3, BatchGetItem', () => ask.requestedPlans(table, tenantId)],
    ['socketsOf', 'Query', () => ask.socketsOf(table, tenantId, territoryId)],
  ];
  const costs: Cost[] = [];
  for (const [name, call, question] of questions) {
    const { units, value } = await measured.measure(question);
    costs.push({ name, call, items: countOf(value), units: units.read });
  }
  return costs;
};

const countOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  if (value instanceof Map) return value.size;
  if (typeof value !== 'object' || value === null) return value === undefined ? 0 : 1;
  const lists = Object.values(value).filter((one) => Array.isArray(one));
  const inLists = lists.reduce((sum, list) => sum + list.length, 0);
  return 'items' in value ? inLists : inLists + Number(lists.length < Object.keys(value).length);
};
