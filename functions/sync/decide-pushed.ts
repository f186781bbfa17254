import { isBefore } from '../../shared/geo/instant-arithmetic.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { Technician } from '../../shared/model/technician.ts';
import { oldestSyncSchemaVersion, type Mutation, type MutationResult } from '../../shared/protocol/sync.ts';
import { isAssignedTo } from '../../shared/rules/appointment-lifecycle.ts';
import { readMutation, type ReadMutation } from '../../shared/rules/mutations/read-mutation.ts';
import { upgradeMutation } from '../../shared/rules/mutations/upgrade-mutation.ts';
import type { Doing, VisitChange, VisitRefusal } from '../../shared/rules/mutations/visit-rule.ts';
import type { RecordedTime } from '../../shared/rules/recorded-times.ts';
import { actorOf } from '../api/actor-of.ts';
import { visitFacts } from '../api/visit-facts.ts';
import { writeVisitLines } from '../api/write-visit-lines.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { fieldNoticeEntity } from '../store/entities/field-notice.ts';
import { syncClientEntity, type SyncClient } from '../store/entities/sync-client.ts';
import { syncResultEntity } from '../store/entities/sync-result.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { handToColleague } from './hand-to-colleague.ts';
import type { StaffAsked } from './route.ts';
import { shortAtSource } from './short-at-source.ts';

/** One change as it was pushed, with what is known about it before it is looked at. */
export interface Pushed {
  readonly mutation: Mutation;
  readonly schemaVersion: number;
  readonly time: RecordedTime;
  readonly offsetMilliseconds: number;
  readonly technician: Technician;
}
/** All that a change writes, not committed yet, and the answer to it. */
export interface Settling {
  readonly work: UnitOfWork;
  readonly client: SyncClient;
  readonly result: MutationResult;
}

/** What the shared rule says to a change, as the writes of one transaction with the client's number. */
export const decidePushed = async (
  asked: StaffAsked,
  client: SyncClient,
  pushed: Pushed,
  mutationHash: string,
): Promise<Settling> => {
  const refuse = (refusal: VisitRefusal, appointment?: Appointment) =>
    refusePushed(asked, client, pushed, mutationHash, refusal, appointment);
  const read = readPushed(pushed, client.clientId);
  if ('reason' in read) return refuse(read);
  const { deps, tenantId } = asked;
  const appointment = await deps.table.get(appointmentEntity, tenantId, { id: read.args.appointmentId });
  if (!appointment) return refuse({ reason: 'not-found', detail: 'There is no such appointment.' });
  const doing = doingOf(asked, pushed, appointment);
  const facts = await visitFacts(asked, appointment, spokenOf(read), doing.vanStockLocationId);
  const decision = read.decide(facts, doing);
  if (!decision.ok) return refuse(decision, appointment);
  const work = asked.begin();
  const change = await handToColleague(asked, work, decision);
  if ('reason' in change) return refuse(change, appointment);
  const short = await shortAtSource(asked, appointment, change);
  if (short) return refuse(short, appointment);
  const after = await writeVisitLines(asked, work, appointment, change);
  const isMeddled = wasChangedByOthers(client, pushed.mutation, appointment);
  const { conflicts } = change;
  const result: MutationResult = {
    id: pushed.mutation.id,
    state: conflicts || isMeddled ? 'merged' : 'applied',
    version: after.version,
    ...(conflicts && { conflicts: [...conflicts] }),
    ...(doing.isClockDoubted && { clockDoubted: true }),
  };
  const own = { appointmentId: after.id, version: after.version };
  return {
    work,
    ...keep(work, client, { result, mutationHash, at: doing.at, own: after === appointment ? undefined : own }),
  };
};

