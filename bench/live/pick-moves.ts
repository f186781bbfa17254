import type { askAs } from '../../test/journey/ask-as.ts';

/** An appointment that is placed and taken back in turn. */
export interface Move {
  readonly id: string;
  version: number;
  placed: boolean;
  readonly to: {
    readonly technicianIds: readonly string[];
    readonly plannedStartAt: string;
    readonly despite: string[];
  };
}

/** The board draws only what is in sight. */
const rowsInSight = 4;
const despite = ['after-due-time', 'part-not-on-van', 'outside-arrival-window', 'off-shift'];

/** Each of some waiting appointments with a place that the server grants; they wait again afterwards. */
export const pickMoves = async (ask: ReturnType<typeof askAs>, territory: string, day: string): Promise<Move[]> => {
  const { body } = await ask(`/territories/${territory}/days/${day}/board`);
  const moves: Move[] = [];
  for (const { id, version } of body.backlog) {
    const taken = new Set(moves.flatMap(({ to }) => to.technicianIds));
    for (const { technicianId } of body.rows.slice(0, rowsInSight)) {
      if (taken.has(technicianId)) continue;
      const to = { technicianIds: [technicianId], plannedStartAt: `${day}T19:00:00.000Z`, despite };
      const placed = await ask('/appointment-moves', { moves: [{ appointmentId: id, version, to }] });
      if (placed.status !== 200) continue;
      const back = await ask('/appointment-moves', {
        moves: [{ appointmentId: id, version: placed.body.appointments[0].version, to: null }],
      });
      moves.push({ id, version: back.body.appointments[0].version, placed: false, to });
      break;
    }
    if (moves.length === 3) break;
  }
  return moves;
};
