/** What is entered and not saved yet, and where somebody wanted to go meanwhile. */
class Unsaved {
  /** Several forms may be open on one page. */
  readonly #forms = new Set<() => boolean>();
  /** The way that waits for an answer: keep entering, or let it go. */
  wanted: (() => void) | undefined = $state.raw();

  /** Tells how to see whether a form holds something; gives back how to stop watching it. */
  watch(dirty: () => boolean): () => void {
    this.#forms.add(dirty);
    return () => void this.#forms.delete(dirty);
  }

  leave(go: () => void): void {
    if ([...this.#forms].some((dirty) => dirty())) this.wanted = go;
    else go();
  }

  letGo(): void {
    const go = this.wanted;
    this.#forms.clear();
    this.wanted = undefined;
    go?.();
  }
}

export const unsaved = new Unsaved();
/** Goes there at once, or asks first where something entered would be lost. */
export const leaveUnsaved = (go: () => void): void => unsaved.leave(go);
