import type { Pickup } from '../../shared/model/pickup.ts';
import type { PlannedStop } from '../../shared/model/plan.ts';

/** A stop of a plan that somebody wants to stand, and who is to go. */
export interface WantedStop {
  readonly technicianId: string;
  /** Of a crew: all who are to go, he too. */
  readonly crewIds?: readonly string[];
  readonly stop: PlannedStop;
  /** What he fetches for it on the way; absent where it needs nothing or fetches what it did. */
  readonly pickups?: readonly Pickup[];
  /** So long after a shift's end the plan was allowed to go on. */
  readonly overtimeSeconds: number;
}

/** One that another appointment stands in the way of. */
export interface BlockedStop extends WantedStop {
  readonly byId: string | undefined;
}

/** A planner weighs lateness and tells it; whoever accepts the plan accepts that. Parts of divided work may be accepted in any order. Skills, shifts and parts are checked anew. */
export const acceptedDespite = ['after-due-time', 'outside-arrival-window', 'out-of-order'] as const;
