import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import type { BoardBlock } from '../state/board-rows.ts';
import type { BoardLine, LineSpan } from '../state/board-lines.ts';
import type { Stretch } from './axis-ticks.ts';
import { boardLayout as size } from './board-layout.ts';
import type { TimeScale } from './time-scale.ts';

/** What lies behind and around a line's blocks, as one SVG path a kind: a few elements, however many appointments there are. */
export interface LineDrawing {
  /** Where nobody works. */
  readonly off: string;
  readonly breaks: string;
  readonly absences: string;
  readonly overtime: string;
  readonly travel: string;
  readonly travelGone: string;
  /** Where parts are fetched on the way. */
  readonly pickups: string;
  /** What customers were told. */
  readonly told: string;
  readonly due: string;
  readonly dueBroken: string;
}

export const lineDrawing = (line: BoardLine, scale: TimeScale, within: Stretch): LineDrawing => {
  const near = line.blocks.filter((block) => isNear(block, scale, within));
  const bars = (spans: readonly LineSpan[], top: number, height: number): string =>
    spans.map((span) => bar(scale.x(span.from), scale.x(span.to), top, height, within)).join('');
  const going = near.filter(({ appointment }) => !appointment.actualStartAt);
  const gone = near.filter(({ appointment }) => appointment.actualStartAt);
  const ticks = (blocks: readonly BoardBlock[]): string => blocks.map(({ due }) => tick(scale.x(due), within)).join('');
  const promised = near.filter(({ due }) => due > scale.from && due < scale.to);
  return {
    off: line.hasShifts ? bars(offHours(line.shifts, scale), 0, size.row) : '',
    breaks: bars(line.breaks, 0, size.row),
    absences: bars(line.absences, 0, size.row),
    overtime: bars(line.overtime, 0, size.row),
    travel: bars(going.map(asTravel), size.travel, 3),
    travelGone: bars(gone.map(asTravel), size.travel, 3),
    pickups: bars(
      near.flatMap(({ pickups }) => pickups),
      size.travel - 6,
      14,
    ),
    told: going.map(({ told }) => (told ? bracket(scale.x(told.from), scale.x(told.to), within) : '')).join(''),
    due: ticks(promised.filter((block) => !isBroken(block))),
    dueBroken: ticks(promised.filter(isBroken)),
  };
};

const isBroken = ({ appointment, to, due }: BoardBlock): boolean =>
  to > due && (isFinished(appointment.status) ? appointment.actualEndAt !== undefined : true);

const asTravel = ({ travelFrom, from }: BoardBlock): LineSpan => ({ from: travelFrom, to: from });

const isNear = ({ travelFrom, to, told, due, pickups }: BoardBlock, scale: TimeScale, within: Stretch): boolean =>
  scale.x(Math.min(travelFrom, told?.from ?? travelFrom, ...pickups.map(({ from }) => from))) <= within.to &&
  scale.x(Math.max(to, told?.to ?? to, Math.min(due, scale.to))) >= within.from;

/** What is left of the board's days without the shifts. */
const offHours = (shifts: readonly LineSpan[], scale: TimeScale): LineSpan[] =>
  scale.days.flatMap((day) => {
    let at = day.from;
    const off: LineSpan[] = [];
    for (const { from, to } of shifts) {
      if (to <= day.from || from >= day.to) continue;
      if (from > at) off.push({ from: at, to: from });
      at = Math.max(at, to);
    }
    if (at < day.to) off.push({ from: at, to: day.to });
    return off;
  });

const bar = (left: number, right: number, top: number, height: number, { from, to }: Stretch): string => {
  const [l, r] = [Math.max(left, from) - from, Math.min(right, to) - from];
  return r - l < 0.5 ? '' : `M${l} ${top}H${r}V${top + height}H${l}Z`;
};

const bracket = (left: number, right: number, { from, to }: Stretch): string =>
  right < from || left > to ? '' : `M${left - from} ${size.told + 5}V${size.told}H${right - from}V${size.told + 5}`;

const tick = (x: number, { from, to }: Stretch): string =>
  x < from || x > to ? '' : `M${x - from} ${size.row - 11}V${size.row - 2}`;
