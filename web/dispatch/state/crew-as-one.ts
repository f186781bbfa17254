import type { CandidateCrew } from '../../../shared/protocol/endpoints/appointments.ts';
import type { Chosen } from './candidate-moves.ts';

/** A crew as one who is sent: with what all of them together mean for others and for the promise. */
export const crewAsOne = ({ members, plannedStartAt }: CandidateCrew): Chosen & { readonly travelSeconds: number } => ({
  technicianId: members[0]?.technicianId ?? '',
  technicianIds: members.map(({ technicianId }) => technicianId),
  plannedStartAt,
  travelSeconds: Math.max(...members.map(({ travelSeconds }) => travelSeconds)),
  lateBySeconds: Math.max(...members.map(({ lateBySeconds }) => lateBySeconds)),
  overtimeSeconds: Math.max(...members.map(({ overtimeSeconds = 0 }) => overtimeSeconds)),
  missingPartIds: [...new Set(members.flatMap(({ missingPartIds }) => missingPartIds))],
  moves: members.flatMap(({ moves }) => moves),
});
