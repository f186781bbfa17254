import type { Caller } from '../../../../functions/platform/identity.ts';
import { stockLevelEntity } from '../../../../functions/store/entities/stock-level.ts';
import { stockMovementEntity } from '../../../../functions/store/entities/stock-movement.ts';
import { stockLocationEntity } from '../../../../functions/store/entities/stock-location.ts';
import { technicianDayEntity } from '../../../../functions/store/entities/technician-day.ts';
import { technicianEntity } from '../../../../functions/store/entities/technician.ts';
import { stockLocationSchema } from '../../../../shared/model/stock.ts';
import type { TakenInterval } from '../../../../shared/model/technician-day.ts';
import type { Technician } from '../../../../shared/model/technician.ts';
import { seededRandom } from '../../../../shared/routing/seeded-random.ts';
import { anAppointment } from '../../../builders/an-appointment.ts';
import { aRecord, anId } from '../../../builders/an-id.ts';
import { aCompany, seedAppointment, seedCompany, type Company } from '../../../fakes/harbor.ts';
import { openTestTable } from '../../../fakes/open-test-table.ts';
import { ChaosOffice } from './chaos-office.ts';
import { ChaosPhone } from './chaos-phone.ts';
import { openChaosServer } from './chaos-server.ts';
import { checkTruth } from './check-truth.ts';
import type { FaultPlan } from './faulty-requests.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { storedThings } from './stored-things.ts';

/** What is asked of the battery. */
export interface ChaosWish {
  readonly seed: number;
  readonly phones: number;
  readonly mutations: number;
  readonly tokens: boolean;
  readonly bug?: PlantedBug;
}
export interface ChaosReport {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly changes: number;
  readonly applied: number;
  readonly merged: number;
  readonly refused: number;
  /** Parts that came onto a van from where they were reserved. */
  readonly fetched: number;
  readonly pushes: number;
  readonly kills: number;
  /** Seconds of quiet until every queue was empty. */
  readonly convergedSeconds: number;
}

/** Quiet is counted in rounds of a second. */
const longestQuietSeconds = 32;
const shares = { before: 0.1, after: 0.05 };

/** Phones, dispatchers, a bad network, a failing table and a dying server for as long as it takes; then quiet, and the truth. */
export const runChaos = async ({ seed, phones: count, mutations, tokens, bug }: ChaosWish): Promise<ChaosReport> => {
  const random = seededRandom(seed);
  const test = await openTestTable();
  try {
    let now = Date.parse('2026-05-12T12:00:00.000Z');
    const clock = () => new Date(now);
    const plan: FaultPlan = { random, before: 0, after: 0, tokens };
    const { technicians, appointmentIds, tenantId } = await seedChaos(test, count);
    const callers = new Map(technicians.map((technician) => [technician.id, callerOf(tenantId, technician)]));
    callers.set('office', { tenantId, accountId: 'dora', name: 'Dora', roles: ['dispatcher'] });
    const { engine, table } = test;
    const server = openChaosServer({ engine, tableName: table.name, clock, random, plan, callers, bug });
    const phones = Array.from({ length: count }, (_, at) => {
      const { id = '' } = technicians[at % technicians.length] ?? {};
      const clientId = uuidOf(random);
      return new ChaosPhone({ clientId, token: id, technicianId: id, server, random, clock, bug });
    });
    const technicianIds = technicians.map(({ id }) => id);
    const office = new ChaosOffice({ server, token: 'office', technicianIds, appointmentIds, random, clock });
    for (let rounds = 0; rounds < 8 * technicians.length; rounds++) await office.act();
    for (const phone of phones) await phone.pull();
    // Of a hidden bug one sign is enough.
    const isFound = () => bug !== undefined && phones.some(({ complaints }) => complaints.length > 0);
    Object.assign(plan, shares);
    while (phones.some(({ done }) => done.length < mutations) && !isFound()) {
      now += 1000 + Math.floor(random() * 60_000);
      for (const phone of phones)
        for (let acts = Math.floor(random() * 4); acts > 0 && phone.done.length < mutations; acts--) phone.act();
      await Promise.all([
        ...(random() < 0.5 ? [office.act()] : []),
        ...phones.map((phone) => phone.communicate(false)),
      ]);
    }
    Object.assign(plan, { before: 0, after: 0 });
    let convergedSeconds = 0;
    while (phones.some(({ isIdle }) => !isIdle) && convergedSeconds < longestQuietSeconds && !isFound()) {
      now += 1000;
      convergedSeconds += 1;
      await Promise.all(phones.map((phone) => phone.communicate(true)));
    }
    for (const phone of phones) await phone.pull();
    const stored = await storedThings(test.client, table.name);
    const complaints = phones.flatMap((phone) => phone.complaints);
    const late = convergedSeconds > 30 ? [`late: not converged within 30 s of quiet`] : [];
    const states = phones.flatMap(({ answers }) => [...answers.values()].map(({ state }) => state));
    const countOf = (state: string) => states.filter((one) => one === state).length;
    return {
      seed,
      violations: [...checkTruth(stored, phones), ...complaints, ...late],
      changes: phones.reduce((sum, { done }) => sum + done.length, 0),
      applied: countOf('applied'),
      merged: countOf('merged'),
      refused: countOf('refused'),
      fetched: fetchedBy(phones),
      ...server.counts(),
      convergedSeconds,
    };
  } finally {
    await test.close();
  }
};

