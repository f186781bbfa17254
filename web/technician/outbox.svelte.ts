import { ApiProblem } from '../api/api-problem.ts';
import { NetworkDown } from '../api/network-down.ts';
import type { Problem } from '../../shared/protocol/problem.ts';

export type Sort = 'status' | 'task' | 'part' | 'note' | 'photo';

/** What a change is about, so that it can be shown where it belongs while it is not yet confirmed. */
export interface About {
  readonly sort: Sort;
  readonly appointmentId: string;
  /** The task's key, the part's id or the step. */
  readonly target?: string;
  /** What was entered: shown until the server's answer replaces it, kept when it is refused. */
  readonly value?: string | number | boolean | null;
}

export interface Unsent extends About {
  readonly id: string;
  readonly state: 'sending' | 'waiting' | 'refused';
  readonly problem?: Problem;
}

type Send = (idempotencyKey: string) => Promise<void>;

/**
 * Changes on their way to the server: one after the other in the order they were made, each with one idempotency key for all
 * of its tries. Without network they wait; what the server refuses stays in sight with the reason.
 */
export class Outbox {
  unsent = $state.raw<readonly Unsent[]>([]);
  readonly #sends: Record<string, Send | undefined> = {};
  readonly #newKey: () => string;
  #running = false;

  constructor(newKey: () => string = () => crypto.randomUUID()) {
    this.#newKey = newKey;
  }

  get count(): number {
    return this.unsent.length;
  }

  get waits(): boolean {
    return this.unsent.some((entry) => entry.state === 'waiting');
  }

  /** The newest unsent change of a thing, e.g. the answer of a checklist step. */
  find(sort: Sort, appointmentId: string, target?: string): Unsent | undefined {
    return this.unsent.findLast(
      (entry) =>
        entry.sort === sort &&
        entry.appointmentId === appointmentId &&
        (target === undefined || entry.target === target),
    );
  }

  of(sort: Sort, appointmentId: string): readonly Unsent[] {
    return this.unsent.filter((entry) => entry.sort === sort && entry.appointmentId === appointmentId);
  }

  /** Takes a change in and sends it when its turn comes. A change of the same target that was refused before makes room. */
  add(about: About, send: Send): void {
    const id = this.#newKey();
    this.#sends[id] = send;
    const others = this.unsent.filter((entry) => !(entry.state === 'refused' && isSameTarget(entry, about)));
    this.unsent = [...others, { ...about, id, state: 'sending' }];
    void this.#run();
  }

  /** Tries again what waits, and what was refused when it is named. */
  retry(id?: string): void {
    this.unsent = this.unsent.map((entry) =>
      entry.state === 'waiting' || entry.id === id ? withoutProblem(entry) : entry,
    );
    void this.#run();
  }

  discard(id: string): void {
    this.#remove(id);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      if (!(await this.#sendOne(next))) break;
    }
    this.#running = false;
  }

  #next(): Unsent | undefined {
    const first = this.unsent.find((entry) => entry.state !== 'refused');
    return first?.state === 'sending' ? first : undefined;
  }

  /** Whether the next one may follow; not while the network is down, or the order would be lost. */
  async #sendOne(entry: Unsent): Promise<boolean> {
    try {
      await this.#sends[entry.id]?.(entry.id);
      this.#remove(entry.id);
      return true;
    } catch (fault) {
      if (fault instanceof NetworkDown) {
        this.unsent = this.unsent.map((other) => (other.state === 'sending' ? { ...other, state: 'waiting' } : other));
        return false;
      }
      const problem = fault instanceof ApiProblem ? fault.problem : unforeseen;
      this.#replace({ ...entry, state: 'refused', problem });
      return true;
    }
  }

  #replace(entry: Unsent): void {
    this.unsent = this.unsent.map((other) => (other.id === entry.id ? entry : other));
  }

  #remove(id: string): void {
    this.#sends[id] = undefined;
    this.unsent = this.unsent.filter((entry) => entry.id !== id);
  }
}

const unforeseen: Problem = { type: 'about:blank', title: 'unforeseen', status: 500, code: 'fault' };

const isSameTarget = (one: About, other: About): boolean =>
  one.sort === other.sort && one.appointmentId === other.appointmentId && one.target === other.target;

const withoutProblem = ({ problem: _, ...entry }: Unsent): Unsent => ({ ...entry, state: 'sending' });