/** A change that is not applied uses up its number all the same, and is kept where people see it. */
export const refusePushed = async (
  asked: StaffAsked,
  client: SyncClient,
  { mutation, time, technician }: Pushed,
  mutationHash: string,
  { reason, detail }: VisitRefusal,
  appointment?: Appointment,
): Promise<Settling> => {
  const work = asked.begin();
  const own = appointment && isAssignedTo(appointment, technician.id) ? appointment : undefined;
  const { id, name } = mutation;
  work.create(fieldNoticeEntity, {
    id: asked.deps.newId('fieldNotice'),
    kind: 'refused',
    territoryId: appointment?.territoryId ?? technician.territoryIds[0] ?? '',
    technicianId: technician.id,
    technicianName: technician.name,
    ...(appointment && { appointmentId: appointment.id, workOrderNumber: appointment.workOrderNumber }),
    at: time.at,
    text: detail,
    reason,
    mutation: { id, name, args: (JSON.stringify(mutation.args) ?? 'null').slice(0, mostKept) },
  });
  if (own) work.record(own.id, 'appointment.change-refused', actorOf(asked.caller), { name, reason });
  const result: MutationResult = {
    id,
    state: 'refused',
    reason,
    detail: detail.slice(0, 200),
    ...(own && { version: own.version }),
    ...(time.isDoubted && { clockDoubted: true }),
  };
  return { work, ...keep(work, client, { result, mutationHash, at: time.at }) };
};

/** Longer arguments fit no rule anyway. */
const mostKept = 20_000;

/** A change in words of today, or why it cannot be read. */
const readPushed = ({ mutation, schemaVersion }: Pushed, clientId: string): ReadMutation | VisitRefusal => {
  if (schemaVersion < oldestSyncSchemaVersion) {
    return { reason: 'schema-too-old', detail: 'It was queued by a version that is no longer understood.' };
  }
  const { name, args } = upgradeMutation(mutation, schemaVersion, clientId);
  const read = readMutation(name, args);
  return read ?? { reason: 'unknown-mutation', detail: 'This change is not understood.' };
};

const doingOf = (
  { caller, now }: StaffAsked,
  { mutation: { baseVersion }, time, offsetMilliseconds, technician }: Pushed,
  appointment: Appointment,
): Doing => {
  // He had seen this version, so he cannot have acted before it was written.
  const isTooEarly = baseVersion === appointment.version && isBefore(time.at, appointment.updatedAt);
  return {
    technicianId: technician.id,
    accountId: caller.accountId,
    name: technician.name,
    vanStockLocationId: technician.vanStockLocationId,
    at: isTooEarly ? appointment.updatedAt : time.at,
    isClockDoubted: time.isDoubted || isTooEarly,
    now,
    isQueued: true,
    clockOffsetMilliseconds: offsetMilliseconds,
    baseVersion,
  };
};

const spokenOf = ({ name, args }: ReadMutation) => ({
  ...('partId' in args && { partId: args.partId }),
  ...('assetId' in args && { assetId: args.assetId }),
  isReturn: name === 'return-part',
});

/** Whether somebody else wrote the appointment since the technician saw it; his own changes before this one do not count. */
const wasChangedByOthers = ({ ownVersions }: SyncClient, { baseVersion }: Mutation, { id, version }: Appointment) => {
  const own = ownVersions.find(({ appointmentId }) => appointmentId === id)?.version;
  return baseVersion !== undefined && version > baseVersion && version !== own;
};

interface Kept {
  readonly result: MutationResult;
  readonly mutationHash: string;
  readonly at: string;
  readonly own?: SyncClient['ownVersions'][number] | undefined;
}
/** So many appointments a phone may have at hand. */
const mostOwnVersions = 60;

/** The number with its answer, on condition that the number before it was the last. */
const keep = (work: UnitOfWork, before: SyncClient, { result, mutationHash, at, own }: Kept) => {
  const others = before.ownVersions.filter(({ appointmentId }) => appointmentId !== own?.appointmentId);
  const ownVersions = own ? [...others, own].slice(-mostOwnVersions) : before.ownVersions;
  const client = work.update(syncClientEntity, before, { ...before, lastAt: at, ownVersions });
  work.add(syncResultEntity, { clientId: before.clientId, id: result.id, mutationHash, result });
  return { client, result };
};

export type Decided = VisitChange | VisitRefusal;
