import { randomUUID } from 'node:crypto';
import type { FieldConflict } from '../../../shared/model/field-notice.ts';
import type { MutationName } from '../../../shared/model/mutation.ts';
import {
  syncSchemaVersion,
  type Mutation,
  type MutationResult,
  type PullAnswer,
} from '../../../shared/protocol/sync.ts';
import type { Answer, HttpWorld } from '../../fakes/http-world.ts';

/** The wire side of one installation of the phone page: numbers changes, pushes and pulls, and nothing clever. */
export const aPhone = (world: HttpWorld, token: string, clientId: string = randomUUID()) => {
  let last = 0;
  const nowOf = () => world.now.toISOString();
  const phone = {
    clientId,
    /** The next change in order. */
    change: (name: MutationName, args: object, more: Partial<Mutation> = {}): Mutation => {
      last += 1;
      return { id: last, name, args, recordedAt: nowOf(), ...more };
    },
    push: (mutations: readonly Mutation[], more: object = {}): Promise<Answer> =>
      world.call({
        method: 'POST',
        path: '/v1/sync/push',
        token,
        body: { clientId, schemaVersion: syncSchemaVersion, sentAt: nowOf(), mutations, ...more },
      }),
    /** Makes one change and pushes it at once. */
    does: async (name: MutationName, args: object, more: Partial<Mutation> = {}): Promise<MutationResult> => {
      const { body } = await phone.push([phone.change(name, args, more)]);
      const [result] = (body['results'] ?? []) as (MutationResult & { conflicts?: FieldConflict[] })[];
      if (!result) throw new Error(`${name} was not answered: ${JSON.stringify(body)}`);
      return result;
    },
    pullAnswer: (headers: Record<string, string> = {}): Promise<Answer> =>
      world.call({ path: '/v1/sync/pull', query: `clientId=${clientId}`, token, headers }),
    pull: async (): Promise<PullAnswer> => (await phone.pullAnswer()).body as PullAnswer,
  };
  return phone;
};
export type Phone = ReturnType<typeof aPhone>;
