import type { Mutation, MutationResult } from '../../shared/protocol/sync.ts';
import { Refusal } from '../platform/errors.ts';
import { hash } from '../platform/hash.ts';
import { syncResultEntity } from '../store/entities/sync-result.ts';
import type { SyncClient } from '../store/entities/sync-client.ts';
import { alreadyThere, type CommitResult } from '../store/unit-of-work.ts';
import { clientOf } from './client-of.ts';
import { decidePushed, refusePushed, type Pushed, type Settling } from './decide-pushed.ts';
import type { StaffAsked } from './route.ts';

export interface Settled {
  readonly client: SyncClient;
  readonly result: MutationResult;
}

/** So often is a change decided anew when somebody was faster. */
const mostDecisions = 12;

/** Applies one change in one transaction with its number, or finds what became of it before. */
export const applyMutation = async (asked: StaffAsked, known: SyncClient, pushed: Pushed): Promise<Settled> => {
  const { mutation, technician } = pushed;
  let client = known;
  let decide = decidePushed;
  for (let count = 1; ; count++) {
    if (mutation.id <= client.version) return { client, result: await firstResult(asked, client, mutation) };
    const settling = await decide(asked, client, pushed, hashOf(mutation));
    const committed = await settling.work.commit();
    if (committed.ok) return { client: settling.client, result: settling.result };
    if (count === mostDecisions) throw new Refusal('unavailable', { detail: 'Others are faster; try again.' });
    client = await clientOf(asked, client.clientId, technician.id);
    decide = isIdTaken(committed) ? refuseTaken : decidePushed;
    await pauseAfter(asked, count);
  }
};

/** Apart from one another, fewer of those who race decide in vain. */
const pauseAfter = async ({ deps }: StaffAsked, count: number): Promise<void> => {
  const { pause = waitFor, random } = deps;
  await pause(random() * 10 * Math.min(count, 10));
};

/** What a change adds is there already under its id: it will never fit. */
const isIdTaken = (committed: Exclude<CommitResult, { ok: true }>): boolean =>
  committed.reason === alreadyThere && 'entity' in committed && committed.entity !== syncResultEntity.name;

const refuseTaken = (...[asked, client, pushed, mutationHash]: Parameters<typeof decidePushed>): Promise<Settling> =>
  refusePushed(asked, client, pushed, mutationHash, {
    reason: alreadyThere,
    detail: 'What it adds is there already under the same id.',
  });

/** The answer of the first time; a number that was used for another change is a fault of the phone. */
const firstResult = async (
  { deps, tenantId }: StaffAsked,
  { clientId }: SyncClient,
  mutation: Mutation,
): Promise<MutationResult> => {
  const first = await deps.table.get(syncResultEntity, tenantId, { clientId, id: mutation.id });
  if (!first) throw new Error(`What became of change ${mutation.id} of ${clientId} is missing`);
  if (first.mutationHash !== hashOf(mutation)) {
    throw new Refusal('conflict', { reason: 'number-reused', detail: `Number ${mutation.id} was another change.` });
  }
  return first.result;
};

/** Without its arguments: a phone that was updated says the same change in newer words. */
const hashOf = ({ name, recordedAt }: Mutation): string => hash(JSON.stringify([name, recordedAt]));

const waitFor = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
