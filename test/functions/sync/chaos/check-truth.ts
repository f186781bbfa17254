import { appointmentEntity } from '../../../../functions/store/entities/appointment.ts';
import { fieldNoticeEntity } from '../../../../functions/store/entities/field-notice.ts';
import { historyEntryEntity } from '../../../../functions/store/entities/history-entry.ts';
import { noteEntity } from '../../../../functions/store/entities/note.ts';
import { partUsageEntity } from '../../../../functions/store/entities/part-usage.ts';
import { stockLevelEntity } from '../../../../functions/store/entities/stock-level.ts';
import { stockMovementEntity } from '../../../../functions/store/entities/stock-movement.ts';
import { syncClientEntity } from '../../../../functions/store/entities/sync-client.ts';
import { syncResultEntity } from '../../../../functions/store/entities/sync-result.ts';
import { technicianDayEntity } from '../../../../functions/store/entities/technician-day.ts';
import { isFinished } from '../../../../shared/rules/appointment-lifecycle.ts';
import { reservedParts } from '../../../../shared/rules/reserved-parts.ts';
import { levelOf } from '../../../../shared/rules/stock-ledger.ts';
import { overlaps } from '../../../../shared/geo/instant-arithmetic.ts';
import type { Mutation, MutationResult } from '../../../../shared/protocol/sync.ts';
import type { ChaosPhone } from './chaos-phone.ts';
import type { Stored } from './stored-things.ts';

type Done = Mutation & { readonly clientId: string; readonly result: MutationResult | undefined };

/** What is wrong with what was kept, held against what the phones did; nothing where all is well. */
export const checkTruth = (stored: Stored, phones: readonly ChaosPhone[]): string[] => {
  const results = new Map(stored(syncResultEntity).map((one) => [`${one.clientId} ${one.id}`, one.result]));
  const done: Done[] = phones.flatMap(({ clientId, done: all }) =>
    all.map((mutation) => ({ ...mutation, clientId, result: results.get(`${clientId} ${mutation.id}`) })),
  );
  return [
    ...numbers(stored, phones, results),
    ...lines(stored, done),
    ...ledger(stored, done),
    ...days(stored),
    ...refusals(stored, done),
    ...histories(stored, done),
    ...answers(stored, done),
    ...overwritten(done),
  ];
};

const isApplied = ({ result }: Done): boolean => result?.state === 'applied' || result?.state === 'merged';

/** Nothing lost, nothing stuck, and every answer that was heard is the one that was kept. */
const numbers = (
  stored: Stored,
  phones: readonly ChaosPhone[],
  results: ReadonlyMap<string, MutationResult>,
): string[] => {
  const last = new Map(stored(syncClientEntity).map((client) => [client.clientId, client.version]));
  return phones.flatMap(({ clientId, done, answers: heard }) => [
    ...(last.get(clientId) === done.length ? [] : [`stuck: ${clientId} is at ${last.get(clientId)} of ${done.length}`]),
    ...done.filter(({ id }) => !results.has(`${clientId} ${id}`)).map(({ id }) => `lost: change ${id} of ${clientId}`),
    ...[...heard]
      .filter(([id, result]) => JSON.stringify(results.get(`${clientId} ${id}`)) !== JSON.stringify(result))
      .map(([id]) => `altered: the kept answer to change ${id} of ${clientId} is another one`),
  ]);
};

/** Each note and each usage of an applied change is there once and as it was said, and none of a refused one. */
const lines = (stored: Stored, done: readonly Done[]): string[] => {
  const kept = new Map<string, string>();
  for (const { id, text } of stored(noteEntity)) kept.set(id, text);
  for (const { id, quantity } of stored(partUsageEntity)) kept.set(id, String(quantity));
  const wanted = new Map<string, string>();
  for (const one of done.filter(isApplied)) {
    const args = one.args as { noteId?: string; text?: string; usageId?: string; quantity?: number };
    if (one.name === 'add-note') wanted.set(args.noteId ?? '', args.text ?? '');
    if (args.usageId !== undefined) wanted.set(args.usageId, String(args.quantity ?? 1));
  }
  return [
    ...[...wanted].filter(([id, said]) => kept.get(id) !== said).map(([id]) => `lost or altered: ${id}`),
    ...[...kept.keys()].filter((id) => !wanted.has(id)).map((id) => `not wanted: ${id}`),
  ];
};

