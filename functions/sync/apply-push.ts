import { recordedTimes } from '../../shared/rules/recorded-times.ts';
import { syncSchemaVersion, type MutationResult, type Push, type PushAnswer } from '../../shared/protocol/sync.ts';
import { badField, Refusal } from '../platform/errors.ts';
import { applyMutation } from './apply-mutation.ts';
import { clientOf } from './client-of.ts';
import { ownTechnician } from './own-technician.ts';
import type { StaffAsked } from './route.ts';

/** Applies a phone's changes one by one in the order of their numbers; what was applied before is answered as it was then. */
export const applyPush = async (asked: StaffAsked, push: Push): Promise<PushAnswer> => {
  const { clientId, schemaVersion, mutations, sentAt } = push;
  refuseDisorder(push);
  const technician = await ownTechnician(asked);
  let client = await clientOf(asked, clientId, technician.id);
  const [first] = mutations;
  if (first && first.id > client.version + 1) {
    throw new Refusal('conflict', {
      reason: 'gap',
      detail: `The next change of this client is number ${client.version + 1}.`,
      present: { lastMutationId: client.version },
    });
  }
  const recordedAt = mutations.map((one) => one.recordedAt);
  const times = recordedTimes({
    recordedAt,
    sentAt,
    receivedAt: asked.now,
    notBefore: lastAtBefore(client, first?.id),
  });
  const offsetMilliseconds = Date.parse(asked.now) - Date.parse(sentAt);
  const results: MutationResult[] = [];
  for (const [place, mutation] of mutations.entries()) {
    const time = times[place] ?? { at: asked.now, isDoubted: true };
    const pushed = { mutation, schemaVersion, time, offsetMilliseconds, technician };
    const settled = await applyMutation(asked, client, pushed);
    client = settled.client;
    results.push(settled.result);
  }
  return { lastMutationId: client.version, results };
};

const refuseDisorder = ({ schemaVersion, mutations }: Push): void => {
  const isInOrder = mutations.every(({ id }, place) => place === 0 || id === (mutations[place - 1]?.id ?? 0) + 1);
  if (!isInOrder) throw badField('body.mutations', 'their numbers must rise by one');
  if (schemaVersion > syncSchemaVersion) {
    throw new Refusal('conflict', {
      reason: 'schema-newer',
      detail: `This server speaks version ${syncSchemaVersion}; keep the changes and try again later.`,
    });
  }
};

/** Of repeats nothing is known any more but their answers. */
const lastAtBefore = (client: { version: number; lastAt?: string | undefined }, firstId = 0): string | undefined =>
  firstId > client.version ? client.lastAt : undefined;
