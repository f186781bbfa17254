/** A cell of the board's grid: a line's label, or one of its appointments. */
export interface GridCell {
  readonly lineId: string;
  /** Undefined for the label. */
  readonly appointmentId: string | undefined;
}

/** What the grid needs to know of a line. */
export interface GridLine {
  readonly id: string;
  readonly blocks: readonly { readonly appointment: { readonly id: string }; readonly from: number }[];
}

/** The cell itself while it is there; the same appointment where it went; else its line's label, or the first cell of all. */
export const presentCell = (lines: readonly GridLine[], cell: GridCell | undefined): GridCell | undefined => {
  const line = lines.find(({ id }) => id === cell?.lineId);
  if (line && (cell?.appointmentId === undefined || hasBlock(line, cell.appointmentId))) return cell;
  const elsewhere = cell?.appointmentId && lines.find((one) => hasBlock(one, cell.appointmentId));
  if (elsewhere) return { lineId: elsewhere.id, appointmentId: cell?.appointmentId };
  if (line) return { lineId: line.id, appointmentId: undefined };
  const first = lines.find(({ blocks }) => blocks.length > 0) ?? lines[0];
  return first && { lineId: first.id, appointmentId: first.blocks[0]?.appointment.id };
};

/** Where a key leads from a cell; undefined for other keys and at the edges. `page` is how many lines are in sight. */
export const neighbourCell = (
  lines: readonly GridLine[],
  cell: GridCell,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  page: number,
): GridCell | undefined => {
  const row = lines.findIndex(({ id }) => id === cell.lineId);
  const line = lines[row];
  if (!line) return undefined;
  const at = line.blocks.findIndex(({ appointment }) => appointment.id === cell.appointmentId);
  const inLine = (place: number): GridCell | undefined =>
    place >= -1 && place < line.blocks.length
      ? { lineId: line.id, appointmentId: line.blocks[place]?.appointment.id }
      : undefined;
  const inLineAt = (index: number) => nearest(lines[clamp(index, lines.length)], line.blocks[at]?.from);
  const whole = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowLeft':
      return at < 0 ? undefined : inLine(at - 1);
    case 'ArrowRight':
      return inLine(at + 1);
    case 'Home':
      return whole ? inLineAt(0) : inLine(-1);
    case 'End':
      return whole ? inLineAt(lines.length - 1) : inLine(line.blocks.length - 1);
    case 'ArrowUp':
      return row === 0 ? undefined : inLineAt(row - 1);
    case 'ArrowDown':
      return row === lines.length - 1 ? undefined : inLineAt(row + 1);
    case 'PageUp':
      return inLineAt(row - page);
    case 'PageDown':
      return inLineAt(row + page);
    default:
      return undefined;
  }
};

const hasBlock = ({ blocks }: GridLine, id: string | undefined): boolean =>
  blocks.some(({ appointment }) => appointment.id === id);

const clamp = (index: number, length: number): number => Math.min(Math.max(index, 0), length - 1);

/** The label where one comes from a label or nothing stands there, else the nearest in time. */
const nearest = (line: GridLine | undefined, at: number | undefined): GridCell | undefined => {
  if (!line) return undefined;
  const [first, ...rest] = line.blocks;
  if (at === undefined || !first) return { lineId: line.id, appointmentId: undefined };
  const best = rest.reduce((a, b) => (Math.abs(b.from - at) < Math.abs(a.from - at) ? b : a), first);
  return { lineId: line.id, appointmentId: best.appointment.id };
};