const fetchedBy = (phones: readonly ChaosPhone[]): number =>
  phones
    .flatMap(({ done, answers }) => done.map(({ id, name }) => ({ name, state: answers.get(id)?.state })))
    .filter(({ name, state }) => name === 'fetch-part' && state === 'applied').length;

const callerOf = (tenantId: string, { id, name }: Technician): Caller => ({
  tenantId,
  accountId: `account-${id}`,
  name,
  roles: ['technician'],
  technicianId: id,
});

/** Half as many technicians as phones, two to a van, and little on each van. */
const seedChaos = async (test: Awaited<ReturnType<typeof openTestTable>>, phones: number) => {
  const company = aCompany();
  const tenantId = company.tenant.id;
  await seedCompany(test, company);
  const { rosa, van, otherVan, part } = company;
  const technicians = Array.from({ length: Math.max(2, Math.ceil(phones / 2)) }, (_, at): Technician => ({
    ...rosa,
    id: anId('technician'),
    name: `Technician ${at + 1}`,
    vanStockLocationId: at % 4 < 2 ? van.id : otherVan.id,
  }));
  await test.keep(technicianEntity, tenantId, ...technicians);
  for (const stockLocationId of [van.id, otherVan.id]) {
    const change = phones * 2;
    const at = '2026-05-12T11:00:00.000Z';
    const where = { stockLocationId, partId: part.id };
    await test.keep(stockLevelEntity, tenantId, { ...where, quantity: change, version: 1, updatedAt: at });
    const opening = { id: anId('stockMovement'), ...where, kind: 'opening' as const, change, at, by: 'Clerk' };
    await test.keep(stockMovementEntity, tenantId, opening);
  }
  const tasks = ['step-1', 'step-2', 'step-3'].map((key) => ({
    key,
    label: key,
    answer: 'number' as const,
    required: false,
  }));
  const appointmentIds: string[] = [];
  for (let at = 0; at < technicians.length * 12; at++) {
    const { id: _id, workOrderId: _order, serviceRequestId: _request, ...unscheduled } = anAppointment({ tasks });
    const { skillRequirements } = unscheduled;
    const kept = await seedAppointment(test, company, { tasks, skillRequirements, dueBy: '2026-05-13T21:00:00.000Z' });
    appointmentIds.push(kept.id);
  }
  appointmentIds.push(...(await seedFetches(test, company, technicians)));
  return { technicians, appointmentIds, tenantId };
};

/** Each technician has two appointments this afternoon for which he fetches parts at a depot, reserved there and in his day. */
const seedFetches = async (
  test: Awaited<ReturnType<typeof openTestTable>>,
  company: Company,
  technicians: readonly Technician[],
): Promise<string[]> => {
  const { tenant, part, territory } = company;
  const depot = stockLocationSchema.parse({ ...aRecord('stockLocation'), name: 'Depot North', kind: 'depot' });
  const hour = (of: number, minutes = 0) => new Date(Date.UTC(2026, 4, 12, 16 + of, minutes)).toISOString();
  const quantity = 2;
  const ids: string[] = [];
  for (const { id: technicianId } of technicians) {
    const intervals: TakenInterval[] = [];
    for (const at of [0, 3]) {
      const [plannedStartAt, plannedEndAt, from, to] = [hour(at + 1), hour(at + 2), hour(at), hour(at, 10)];
      const where = { stockLocationId: depot.id, stockLocationName: depot.name, place: company.site.place };
      const { id } = await seedAppointment(test, company, {
        status: 'dispatched',
        day: '2026-05-12',
        territoryId: territory.id,
        assignments: [{ technicianId, plannedStartAt, plannedEndAt, locked: false }],
        pickups: [{ partId: part.id, quantity, ...where, plannedStartAt: from, plannedEndAt: to }],
      });
      intervals.push(
        { kind: 'pickup', id, from, to },
        { kind: 'appointment', id, from: plannedStartAt, to: plannedEndAt },
      );
      ids.push(id);
    }
    await test.keep(technicianDayEntity, tenant.id, { technicianId, day: '2026-05-12', version: 1, intervals });
  }
  await test.keep(stockLocationEntity, tenant.id, depot);
  const at = '2026-05-12T11:00:00.000Z';
  const what = { stockLocationId: depot.id, partId: part.id };
  const change = quantity * ids.length;
  await test.keep(stockLevelEntity, tenant.id, {
    ...what,
    quantity: change,
    reserved: change,
    version: 1,
    updatedAt: at,
  });
  const opening = { id: anId('stockMovement'), ...what, kind: 'opening' as const, change, at, by: 'Clerk' };
  await test.keep(stockMovementEntity, tenant.id, opening);
  return ids;
};

const uuidOf = (random: () => number): string => {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};
