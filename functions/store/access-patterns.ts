import type { Appointment } from '../../shared/model/appointment.ts';
import type { Asset } from '../../shared/model/asset.ts';
import type { Customer } from '../../shared/model/customer.ts';
import type { CustomerLink } from '../../shared/model/customer-link.ts';
import type { HistoryEntry } from '../../shared/model/history-entry.ts';
import type { Message } from '../../shared/model/message.ts';
import type { Note } from '../../shared/model/note.ts';
import type { Part } from '../../shared/model/part.ts';
import type { Photo } from '../../shared/model/photo.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { LatestPosition } from '../../shared/model/position-fix.ts';
import type { ServiceContract } from '../../shared/model/service-contract.ts';
import type { ServiceRequest } from '../../shared/model/service-request.ts';
import type { Site } from '../../shared/model/site.ts';
import type { Skill } from '../../shared/model/skill.ts';
import type { PartUsage, StockLevel, StockLocation, StockMovement } from '../../shared/model/stock.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { TechnicianDay } from '../../shared/model/technician-day.ts';
import type { Territory } from '../../shared/model/territory.ts';
import type { Warranty } from '../../shared/model/warranty.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import type { WorkType } from '../../shared/model/work-type.ts';
import type { ChangesFrame } from '../../shared/protocol/live-event.ts';
import { cursorOf, startKeyOf } from './cursor.ts';
import { appointmentEntity } from './entities/appointment.ts';
import { assetAppointmentEntity } from './entities/asset-appointment.ts';
import { assetEntity } from './entities/asset.ts';
import { contactEntryEntity } from './entities/contact-entry.ts';
import { customerLinkEntity } from './entities/customer-link.ts';
import { customerEntity } from './entities/customer.ts';
import { historyEntryEntity } from './entities/history-entry.ts';
import { latestPositionEntity } from './entities/latest-position.ts';
import { liveFrameEntity } from './entities/live-frame.ts';
import { liveSequenceEntity } from './entities/live-sequence.ts';
import { liveSocketEntity, type LiveSocket } from './entities/live-socket.ts';
import { messageEntity } from './entities/message.ts';
import { noteEntity } from './entities/note.ts';
import { partUsageEntity } from './entities/part-usage.ts';
import { partEntity } from './entities/part.ts';
import { photoEntity } from './entities/photo.ts';
import { planEntity } from './entities/plan.ts';
import { serviceContractEntity } from './entities/service-contract.ts';
import { serviceRequestEntity } from './entities/service-request.ts';
import { siteEntity } from './entities/site.ts';
import { skillEntity } from './entities/skill.ts';
import { stockLevelEntity } from './entities/stock-level.ts';
import { stockLocationEntity } from './entities/stock-location.ts';
import { stockMovementEntity } from './entities/stock-movement.ts';
import { technicianDayEntity } from './entities/technician-day.ts';
import { technicianEntity } from './entities/technician.ts';
import { houseTenantId, tenantEntryEntity } from './entities/tenant-entry.ts';
import { territoryEntity } from './entities/territory.ts';
import { warrantyEntity } from './entities/warranty.ts';
import { workOrderEntity } from './entities/work-order.ts';
import { workTypeEntity } from './entities/work-type.ts';
import { readItem, type Entity, type Item } from './entity.ts';
import { padded } from './keys.ts';
import type { Question, Table } from './table-client.ts';

// The questions that the product asks of its table, each one Query, Get or BatchGet; costs stand in docs/data-model.md.

export interface Page<Value> {
  readonly items: Value[];
  readonly nextCursor?: string;
}
export interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}
/** A cursor that was not given out for this question. */
export const foreignCursor = 'foreign-cursor';

// ---- The board of a territory's day

export const dayBoard = async (table: Table, tenantId: string, territoryId: string, day: string) =>
  read(
    appointmentEntity,
    await table.all({
      tenantId,
      index: 'gsi2',
      partition: ['TERRITORY', territoryId, 'DAY', day],
      beginsWith: 'APPOINTMENT#',
    }),
  );

export const plansOfDay = async (table: Table, tenantId: string, territoryId: string, day: string): Promise<Plan[]> =>
  read(
    planEntity,
    await table.all({
      tenantId,
      index: 'gsi2',
      partition: ['TERRITORY', territoryId, 'DAY', day],
      beginsWith: 'PLAN#',
    }),
  );

