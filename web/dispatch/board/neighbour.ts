import type { BoardRowView } from '../state/board-rows.ts';

/** Where an arrow key leads from a block: along the row, or to the nearest in time of the next row that has any. */
export const neighbour = (
  rows: readonly BoardRowView[],
  fromId: string | undefined,
  key: string,
): { readonly id: string; readonly row: number } | undefined => {
  const row = rows.findIndex(({ blocks }) => blocks.some(({ appointment }) => appointment.id === fromId));
  const blocks = rows[row]?.blocks ?? [];
  const at = blocks.findIndex(({ appointment }) => appointment.id === fromId);
  const here = blocks[at];
  if (!here) return undefined;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const next = blocks[at + (key === 'ArrowLeft' ? -1 : 1)];
    return next && { id: next.appointment.id, row };
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const step = key === 'ArrowUp' ? -1 : 1;
  for (let other = row + step; other >= 0 && other < rows.length; other += step) {
    const [first, ...rest] = rows[other]?.blocks ?? [];
    if (!first) continue;
    const nearest = rest.reduce(
      (best, block) => (Math.abs(block.from - here.from) < Math.abs(best.from - here.from) ? block : best),
      first,
    );
    return { id: nearest.appointment.id, row: other };
  }
  return undefined;
};
