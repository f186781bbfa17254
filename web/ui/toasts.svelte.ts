export interface ToastNote {
  readonly id: number;
  readonly tone: 'plain' | 'fine' | 'late';
  readonly text: string;
  readonly detail?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Short notes at the edge of the page: refusals stay until dismissed, the rest goes by itself. */
class Toasts {
  list: readonly ToastNote[] = $state.raw([]);
  #next = 1;

  show(note: Omit<ToastNote, 'id'>): void {
    const id = this.#next++;
    this.list = [...this.list.slice(-1), { ...note, id }];
    if (note.tone !== 'late') setTimeout(() => this.dismiss(id), staysMilliseconds);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((note) => note.id !== id);
  }
}

const staysMilliseconds = 7000;

export const toasts = new Toasts();
