export interface Undoable {
  /** What would be taken back, in the words of the message that told of it. */
  readonly label: string;
  undo(): Promise<void>;
}

const kept = 100;

/** What this person did at this desk, last first; each is taken back by its inverse command. */
export class UndoStack {
  #steps: readonly Undoable[] = $state.raw([]);

  get last(): Undoable | undefined {
    return this.#steps.at(-1);
  }

  push(step: Undoable): void {
    this.#steps = [...this.#steps.slice(-kept + 1), step];
  }

  pop(): Undoable | undefined {
    const last = this.last;
    this.#steps = this.#steps.slice(0, -1);
    return last;
  }
}
