import type { PullAnswer, Mutation, MutationResult } from '../../../../shared/protocol/sync.ts';
import { syncSchemaVersion } from '../../../../shared/protocol/sync.ts';
import type { TechnicianView } from '../../../../shared/model/technician-view.ts';
import { applyToView } from '../../../../shared/rules/mutations/apply-to-view.ts';
import type { ChaosServer } from './chaos-server.ts';
import { nextChange } from './next-change.ts';
import type { PlantedBug } from './planted-bugs.ts';

export interface ChaosPhoneOptions {
  readonly clientId: string;
  readonly token: string;
  readonly technicianId: string;
  readonly server: ChaosServer;
  readonly random: () => number;
  readonly clock: () => Date;
  readonly bug?: PlantedBug | undefined;
}

/** A phone in a bad network: it numbers, queues, sends again, and holds what it was answered against what it was answered before. */
export class ChaosPhone {
  /** Everything that it ever did, in order. */
  readonly done: Mutation[] = [];
  readonly answers = new Map<number, MutationResult>();
  readonly complaints: string[] = [];
  readonly #options: ChaosPhoneOptions;
  readonly #sent: object[] = [];
  /** How far its clock is off; it steps now and then. */
  #skewSeconds = 0;
  #acknowledged = 0;
  #view: PullAnswer | undefined;
  #cut = 0;

  constructor(options: ChaosPhoneOptions) {
    this.#options = options;
  }

  get clientId(): string {
    return this.#options.clientId;
  }
  get technicianId(): string {
    return this.#options.technicianId;
  }
  get isIdle(): boolean {
    return this.#acknowledged === this.done.length;
  }
  /** What it shows: the last view with what is not in it yet, by the shared rules. */
  get shown(): TechnicianView | undefined {
    const view = this.#view;
    if (!view) return undefined;
    return this.done
      .filter(({ id }) => id > view.lastMutationId)
      .reduce<TechnicianView>((shown, mutation) => {
        const applied = applyToView(shown, mutation, mutation.recordedAt);
        return applied.ok ? applied.view : shown;
      }, view);
  }

  /** Does the next thing without asking anybody. */
  act(): void {
    const { random } = this.#options;
    if (random() < 0.1) this.#skewSeconds = Math.round((random() - 0.3) * 7200);
    const shown = this.shown;
    if (!shown) return;
    const change = nextChange(shown, { random, id: this.done.length + 1, clientId: this.clientId });
    this.done.push({ ...change, id: this.done.length + 1, recordedAt: this.#now() });
  }

  /** Sends what is open, over a network that loses, doubles and delays, as long as it is not cut off. */
  async communicate(isCalm: boolean): Promise<void> {
    const { random } = this.#options;
    if (!isCalm && this.#cut === 0 && random() < 0.15) this.#cut = 1 + Math.floor(random() * 6);
    if (this.#cut > 0 && !isCalm) {
      this.#cut -= 1;
      return;
    }
    if (!isCalm && random() < 0.1) await this.#resendStale();
    await this.#push(isCalm);
    if (isCalm || !this.#view || random() < 0.15) await this.pull();
  }

  async pull(): Promise<void> {
    const { server, token } = this.#options;
    const answer = await server.call({ path: '/v1/sync/pull', query: `clientId=${this.clientId}`, token });
    if (answer?.status !== 200) return;
    this.#view = answer.body as PullAnswer;
    this.#checkView(this.#view);
  }

  async #push(isCalm: boolean): Promise<void> {
    const { random, bug } = this.#options;
    const open = this.done.filter(({ id }) => id > this.#acknowledged).slice(0, 10);
    if (open.length === 0) return;
    const body = { clientId: this.clientId, schemaVersion: syncSchemaVersion, sentAt: this.#now(), mutations: open };
    this.#sent.push(body);
    if (bug?.forgetsOnSend) this.#acknowledged = open.at(-1)?.id ?? this.#acknowledged;
    if (!isCalm && random() < 0.1) return;
    const isDoubled = !isCalm && random() < 0.15;
    const [answer] = await Promise.all([this.#send(body), ...(isDoubled ? [this.#send(body)] : [])]);
    if (!isCalm && random() < 0.15) return;
    if (answer?.status !== 200) return this.#complainOf(answer);
    for (const result of answer.body['results'] as MutationResult[]) this.#hear(result);
    this.#acknowledged = Math.max(this.#acknowledged, open.at(-1)?.id ?? 0);
  }

  /** An old request that hung somewhere on the way arrives now. */
  async #resendStale(): Promise<void> {
    const stale = this.#sent[Math.floor(this.#options.random() * this.#sent.length)];
    const answer = stale && (await this.#send(stale));
    if (answer?.status === 200) for (const result of answer.body['results'] as MutationResult[]) this.#hear(result);
  }

  #send(body: object) {
    const { server, token } = this.#options;
    return server.call({ method: 'POST', path: '/v1/sync/push', token, body });
  }

  #hear(result: MutationResult): void {
    const before = this.answers.get(result.id);
    if (before && JSON.stringify(before) !== JSON.stringify(result)) {
      this.complaints.push(`change ${result.id} of ${this.clientId} was answered in two ways`);
    }
    this.answers.set(result.id, result);
  }

  #complainOf(answer: Awaited<ReturnType<ChaosServer['call']>>): void {
    if (answer && answer.status < 500) {
      this.complaints.push(`a push of ${this.clientId} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }

  /** What the view says to contain must be in it, as far as it still tells of that appointment. */
  #checkView({ visits, lastMutationId }: PullAnswer): void {
    const notes = new Set(visits.flatMap((visit) => visit.notes.map(({ id }) => id)));
    const shown = new Set(visits.map(({ appointment }) => appointment.id));
    for (const { id, name, args } of this.done) {
      if (id > lastMutationId || name !== 'add-note' || this.answers.get(id)?.state !== 'applied') continue;
      const { appointmentId, noteId } = args as { appointmentId: string; noteId: string };
      if (shown.has(appointmentId) && !notes.has(noteId)) {
        this.complaints.push(`the view of ${this.clientId} says to contain change ${id}, and lacks it`);
      }
    }
  }

  #now(): string {
    return new Date(this.#options.clock().getTime() + this.#skewSeconds * 1000).toISOString();
  }
}