/** Unscheduled appointments, what is due first at the top, up to `limit`. */
export const backlog = async (
  table: Table,
  tenantId: string,
  territoryId: string,
  limit?: number,
): Promise<Appointment[]> =>
  read(appointmentEntity, await table.all({ tenantId, index: 'gsi3', partition: ['BACKLOG', territoryId] }, limit));

/** Requests that wait for an answer; without a territory those outside of every one. */
export const openRequests = (
  table: Table,
  tenantId: string,
  territoryId: string | undefined,
  request: PageRequest,
): Promise<Page<ServiceRequest> | typeof foreignCursor> =>
  pageOf(table, serviceRequestEntity, openRequestsOf(tenantId, territoryId), request);

export const allOpenRequests = async (
  table: Table,
  tenantId: string,
  territoryId: string | undefined,
  limit: number,
): Promise<ServiceRequest[]> =>
  read(serviceRequestEntity, await table.all(openRequestsOf(tenantId, territoryId), limit));

const openRequestsOf = (tenantId: string, territoryId: string | undefined): Question => ({
  tenantId,
  index: 'gsi3',
  partition: ['OPEN-REQUESTS', territoryId ?? 'none'],
});

// ---- Technicians

/** What he has on that day; an empty day of version 0 where nothing was ever planned. */
export const technicianDay = async (
  table: Table,
  tenantId: string,
  technicianId: string,
  day: string,
): Promise<TechnicianDay> =>
  (await table.get(technicianDayEntity, tenantId, { technicianId, day })) ?? emptyDay(technicianId, day);

