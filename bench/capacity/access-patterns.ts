import { appointmentEntity } from '../../functions/store/entities/appointment.ts';
import { itemOf } from '../../functions/store/entity.ts';
import { appointmentFile } from '../../functions/store/questions/appointment-file.ts';
import { assetFile, warrantiesOf } from '../../functions/store/questions/asset-file.ts';
import { backlog, dayBoard } from '../../functions/store/questions/board.ts';
import {
  allParts,
  allSkills,
  allTechnicians,
  allTerritories,
  allWorkTypes,
} from '../../functions/store/questions/catalogue.ts';
import { customerBelongings } from '../../functions/store/questions/customer-belongings.ts';
import {
  customerByContact,
  customersByName,
  customersByWords,
} from '../../functions/store/questions/customer-search.ts';
import { allTenantIds, requestedPlans, waitingMessages } from '../../functions/store/questions/for-the-clock.ts';
import { latestPositions } from '../../functions/store/questions/latest-positions.ts';
import { linksAndMessages } from '../../functions/store/questions/links-and-messages.ts';
import { framesAfter, newestSequence, socketsOf } from '../../functions/store/questions/live.ts';
import { allOpenRequests } from '../../functions/store/questions/open-requests.ts';
import { serviceRequestFile } from '../../functions/store/questions/service-request-file.ts';
import { stockMovements, stockOf, vanStock, whoHasPart } from '../../functions/store/questions/stock.ts';
import { technicianDay, technicianDays } from '../../functions/store/questions/technician-days.ts';
import { appointmentsOfWorkOrder, workOrderFile } from '../../functions/store/questions/work-order-file.ts';
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
  const there = await dayBoard(table, tenantId, territoryId, day);
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
  const board = await dayBoard(table, tenantId, territoryId, day);
  const one = board[0];
  const technicians = await allTechnicians(table, tenantId);
  const ids = technicians.map(({ id }) => id);
  const van = technicians.flatMap(({ vanStockLocationId }) => vanStockLocationId ?? [])[0] ?? '';
  const part = (await vanStock(table, tenantId, van))[0]?.partId ?? '';
  const customerId = board.flatMap((appointment) => appointment.customerId ?? [])[0] ?? '';
  const assetId = board.flatMap((appointment) => appointment.assetId ?? [])[0] ?? '';
  const page = { limit: 100 };
  const questions: readonly [string, string, () => Promise<unknown>][] = [
    ['dayBoard', 'Query gsi2', () => dayBoard(table, tenantId, territoryId, day)],
    ['backlog', 'Query gsi3, BatchGetItem', () => backlog(table, tenantId, territoryId)],
    ['openRequests', 'Query gsi3, BatchGetItem', () => allOpenRequests(table, tenantId, territoryId, 500)],
    ['technicianDay', 'GetItem', () => technicianDay(table, tenantId, ids[0] ?? '', day)],
    ['technicianDays', 'BatchGetItem', () => technicianDays(table, tenantId, ids, day)],
    ['latestPositions', 'BatchGetItem', () => latestPositions(table, tenantId, ids)],
    ['appointmentFile', '2 Query', () => appointmentFile(table, tenantId, one?.id ?? '')],
    ['linksAndMessages', 'Query gsi1', () => linksAndMessages(table, tenantId, one?.id ?? '')],
    ['serviceRequestFile', 'Query', () => serviceRequestFile(table, tenantId, one?.serviceRequestId ?? '')],
    ['workOrderFile', '2 Query', () => workOrderFile(table, tenantId, one?.workOrderId ?? '')],
    [
      'appointmentsOfWorkOrder',
      'BatchGetItem',
      () => appointmentsOfWorkOrder(table, tenantId, { appointmentIds: one ? [one.id] : [] }),
    ],
    ['customerBelongings', 'Query gsi1', () => customerBelongings(table, tenantId, customerId)],
    ['customerByContact', 'BatchGetItem', () => customerByContact(table, tenantId, ['+16175550123'])],
    ['customersByName', 'Query gsi1', () => customersByName(table, tenantId, '', page)],
    ['customersByWords', 'Query, BatchGetItem', () => customersByWords(table, tenantId, 'an', page)],
    ['assetFile', 'Query', () => assetFile(table, tenantId, assetId)],
    ['warrantiesOf', 'Query gsi1', () => warrantiesOf(table, tenantId, assetId)],
    ['vanStock', 'Query', () => vanStock(table, tenantId, van)],
    ['stockOf', 'BatchGetItem', () => stockOf(table, tenantId, [van], [part])],
    ['whoHasPart', 'Query gsi1', () => whoHasPart(table, tenantId, part)],
    ['stockMovements', 'Query', () => stockMovements(table, tenantId, van, page)],
    ['allTerritories', 'Query gsi1', () => allTerritories(table, tenantId)],
    ['allTechnicians', 'Query gsi1', () => allTechnicians(table, tenantId)],
    ['allWorkTypes', 'Query gsi1', () => allWorkTypes(table, tenantId)],
    ['allSkills', 'Query gsi1', () => allSkills(table, tenantId)],
    ['allParts', 'Query gsi1', () => allParts(table, tenantId)],
    ['newestSequence', 'GetItem', () => newestSequence(table, tenantId, territoryId)],
    ['framesAfter', 'Query', () => framesAfter(table, tenantId, territoryId, 0)],
    ['allTenantIds', 'Query', () => allTenantIds(table)],
    ['waitingMessages', 'Query gsi3, BatchGetItem', () => waitingMessages(table, tenantId, 500)],
    ['requestedPlans', 'Query gsi3, BatchGetItem', () => requestedPlans(table, tenantId)],
    ['socketsOf', 'Query', () => socketsOf(table, tenantId, territoryId)],
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
