import type { SoftReason } from '../../../shared/rules/assignment.ts';
import type { ProposalVerdict } from './judge-proposal.ts';

/** The soft rules that were told to break for an appointment: whoever drops it there breaks them knowingly. */
export const verdictBreaks = (verdict: ProposalVerdict | undefined, appointmentId: string): SoftReason[] => {
  const told = verdict?.parts.find(({ appointment }) => appointment.id === appointmentId)?.verdict;
  return told?.kind === 'breaks' ? told.broken.map(({ reason }) => reason) : [];
};