/** The same for many at once, by technician. */
export const technicianDays = async (
  table: Table,
  tenantId: string,
  technicianIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, TechnicianDay>> => {
  const refs = technicianIds.map((technicianId) => ({ technicianId, day }));
  const found = await table.getMany(technicianDayEntity, tenantId, refs);
  const days = new Map(technicianIds.map((id) => [id, emptyDay(id, day)]));
  for (const one of found) days.set(one.technicianId, one);
  return days;
};

const emptyDay = (technicianId: string, day: string): TechnicianDay => ({
  technicianId,
  day,
  version: 0,
  intervals: [],
});

export const latestPositions = async (
  table: Table,
  tenantId: string,
  technicianIds: readonly string[],
): Promise<ReadonlyMap<string, LatestPosition>> => {
  const refs = technicianIds.map((technicianId) => ({ technicianId }));
  const found = await table.getMany(latestPositionEntity, tenantId, refs);
  return new Map(found.map((latest) => [latest.technicianId, latest]));
};

export const appointmentsById = (table: Table, tenantId: string, ids: readonly string[]): Promise<Appointment[]> =>
  table.getMany(appointmentEntity, tenantId, asRefs(ids));

export const assetsById = (table: Table, tenantId: string, ids: readonly string[]): Promise<Asset[]> =>
  table.getMany(assetEntity, tenantId, asRefs(ids));

const asRefs = (ids: readonly string[]) => ids.map((id) => ({ id }));

// ---- Files: a thing with what belongs to it

export interface AppointmentFile {
  readonly appointment: Appointment;
  readonly notes: Note[];
  readonly photos: Photo[];
  readonly partUsages: PartUsage[];
  readonly history: HistoryEntry[];
}
export const appointmentFile = async (
  table: Table,
  tenantId: string,
  appointmentId: string,
): Promise<AppointmentFile | undefined> => {
  const items = await table.all({ tenantId, partition: ['APPOINTMENT', appointmentId] });
  const [appointment] = read(appointmentEntity, items);
  return (
    appointment && {
      appointment,
      notes: read(noteEntity, items),
      photos: read(photoEntity, items),
      partUsages: read(partUsageEntity, items),
      history: [
        ...(await entriesThatMade(table, tenantId, appointment.serviceRequestId, { appointmentId })),
        ...read(historyEntryEntity, items),
      ],
    }
  );
};

export const linksAndMessages = async (
  table: Table,
  tenantId: string,
  appointmentId: string,
): Promise<{ readonly links: CustomerLink[]; readonly messages: Message[] }> => {
  const items = await table.all({ tenantId, index: 'gsi1', partition: ['APPOINTMENT', appointmentId] });
  return { links: read(customerLinkEntity, items), messages: read(messageEntity, items) };
};

export const serviceRequestFile = async (table: Table, tenantId: string, serviceRequestId: string) => {
  const items = await table.all({ tenantId, partition: ['SERVICE-REQUEST', serviceRequestId] });
  const [serviceRequest] = read(serviceRequestEntity, items);
  return serviceRequest && { serviceRequest, history: read(historyEntryEntity, items) };
};

export const workOrderFile = async (table: Table, tenantId: string, workOrderId: string) => {
  const items = await table.all({ tenantId, partition: ['WORK-ORDER', workOrderId] });
  const [workOrder]: WorkOrder[] = read(workOrderEntity, items);
  if (!workOrder) return undefined;
  const made = await entriesThatMade(table, tenantId, workOrder.serviceRequestId, { workOrderId });
  return { workOrder, history: [...made, ...read(historyEntryEntity, items)] };
};

/** What the request's history tells of the making of a work order or an appointment: one entry serves all three. */
const entriesThatMade = async (
  table: Table,
  tenantId: string,
  serviceRequestId: string,
  made: { readonly workOrderId: string } | { readonly appointmentId: string },
): Promise<HistoryEntry[]> => {
  const items = await table.all({
    tenantId,
    partition: ['SERVICE-REQUEST', serviceRequestId],
    beginsWith: 'HISTORY#',
  });
  const [[fact, id] = []] = Object.entries(made);
  return read(historyEntryEntity, items).filter(({ facts }) => fact !== undefined && facts[fact] === id);
};

/** The work order's appointments, or those beside one of them, in the order of their making. */
export const appointmentsOfWorkOrder = async (
  table: Table,
  tenantId: string,
  { appointmentIds }: Pick<WorkOrder, 'appointmentIds'>,
  beside?: string,
): Promise<Appointment[]> => {
  const found = await appointmentsById(
    table,
    tenantId,
    appointmentIds.filter((id) => id !== beside),
  );
  return found.sort((a, b) => appointmentIds.indexOf(a.id) - appointmentIds.indexOf(b.id));
};

export interface CustomerBelongings {
  readonly sites: Site[];
  readonly assets: Asset[];
  readonly contracts: ServiceContract[];
}
/** The customer's sites, assets and contracts: also what coverage is decided from, with the asset's warranties. */
export const customerBelongings = async (
  table: Table,
  tenantId: string,
  customerId: string,
): Promise<CustomerBelongings> => {
  const items = await table.all({ tenantId, index: 'gsi1', partition: ['CUSTOMER', customerId] });
  return {
    sites: read(siteEntity, items),
    assets: read(assetEntity, items),
    contracts: read(serviceContractEntity, items),
  };
};

export const warrantiesOf = async (table: Table, tenantId: string, assetId: string): Promise<Warranty[]> =>
  read(warrantyEntity, await table.all({ tenantId, index: 'gsi1', partition: ['ASSET', assetId] }));

/** The asset's own partition: itself and the ids of the appointments it had. */
export const assetFile = async (table: Table, tenantId: string, assetId: string) => {
  const items = await table.all({ tenantId, partition: ['ASSET', assetId] });
  const [asset] = read(assetEntity, items);
  return asset && { asset, appointmentIds: read(assetAppointmentEntity, items).map((row) => row.appointmentId) };
};

/** Whose phone number or e-mail address it is. */
export const customerByContact = async (
  table: Table,
  tenantId: string,
  contacts: readonly string[],
): Promise<string | undefined> => {
  const refs = contacts.map((contact) => ({ contact: contact.toLowerCase() }));
  const found = await table.getMany(contactEntryEntity, tenantId, refs);
  return refs.flatMap(({ contact }) => found.find((entry) => entry.contact === contact)?.customerId ?? [])[0];
};

// ---- Stock

export const stockLevels = (table: Table, tenantId: string, stockLocationId: string, request: PageRequest) =>
  pageOf(
    table,
    stockLevelEntity,
    { tenantId, partition: ['STOCK-LOCATION', stockLocationId], beginsWith: 'LEVEL#' },
    request,
  );

export const vanStock = async (table: Table, tenantId: string, stockLocationId: string): Promise<StockLevel[]> =>
  read(
    stockLevelEntity,
    await table.all({ tenantId, partition: ['STOCK-LOCATION', stockLocationId], beginsWith: 'LEVEL#' }),
  );

/** Levels of some parts on many vans in one BatchGet, instead of every van's whole stock. */
export const stockOf = (
  table: Table,
  tenantId: string,
  stockLocationIds: readonly string[],
  partIds: readonly string[],
): Promise<StockLevel[]> =>
  table.getMany(
    stockLevelEntity,
    tenantId,
    stockLocationIds.flatMap((stockLocationId) => partIds.map((partId) => ({ stockLocationId, partId }))),
  );

export const whoHasPart = async (table: Table, tenantId: string, partId: string): Promise<StockLevel[]> =>
  read(stockLevelEntity, await table.all({ tenantId, index: 'gsi1', partition: ['PART', partId] }));

export const stockMovements = (
  table: Table,
  tenantId: string,
  stockLocationId: string,
  request: PageRequest,
): Promise<Page<StockMovement> | typeof foreignCursor> =>
  pageOf(
    table,
    stockMovementEntity,
    {
      tenantId,
      partition: ['STOCK-LOCATION', stockLocationId],
      beginsWith: 'MOVEMENT#',
      newestFirst: true,
    },
    request,
  );

// ---- The catalogue: small collections, by name

const collection =
  <Value, Ref>(entity: Entity<Value, Ref>, name: string) =>
  (table: Table, tenantId: string, request: PageRequest): Promise<Page<Value> | typeof foreignCursor> =>
    pageOf(table, entity, { tenantId, index: 'gsi1', partition: [name] }, request);
const wholeCollection =
  <Value, Ref>(entity: Entity<Value, Ref>, name: string) =>
  async (table: Table, tenantId: string): Promise<Value[]> =>
    read(entity, await table.all({ tenantId, index: 'gsi1', partition: [name] }));

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
export const allParts = wholeCollection(partEntity, 'PARTS');

/** Customers by the beginning of their name, in any case. */
export const customersByName = (
  table: Table,
  tenantId: string,
  beginning: string,
  request: PageRequest,
): Promise<Page<Customer> | typeof foreignCursor> =>
  pageOf(
    table,
    customerEntity,
    { tenantId, index: 'gsi1', partition: ['CUSTOMERS'], ...(beginning && { beginsWith: beginning.toLowerCase() }) },
    request,
  );

// ---- Live

/** A number that is a moment old is safe: the frames after it come again, and things are applied by version. */
export const newestSequence = async (table: Table, tenantId: string, territoryId: string): Promise<number> =>
  (await table.get(liveSequenceEntity, tenantId, { territoryId }, 'eventually'))?.sequence ?? 0;

/** Frames with a higher number, in order. */
export const framesAfter = async (
  table: Table,
  tenantId: string,
  territoryId: string,
  after: number,
): Promise<ChangesFrame[]> => {
  const items = await table.all({
    tenantId,
    partition: ['LIVE', territoryId],
    after: `FRAME#${padded(after)}`,
  });
  return read(liveFrameEntity, items).map(({ frame }) => frame);
};

export const socketsOf = async (table: Table, tenantId: string, territoryId: string): Promise<LiveSocket[]> =>
  read(liveSocketEntity, await table.all({ tenantId, partition: ['SOCKETS', territoryId] }));

// ---- What the clock looks after

/** Every tenant, for what is done for all of them; the only question that no tenant asks. */
export const allTenantIds = async (table: Table): Promise<string[]> =>
  read(tenantEntryEntity, await table.all({ tenantId: houseTenantId, partition: ['TENANTS'] })).map(
    ({ tenantId }) => tenantId,
  );

/** Messages that were neither sent nor parked, the oldest first. */
export const waitingMessages = async (table: Table, tenantId: string, limit: number): Promise<Message[]> =>
  read(messageEntity, await table.all({ tenantId, index: 'gsi3', partition: ['MESSAGES-WAITING'] }, limit));

/** Plans that the planner has not answered. */
export const requestedPlans = async (table: Table, tenantId: string): Promise<Plan[]> =>
  read(planEntity, await table.all({ tenantId, index: 'gsi3', partition: ['PLANS-REQUESTED'] }));

// ---- Reading

const read = <Value, Ref>(entity: Entity<Value, Ref>, items: readonly Item[]): Value[] =>
  items.flatMap((item) => readItem(entity, item)?.value ?? []);

const pageOf = async <Value, Ref>(
  table: Table,
  entity: Entity<Value, Ref>,
  question: Question,
  { limit = 100, cursor }: PageRequest,
): Promise<Page<Value> | typeof foreignCursor> => {
  const startKey = cursor === undefined ? undefined : startKeyOf(question, cursor);
  if (cursor !== undefined && !startKey) return foreignCursor;
  const { items, lastKey } = await table.page(question, limit, startKey);
  return { items: read(entity, items), ...(lastKey && { nextCursor: cursorOf(question, lastKey) }) };
};
