import type { StandingPlace } from './standing-place.ts';

/** One appointment of a step: where it stood before, and where the step put it. */
export interface StepPart {
  readonly appointmentId: string;
  readonly subject: string;
  readonly before: StandingPlace | undefined;
  readonly after: StandingPlace | undefined;
}

/** Something this person did at this desk, which its inverse takes back. */
export interface UndoStep {
  /** In the words of the message that told of it. */
  readonly label: string;
  readonly parts: readonly StepPart[];
}

const kept = 100;

/** What was done and what was taken back, last first. A new step ends what could be done again. */
export class UndoStack {
  #done: readonly UndoStep[] = $state.raw([]);
  #undone: readonly UndoStep[] = $state.raw([]);

  get next(): UndoStep | undefined {
    return this.#done.at(-1);
  }

  get nextRedo(): UndoStep | undefined {
    return this.#undone.at(-1);
  }

  push(step: UndoStep): void {
    this.#done = [...this.#done.slice(-kept + 1), step];
    this.#undone = [];
  }

  /** The last step was taken back. */
  undone(): void {
    const step = this.next;
    if (!step) return;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
  }

  /** The last step that was taken back was done again. */
  redone(): void {
    const step = this.nextRedo;
    if (!step) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
  }

  /** It can no longer be taken back, or done again. */
  forget(step: UndoStep): void {
    this.#done = this.#done.filter((one) => one !== step);
    this.#undone = this.#undone.filter((one) => one !== step);
  }
}
