import { instantOf } from '../../../shared/geo/zoned-time.ts';
import type { BoardRowView } from '../state/board-rows.ts';

/** Where the break would fall: after what runs at its earliest start, but not after its latest. Undefined without one. */
export const breakSpan = (
  { technician, shifts, blocks }: BoardRowView,
  day: string,
  zone: string,
): { readonly from: number; readonly to: number } | undefined => {
  const rule = technician.breakRule;
  if (!rule || shifts.length === 0) return undefined;
  const earliest = Date.parse(instantOf(day, rule.earliest, zone));
  const latest = Date.parse(instantOf(day, rule.latest, zone));
  const length = rule.durationSeconds * 1000;
  let from = earliest;
  for (const block of blocks) if (block.from < from + length && block.to > from) from = block.to;
  const at = Math.min(from, latest);
  return { from: at, to: at + length };
};