/** Levels are what the ledger sums up to, never below zero; each usage is in the ledger once, each fetched part twice; what is open is reserved. */
const ledger = (stored: Stored, done: readonly Done[]): string[] => {
  const movements = stored(stockMovementEntity);
  const moved = done.filter((one) => isApplied(one) && 'usageId' in (one.args as object)).length;
  const fetched = done.filter((one) => isApplied(one) && one.name === 'fetch-part').length;
  const counted = movements.filter(({ kind }) => kind !== 'opening').length;
  const open = stored(appointmentEntity).flatMap(reservedParts);
  return [
    ...(counted === moved + 2 * fetched ? [] : [`ledger: ${counted} movements of ${moved} usages, ${fetched} fetched`]),
    ...stored(stockLevelEntity).flatMap(({ stockLocationId, partId, quantity, reserved = 0 }) => {
      const isHere = (one: { stockLocationId: string; partId: string }) =>
        one.stockLocationId === stockLocationId && one.partId === partId;
      const sum = levelOf(movements.filter(isHere));
      const promised = open.filter(isHere).reduce((all, one) => all + one.quantity, 0);
      if (quantity < 0) return [`negative: ${quantity} on ${stockLocationId}`];
      if (reserved !== promised) return [`reserved: ${reserved} on ${stockLocationId}, ${promised} are promised`];
      return quantity === sum ? [] : [`ledger: ${quantity} lie on ${stockLocationId}, ${sum} were moved there`];
    }),
  ];
};

/** Nobody is booked twice, and the guards hold what is assigned. */
const days = (stored: Stored): string[] => {
  const appointments = stored(appointmentEntity).filter(({ status }) => !isFinished(status));
  const guards = stored(technicianDayEntity);
  const booked = appointments.flatMap(({ id, assignments }) =>
    assignments.map(({ technicianId, plannedStartAt: from, plannedEndAt: to }) => ({ id, technicianId, from, to })),
  );
  const twice = booked.flatMap((one, place) =>
    booked
      .slice(place + 1)
      .filter((other) => other.technicianId === one.technicianId && overlaps(one, other))
      .map((other) => `double-booked: ${one.id} and ${other.id} for ${one.technicianId}`),
  );
  const unguarded = booked.filter(
    ({ id, technicianId }) =>
      !guards.some((guard) => guard.technicianId === technicianId && guard.intervals.some((one) => one.id === id)),
  );
  return [...twice, ...unguarded.map(({ id, technicianId }) => `unguarded: ${id} of ${technicianId}`)];
};

/** What was refused is kept where people see it, each once. */
const refusals = (stored: Stored, done: readonly Done[]): string[] => {
  const seen = stored(fieldNoticeEntity).filter(({ kind }) => kind === 'refused').length;
  const refused = done.filter(({ result }) => result?.state === 'refused').length;
  return seen === refused ? [] : [`silent: ${refused} changes were refused, ${seen} are in sight`];
};

/** Every applied change stands in the history once: it is also what leaves as an event. */
const histories = (stored: Stored, done: readonly Done[]): string[] => {
  const entries = stored(historyEntryEntity).filter(
    ({ by, event }) =>
      by.kind === 'technician' && event !== 'appointment.change-refused' && event.startsWith('appointment.'),
  ).length;
  const applied = done.filter(isApplied).length;
  return entries === applied ? [] : [`history: ${applied} changes were applied, ${entries} are told`];
};

/** The last answer in order is the one that stands, as long as one phone alone answered. */
const answers = (stored: Stored, done: readonly Done[]): string[] => {
  const bySteps = new Map<string, Done[]>();
  for (const one of done.filter(({ name }) => name === 'answer-task').filter(isApplied)) {
    const { appointmentId, key } = one.args as { appointmentId: string; key: string };
    const step = `${appointmentId} ${key}`;
    if (!one.result?.conflicts) bySteps.set(step, [...(bySteps.get(step) ?? []), one]);
  }
  const standing = new Map(
    stored(appointmentEntity).flatMap(({ id, tasks }) =>
      tasks.map(({ key, value }): [string, typeof value] => [`${id} ${key}`, value]),
    ),
  );
  return [...bySteps].flatMap(([step, given]) => {
    const last = given.reduce((later, one) => (one.id > later.id ? one : later));
    const isByOne = given.every(({ clientId }) => clientId === last.clientId) && !step.endsWith('step-1');
    const { value } = last.args as { value: unknown };
    return isByOne && standing.get(step) !== value
      ? [`altered: ${step} stands at ${standing.get(step)}, not ${value}`]
      : [];
  });
};

/** What changes the appointment itself, and so gives it a version of its own. */
const changing = new Set(
  'accept decline start-travel arrive start-work stop-work answer-task complete cannot-complete hand-over fetch-part'.split(
    ' ',
  ),
);

/** Two changes that gave one appointment the same version: one of them was written over. */
const overwritten = (done: readonly Done[]): string[] => {
  const versions = done
    .filter((one) => isApplied(one) && changing.has(one.name) && !one.result?.conflicts)
    .map(({ args, result }) => `${(args as { appointmentId: string }).appointmentId} at version ${result?.version}`);
  return versions
    .filter((version, place) => versions.indexOf(version) !== place)
    .map((version) => `altered: ${version}`);
};
