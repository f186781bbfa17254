import { tick } from 'svelte';
import type { ConsoleState } from '../state/console-state.svelte.ts';
import { boardLayout as size } from './board-layout.ts';
import { edgeScroll } from './edge-scroll.ts';
import { neighbourCell, presentCell, type GridCell } from './grid-cell.ts';
import { asMilliseconds, timeScale } from './time-scale.ts';
import { shownLines, shownStretch } from './window-of.ts';
import { zoomed } from './zoom.ts';

/** What of the board is in sight, what is drawn of it, and which cell the Tab key stops at. */
export class BoardView {
  scroller: HTMLElement | undefined = $state.raw();
  height = $state(400);
  width = $state(900);
  scrolled = $state.raw({ top: 0, left: 0 });
  #cell: GridCell | undefined = $state.raw();
  readonly #desk: ConsoleState;

  readonly scale = $derived.by(() => {
    const { days, zone, rows, address } = this.#desk;
    const spans = rows.flatMap(({ shifts, blocks }) => [
      ...shifts.map(asMilliseconds),
      ...blocks.map(({ travelFrom, to }) => ({ from: travelFrom, to })),
    ]);
    return timeScale({ days, zone, spans, width: this.width - size.label - spareRight, zoom: address.place.zoom });
  });
  readonly lines = $derived.by(() => this.#desk.lines);
  readonly gridLines = $derived.by(() => [...this.#desk.lines, this.#desk.unassignedLine]);
  readonly stop = $derived.by(() => presentCell(this.gridLines, this.#cell));
  readonly within = $derived.by(() => shownStretch(this.#sight, this.scale.width));
  /** Indices of the lines that stand in the document. */
  readonly shown = $derived.by(() => {
    const focused = this.lines.findIndex(({ id }) => id === this.stop?.lineId);
    return shownLines(this.#sight, this.lines.length, focused);
  });
  readonly contentWidth = $derived.by(() => this.scale.width + size.label + spareRight);
  readonly #sight = $derived.by(() => ({ ...this.scrolled, width: this.width, height: this.height }));

  constructor(desk: ConsoleState) {
    this.#desk = desk;
  }

  elementOf(cell: GridCell | undefined): HTMLElement | null | undefined {
    return this.scroller?.querySelector<HTMLElement>(
      cell?.appointmentId
        ? `[data-line="${cell.lineId}"] [data-id="${cell.appointmentId}"]`
        : `[data-label="${cell?.lineId ?? ''}"]`,
    );
  }

  /** The Tab key stops there from now on. */
  stopAt(cell: GridCell): void {
    const { stop } = this;
    if (cell.lineId !== stop?.lineId || cell.appointmentId !== stop.appointmentId) this.#cell = cell;
  }

  /** Puts the focus on an appointment, wherever it stands. */
  focusAppointment(appointmentId: string): void {
    this.#cell = presentCell(this.gridLines, { lineId: '', appointmentId });
    void this.#focusStop();
  }

  /** Takes the focus where a key leads; false for other keys. */
  goBy(event: KeyboardEvent): boolean {
    const page = Math.max(1, Math.floor(this.#room / size.row) - 1);
    const to = this.stop && neighbourCell(this.gridLines, this.stop, event, page);
    if (!to) return false;
    this.#cell = to;
    void this.#focusStop();
    return true;
  }

  /** Scrolls no further than it takes to bring a line, and an instant of it, into sight. */
  reveal(lineId: string | undefined, at: number | undefined): void {
    const { scroller } = this;
    const line = this.lines.findIndex(({ id }) => id === lineId);
    if (!scroller || line < 0) return;
    const top = line * size.row;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + size.row > scroller.scrollTop + this.#room) scroller.scrollTop = top + size.row - this.#room;
    if (at === undefined) return;
    const [x, wide] = [this.scale.x(at), this.width - size.label];
    if (x < scroller.scrollLeft || x > scroller.scrollLeft + wide - 80) scroller.scrollLeft = x - wide / 3;
  }

  /** Lets the board go on while something is held near its edge; true where it did. */
  followEdge(x: number, y: number): boolean {
    const { scroller } = this;
    if (!scroller) return false;
    const { left, right, top, bottom } = scroller.getBoundingClientRect();
    const sight = { left: left + size.label, right, top: top + size.axis, bottom: bottom - size.unassigned };
    const { across, down } = edgeScroll(sight, x, y);
    const before = { left: scroller.scrollLeft, top: scroller.scrollTop };
    // What is shown of the drop may reach beyond the last hour; the board ends there none the less.
    const farthest = Math.max(0, this.contentWidth - scroller.clientWidth);
    if (across !== 0) scroller.scrollLeft = Math.min(farthest, before.left + across);
    if (down !== 0) scroller.scrollTop += down;
    return scroller.scrollLeft !== before.left || scroller.scrollTop !== before.top;
  }

  /** Spreads time out or draws it together around a place of the screen, which keeps its time. */
  async zoomBy(by: 1 | -1, around = this.width / 2): Promise<void> {
    const { scroller, scale } = this;
    if (!scroller) return;
    const at = scale.timeAt(scroller.scrollLeft + around - size.label);
    const { address } = this.#desk;
    address.set({ zoom: zoomed(address.place.zoom, by, scale.fitPixelsPerHour) });
    await tick();
    scroller.scrollLeft = this.scale.x(at) - around + size.label;
  }

  get #room(): number {
    return this.height - size.axis - size.unassigned;
  }

  async #focusStop(): Promise<void> {
    const cell = this.stop;
    const line = this.lines.find(({ id }) => id === cell?.lineId);
    this.reveal(cell?.lineId, line?.blocks.find(({ appointment }) => appointment.id === cell?.appointmentId)?.from);
    await tick();
    this.elementOf(cell)?.focus({ preventScroll: true });
  }
}

/** Room behind the last hour, in pixels. */
const spareRight = 12;
