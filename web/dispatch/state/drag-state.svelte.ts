import { addSeconds } from '../../../shared/geo/instant-arithmetic.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { BoardLine } from './board-lines.ts';
import type { ProposalVerdict } from './judge-proposal.ts';
import type { DropTarget, Load, Proposal } from './proposal.ts';

/** What the board answers for a point of the screen. */
export type Locate = (x: number, y: number, grabbedSeconds: number) => DropTarget | undefined;

interface Carried extends Load {
  /** How far into the block it was grabbed. */
  readonly grabbedSeconds: number;
  readonly by: 'pointer' | 'keys';
}

interface DragDeps {
  readonly lines: () => readonly BoardLine[];
  readonly propose: (load: Load, target: DropTarget) => Proposal | undefined;
  readonly judge: (proposal: Proposal) => ProposalVerdict | undefined;
  /** Learns what judging needs; tells when there is more to judge by than before. */
  readonly prepare?: (proposal: Proposal) => Promise<boolean>;
  readonly drop: (proposal: Proposal, verdict: ProposalVerdict | undefined) => void;
}

interface Grab {
  readonly mode?: Load['mode'];
  readonly fromLineId?: string | undefined;
  readonly grabbedSeconds?: number;
}

/** Fewer pixels than this are a click. */
const threshold = 5;

/** Appointments on their way to a place of the board, by pointer from queue, board or map, or by the arrow keys. */
export class DragState {
  carried: Carried | undefined = $state.raw();
  x = $state(0);
  y = $state(0);
  target: DropTarget | undefined = $state.raw();
  proposal: Proposal | undefined = $state.raw();
  verdict: ProposalVerdict | undefined = $state.raw();
  locate: Locate = () => undefined;
  /** True just after a drag, so that the click that ends it opens nothing. */
  justDropped = false;
  readonly #deps: DragDeps;
  #listening = new AbortController();
  #aimedMode: Load['mode'] | undefined;
  #lastAt = '';

  constructor(deps: DragDeps) {
    this.#deps = deps;
  }

  carries(appointmentId: string): boolean {
    return this.carried?.appointments.some(({ id }) => id === appointmentId) ?? false;
  }

  /** Begins to watch a pressed pointer; it becomes a drag once it has moved. */
  press(
    event: PointerEvent,
    appointments: readonly Appointment[],
    { mode = 'move', fromLineId, grabbedSeconds = 0 }: Grab = {},
  ): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const begin = { x: event.clientX, y: event.clientY };
    const signal = this.#listen();
    const move = (moved: PointerEvent) => {
      const far = Math.hypot(moved.clientX - begin.x, moved.clientY - begin.y) > threshold;
      if (!this.carried && !far) return;
      // Held down, Shift lets two appointments change places.
      const now = mode === 'move' && moved.shiftKey ? 'swap' : mode;
      if (this.carried?.mode !== now) {
        this.carried = { appointments, mode: now, fromLineId, grabbedSeconds, by: 'pointer' };
      }
      this.x = moved.clientX;
      this.y = moved.clientY;
      this.#aim(this.locate(this.x, this.y, grabbedSeconds));
    };
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', () => this.#end(true), { signal });
    addEventListener('pointercancel', () => this.#end(false), { signal });
    addEventListener('keydown', (key) => key.key === 'Escape' && this.#end(false), { signal });
  }

  /** The board went on under the pointer. */
  aimAgain(): void {
    if (this.carried?.by === 'pointer') this.#aim(this.locate(this.x, this.y, this.carried.grabbedSeconds));
  }

  /** The same by keys: the arrows move it, Enter drops it, Escape leaves everything as it was. */
  carry(load: Load, target: DropTarget): void {
    const signal = this.#listen();
    this.carried = { ...load, grabbedSeconds: 0, by: 'keys' };
    this.#aim(target);
    const onkeydown = (event: KeyboardEvent) => {
      if (!this.#onKey(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('keydown', onkeydown, { signal, capture: true });
    addEventListener('pointerdown', () => this.#end(false), { signal });
  }

  #listen(): AbortSignal {
    this.#end(false);
    this.#listening = new AbortController();
    return this.#listening.signal;
  }

  #onKey({ key, shiftKey }: KeyboardEvent): boolean {
    const minutes = shiftKey ? 60 : 5;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.#shift(-minutes),
      ArrowRight: () => this.#shift(minutes),
      ArrowUp: () => this.#toLine(-1),
      ArrowDown: () => this.#toLine(1),
      Enter: () => this.#end(true),
      ' ': () => this.#end(true),
      Escape: () => this.#end(false),
    };
    steps[key]?.();
    return key in steps;
  }

  #shift(minutes: number): void {
    if (this.target?.kind === 'row') this.#aim({ ...this.target, at: addSeconds(this.target.at, minutes * 60) });
  }

  /** Below the last line lie the unassigned. */
  #toLine(step: 1 | -1): void {
    const { carried, target } = this;
    if (!carried || carried.mode === 'resize') return;
    const lines = this.#deps.lines();
    const at = target?.kind === 'row' ? lines.findIndex(({ id }) => id === target.lineId) : lines.length;
    const line = lines[Math.max(0, at + step)];
    if (line) this.#aim({ kind: 'row', lineId: line.id, at: target?.kind === 'row' ? target.at : this.#lastAt });
    else this.#aim({ kind: 'unassigned' });
  }

  #aim(target: DropTarget | undefined): void {
    if (sameTarget(target, this.target) && this.#aimedMode === this.carried?.mode) return;
    if (target?.kind === 'row') this.#lastAt = target.at;
    this.target = target;
    this.#aimedMode = this.carried?.mode;
    this.proposal = this.carried && target && this.#deps.propose(this.carried, target);
    this.verdict = this.proposal && this.#deps.judge(this.proposal);
    if (this.proposal) void this.#judgeAgain(this.proposal);
  }

  /** What is learned meanwhile tells more of the place that is still aimed at. */
  async #judgeAgain(proposal: Proposal): Promise<void> {
    const hasMore = await this.#deps.prepare?.(proposal);
    if (hasMore && this.proposal) this.verdict = this.#deps.judge(this.proposal);
  }

  #end(dropped: boolean): void {
    this.#listening.abort();
    const { carried, proposal, verdict } = this;
    if (carried?.by === 'pointer') {
      this.justDropped = true;
      setTimeout(() => (this.justDropped = false));
    }
    this.carried = undefined;
    this.target = undefined;
    this.proposal = undefined;
    this.verdict = undefined;
    if (dropped && carried && proposal) this.#deps.drop(proposal, verdict);
  }
}

const sameTarget = (a: DropTarget | undefined, b: DropTarget | undefined): boolean => {
  if (a?.kind === 'row' && b?.kind === 'row') return a.lineId === b.lineId && a.at === b.at && a.over === b.over;
  return a?.kind === b?.kind;
};
