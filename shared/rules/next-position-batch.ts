/** What decides how soon the next positions are worth sending. */
export interface PositionInterest {
  /** Until he reaches the place he travels to, where that is known. */
  readonly secondsToArrival: number | undefined;
  /** Whether he moved since the last batch. */
  readonly moving: boolean;
  /** Whether a console looks at his territory. */
  readonly watched: boolean;
}

/**
 * In how many seconds a phone sends its next batch. Close to the customer, who looks out for him, and where arrival is to be
 * seen, it is soon; elsewhere a position a minute moves a mark on the map well enough, and each batch costs (S12).
 */
export const nextPositionBatchSeconds = ({ secondsToArrival, moving, watched }: PositionInterest): number => {
  if (secondsToArrival !== undefined && secondsToArrival <= arrivingSeconds) return batchSeconds.arriving;
  if (!moving) return batchSeconds.still;
  if (secondsToArrival !== undefined && secondsToArrival <= nearSeconds) return batchSeconds.near;
  return watched ? batchSeconds.watched : batchSeconds.unwatched;
};

const arrivingSeconds = 3 * 60;
const nearSeconds = 10 * 60;
export const batchSeconds = { arriving: 15, near: 30, watched: 60, unwatched: 120, still: 120 } as const;
