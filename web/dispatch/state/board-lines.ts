import { instantOf } from '../../../shared/geo/zoned-time.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { BoardBlock, BoardRowView } from './board-rows.ts';

/** Epoch milliseconds. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/** A line of the time board: a technician, or a crew that meets at some of the appointments. */
export interface BoardLine {
  readonly id: string;
  readonly name: string;
  /** One, or all who belong to the crew. */
  readonly technicians: readonly Technician[];
  /** The technician's own row; none for a crew. */
  readonly row: BoardRowView | undefined;
  readonly hasShifts: boolean;
  readonly shifts: readonly LineSpan[];
  readonly breaks: readonly LineSpan[];
  readonly absences: readonly LineSpan[];
  readonly overtime: readonly LineSpan[];
  readonly blocks: readonly BoardBlock[];
}

/** Technicians in their order, then the crews of those days. */
export const linesOf = (rows: readonly BoardRowView[], days: readonly string[], zone: string): BoardLine[] => [
  ...rows.map((row) => lineOf(row, days, zone)),
  ...crewsOf(rows),
];

const lineOf = (row: BoardRowView, days: readonly string[], zone: string): BoardLine => {
  const shifts = row.shifts.map(asSpan);
  return {
    id: row.id,
    name: row.technician.name,
    technicians: [row.technician],
    row,
    hasShifts: true,
    shifts,
    breaks: days.flatMap((day) => breakOn(row, shifts, day, zone) ?? []),
    absences: row.taken.map(asSpan),
    overtime: row.blocks.flatMap((block) => outside(block, shifts)),
    blocks: row.blocks,
  };
};

/** One line for each set of technicians who share an appointment. */
const crewsOf = (rows: readonly BoardRowView[]): BoardLine[] => {
  const crews = new Map<string, { technicians: Technician[]; blocks: BoardBlock[] }>();
  const byId = new Map(rows.map(({ technician }) => [technician.id, technician]));
  for (const row of rows) {
    for (const block of row.blocks) {
      const ids = block.appointment.assignments.map(({ technicianId }) => technicianId);
      if (ids.length < 2 || ids[0] !== row.id) continue;
      const key = [...ids].sort().join('+');
      const crew = crews.get(key) ?? { technicians: ids.flatMap((id) => byId.get(id) ?? []), blocks: [] };
      crew.blocks.push(block);
      crews.set(key, crew);
    }
  }
  return [...crews].map(([id, { technicians, blocks }]) => ({
    id,
    name: technicians.map(({ name }) => name).join(' + '),
    technicians,
    row: undefined,
    hasShifts: false,
    shifts: [],
    breaks: [],
    absences: [],
    overtime: [],
    blocks: blocks.sort((a, b) => a.from - b.from),
  }));
};

/** Where the break would fall on a day: after what runs at its earliest start, but not after its latest. Undefined without one. */
export const breakOn = (
  { technician, blocks }: Pick<BoardRowView, 'technician' | 'blocks'>,
  shifts: readonly LineSpan[],
  day: string,
  zone: string,
): LineSpan | undefined => {
  const rule = technician.breakRule;
  if (!rule) return undefined;
  const earliest = Date.parse(instantOf(day, rule.earliest, zone));
  const latest = Date.parse(instantOf(day, rule.latest, zone));
  const length = rule.durationSeconds * 1000;
  if (!shifts.some(({ from, to }) => from <= latest && to >= earliest + length)) return undefined;
  let from = earliest;
  for (const block of blocks) if (block.from < from + length && block.to > from) from = block.to;
  const at = Math.min(from, latest);
  return { from: at, to: at + length };
};

/** The parts of work that no shift covers. */
const outside = ({ from, to }: BoardBlock, shifts: readonly LineSpan[]): LineSpan[] => {
  let rest: LineSpan[] = [{ from, to }];
  for (const shift of shifts) {
    rest = rest.flatMap((span) =>
      [
        { from: span.from, to: Math.min(span.to, shift.from) },
        { from: Math.max(span.from, shift.to), to: span.to },
      ].filter((part) => part.to > part.from),
    );
  }
  return rest;
};

const asSpan = ({ from, to }: { readonly from: string; readonly to: string }): LineSpan => ({
  from: Date.parse(from),
  to: Date.parse(to),
});
