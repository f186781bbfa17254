import type { Appointment } from '../../../shared/model/appointment.ts';
import type { DropVerdict } from './drop-verdict.ts';

/** Where on the board a drag is. */
export type DropTarget =
  { readonly kind: 'row'; readonly technicianId: string; readonly startAt: string } | { readonly kind: 'unassigned' };

/** What the board answers for a point of the screen. */
export type Locate = (x: number, y: number, grabbedSeconds: number) => DropTarget | undefined;

interface Carried {
  readonly appointment: Appointment;
  /** How far into the block it was grabbed. */
  readonly grabbedSeconds: number;
}

interface DragDeps {
  readonly judge: (appointment: Appointment, technicianId: string, startAt: string) => DropVerdict | undefined;
  readonly drop: (appointment: Appointment, target: DropTarget, verdict: DropVerdict | undefined) => void;
}

/** Fewer pixels than this are a click. */
const threshold = 5;

/** An appointment on its way from queue, board or map to a row of the board. Keyboard and menu have their own way. */
export class DragState {
  carried: Carried | undefined = $state.raw();
  x = $state(0);
  y = $state(0);
  target: DropTarget | undefined = $state.raw();
  verdict: DropVerdict | undefined = $state.raw();
  locate: Locate = () => undefined;
  /** True just after a drag, so that the click that ends it opens nothing. */
  justDropped = false;
  readonly #deps: DragDeps;

  constructor(deps: DragDeps) {
    this.#deps = deps;
  }

  /** Begins to watch a pressed pointer; it becomes a drag once it has moved. */
  press(event: PointerEvent, appointment: Appointment, grabbedSeconds = 0): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const begin = { x: event.clientX, y: event.clientY };
    const listening = new AbortController();
    const { signal } = listening;
    const end = (dropped: boolean) => {
      listening.abort();
      if (this.carried && dropped) this.#drop();
      this.#clear();
    };
    const move = (moved: PointerEvent) => {
      const far = Math.hypot(moved.clientX - begin.x, moved.clientY - begin.y) > threshold;
      if (!this.carried && far) this.carried = { appointment, grabbedSeconds };
      if (this.carried) this.#moveTo(moved.clientX, moved.clientY);
    };
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', () => end(true), { signal });
    addEventListener('pointercancel', () => end(false), { signal });
    addEventListener('keydown', (key) => key.key === 'Escape' && end(false), { signal });
  }

  #moveTo(x: number, y: number): void {
    this.x = x;
    this.y = y;
    if (!this.carried) return;
    const { appointment, grabbedSeconds } = this.carried;
    const target = this.locate(x, y, grabbedSeconds);
    if (sameTarget(target, this.target)) return;
    this.target = target;
    this.verdict =
      target?.kind === 'row' ? this.#deps.judge(appointment, target.technicianId, target.startAt) : undefined;
  }

  #drop(): void {
    this.justDropped = true;
    setTimeout(() => (this.justDropped = false));
    if (this.carried && this.target) this.#deps.drop(this.carried.appointment, this.target, this.verdict);
  }

  #clear(): void {
    this.carried = undefined;
    this.target = undefined;
    this.verdict = undefined;
  }
}

const sameTarget = (a: DropTarget | undefined, b: DropTarget | undefined): boolean => {
  if (a?.kind === 'row' && b?.kind === 'row') return a.technicianId === b.technicianId && a.startAt === b.startAt;
  return a?.kind === b?.kind;
};
