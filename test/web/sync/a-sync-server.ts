import { ApiProblem } from '../../../web/api/api-problem.ts';
import { NetworkDown } from '../../../web/api/network-down.ts';
import type { KeptView } from '../../../web/sync/kept.ts';
import type { SyncServer } from '../../../web/sync/sync-server.ts';
import type { MutationResult, Push } from '../../../shared/protocol/sync.ts';
import { aTechnicianView } from './a-technician-view.ts';

/** How one request goes: it arrives and is answered, gets lost on the way, or has its effect and the answer is lost. */
export type Way = 'answered' | 'lost' | 'answer-lost';

/** The protocol as docs/sync.md tells it, in memory: one number per client, repeats answered from what was stored, gaps refused. */
export class ASyncServer implements SyncServer {
  readonly taken: { readonly clientId: string; readonly id: number; readonly name: string; readonly args: unknown }[] =
    [];
  readonly files: string[] = [];
  readonly pushes: Push[] = [];
  /** Of the next requests; answered when there are no more. */
  ways: Way[] = [];
  refuse: (name: string) => MutationResult['reason'] = () => undefined;
  view = aTechnicianView();
  clock = Date.parse('2026-05-12T14:00:00.000Z');
  readonly #answers = new Map<string, MutationResult[]>();
  #pulled = 0;

  lastOf(clientId: string): number {
    return this.#answers.get(clientId)?.length ?? 0;
  }

  /** As after a restore from a backup that is older than the phone's last push. */
  forget(clientId: string, after: number): void {
    this.#answers.set(clientId, this.#answers.get(clientId)?.slice(0, after) ?? []);
  }

  push(push: Push) {
    return this.#go(() => {
      this.pushes.push(push);
      const { clientId, mutations } = push;
      const answers = this.#answers.get(clientId) ?? [];
      this.#answers.set(clientId, answers);
      for (const { id, name, args } of mutations) {
        if (id <= answers.length) continue;
        if (id !== answers.length + 1) throw problem('conflict', 409, 'gap');
        const reason = this.refuse(name);
        answers.push(reason === undefined ? { id, state: 'applied' } : { id, state: 'refused', reason });
        if (reason === undefined) this.taken.push({ clientId, id, name, args });
      }
      return {
        lastMutationId: answers.length,
        results: answers.filter(({ id }) => mutations.some((one) => one.id === id)),
      };
    });
  }

  pull(clientId: string): Promise<KeptView | undefined> {
    return this.#go(() => {
      this.#pulled += 1;
      const body = { ...this.view, schemaVersion: 3, lastMutationId: this.lastOf(clientId) };
      return { etag: `"${this.#pulled}"`, body };
    });
  }

  send({ contentHash }: { contentHash: string }): Promise<void> {
    return this.#go(() => void this.files.push(contentHash));
  }

  now(): number {
    return this.clock;
  }

  async #go<Answer>(work: () => Answer): Promise<Answer> {
    const way = this.ways.shift() ?? 'answered';
    if (way === 'lost') throw new NetworkDown();
    const answer = work();
    if (way === 'answer-lost') throw new NetworkDown();
    return answer;
  }
}

export const problem = (code: ApiProblem['code'], status: number, reason?: string): ApiProblem =>
  new ApiProblem({ type: 'about:blank', title: code, status, code, ...(reason !== undefined && { reason }) });
