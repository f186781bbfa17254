import type { Appointment } from '../../shared/model/appointment.ts';
import type { PastVisit, Visit } from '../../shared/model/technician-view.ts';
import type { WorkOrder } from '../../shared/model/work-order.ts';
import { causesOfWork } from '../../shared/rules/coverage/causes-of-work.ts';
import { customerEntity } from '../store/entities/customer.ts';
import { siteEntity } from '../store/entities/site.ts';
import { workOrderEntity } from '../store/entities/work-order.ts';
import { appointmentLines } from '../store/questions/appointment-file.ts';
import { assetFile, assetReadings } from '../store/questions/asset-file.ts';
import { coverageFactsOf } from '../store/questions/coverage-facts.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';
import type { StaffAsked } from './route.ts';

/** The newest visits of a machine that are worth carrying along. */
const mostPastVisits = 5;

/** One appointment with all that is needed there; nothing where it is gone. */
export const visitOf = async (asked: StaffAsked, appointmentId: string): Promise<Visit | undefined> => {
  const { deps, tenantId } = asked;
  const { table } = deps;
  const lines = await appointmentLines(table, tenantId, appointmentId);
  if (!lines) return undefined;
  const { appointment } = lines;
  const { customerId, assetId } = appointment;
  const [workOrder, customer, ofAsset] = await Promise.all([
    table.get(workOrderEntity, tenantId, { id: appointment.workOrderId }, 'eventually'),
    customerId === undefined ? undefined : table.get(customerEntity, tenantId, { id: customerId }, 'eventually'),
    assetId === undefined ? { ...nothingOfAsset } : assetFacts(asked, assetId, appointment),
  ]);
  if (!workOrder) throw new Error(`The work order of ${appointment.id} is missing`);
  const { siteId } = workOrder;
  const [site, { facts: coverageFacts, appointments }] = await Promise.all([
    siteId === undefined ? undefined : table.get(siteEntity, tenantId, { id: siteId }, 'eventually'),
    coverageFactsOf(table, tenantId, workOrder),
  ]);
  return {
    ...lines,
    coverage: workOrder.coverage,
    ...(customer && { customer }),
    ...(site && { site }),
    ...ofAsset,
    coverageFacts,
    inWork: inWorkOf(workOrder, appointment, appointments),
  };
};

/** Which of the work order's appointments it is, and what all others found. */
const inWorkOf = (
  { causes }: WorkOrder,
  { id }: Appointment,
  appointments: readonly Appointment[],
): NonNullable<Visit['inWork']> => {
  const others = appointments.filter((one) => one.id !== id);
  const found = causesOfWork(causes, others).slice(0, mostCauses);
  const number = appointments.findIndex((one) => one.id === id) + 1;
  return { number, otherCauses: { found, at: causes?.at ?? beforeAll } };
};

const mostCauses = 20;
const beforeAll = '1970-01-01T00:00:00.000Z';

type OfAsset = Pick<Visit, 'asset' | 'pastVisits' | 'meterReadings'>;
const nothingOfAsset: OfAsset = { pastVisits: [], meterReadings: [] };

const assetFacts = async (
  { deps: { table }, tenantId }: StaffAsked,
  assetId: string,
  { id }: Appointment,
): Promise<OfAsset> => {
  const [file, meterReadings] = await Promise.all([
    assetFile(table, tenantId, assetId),
    assetReadings(table, tenantId, assetId),
  ]);
  if (!file) return nothingOfAsset;
  // Ids sort by the time of their making.
  const ids = file.appointmentIds
    .filter((one) => one !== id)
    .sort()
    .slice(-mostPastVisits);
  const past = await appointmentsById(table, tenantId, ids);
  return { asset: file.asset, meterReadings, pastVisits: past.sort(newestFirst).map(pastVisitOf) };
};

const newestFirst = (a: Appointment, b: Appointment): number => (a.id < b.id ? 1 : -1);

const pastVisitOf = ({ id, workOrderNumber, subject, status, actualEndAt, outcome }: Appointment): PastVisit => ({
  appointmentId: id,
  workOrderNumber,
  subject,
  status,
  ...(actualEndAt !== undefined && { endedAt: actualEndAt }),
  ...(outcome && { outcome }),
});
