import { nextPositionBatchSeconds } from '../../shared/rules/next-position-batch.ts';
import { nextVisitLookSeconds } from '../../shared/rules/next-visit-look.ts';
import type { Usage } from './usage.ts';

/** How often what happens in a month. */
export interface Counts {
  readonly appointments: number;
  readonly positionBatches: number;
  readonly boardReads: number;
  readonly phoneReads: number;
  readonly visitReads: number;
  /** Calls of the HTTP entry. */
  readonly answers: number;
  /** Things that the change stream passes on, positions among them. */
  readonly streamed: number;
  /** Calls that pass them on: one for each window of a part of the stream in which something changed. */
  readonly streamCalls: number;
  /** Frames that consoles get: one for each territory with changes, and one with positions, in a window. */
  readonly frames: number;
}

/** Status steps from assigned to completed. */
const steps = 5;

export const monthlyCounts = (usage: Usage): Counts => {
  const technicianDays = usage.technicians * usage.workDays;
  const appointments = technicianDays * usage.appointmentsPerTechnicianAndDay;
  const boardReads = usage.consoles * usage.workDays * usage.hoursPerDay * usage.boardReadsPerConsoleAndHour;
  const phoneReads = (technicianDays * usage.phoneHoursLookedAt * 3600) / usage.phoneRefreshSeconds;
  const visitReads = appointments * usage.shareOfCustomersWhoFollow * looksPerFollower(usage);
  const perAppointment = 2 + usage.candidatesPerAppointment + steps + usage.checklistStepsPerAppointment;
  const positionBatches = appointments * batchesPerDrive(usage);
  const changes = appointments * (2 + steps + usage.checklistStepsPerAppointment);
  const streamed = changes + positionBatches;
  const territories = usage.consoles / usage.consolesPerTerritory;
  const together = (things: number, apart: number) =>
    things / (1 + things * (usage.streamWindowSeconds / (workSeconds(usage) * apart)));
  return {
    appointments,
    positionBatches,
    boardReads,
    phoneReads,
    visitReads,
    answers: appointments * perAppointment + boardReads + phoneReads + visitReads,
    streamed,
    streamCalls: together(streamed, usage.streamParts),
    frames: [changes, positionBatches].reduce((sum, each) => sum + together(each, usage.streamParts * territories), 0),
  };
};

const workSeconds = ({ workDays, hoursPerDay }: Usage): number => workDays * hoursPerDay * 3600;

/** Questions of one page while the technician comes nearer. */
const looksPerFollower = ({ secondsFollowed }: Usage): number => {
  let looks = 0;
  for (let left = secondsFollowed; left > 0; looks++) {
    left -= nextVisitLookSeconds({ travelling: true, secondsToArrival: left, hidden: false });
  }
  return looks;
};

/** Batches of one drive to an appointment: at once, then as the rule tells while the place comes nearer. */
const batchesPerDrive = (usage: Usage): number => {
  const { hoursPerDay, travelShare, appointmentsPerTechnicianAndDay, secondsPerPositionBatch } = usage;
  const driveSeconds = (hoursPerDay * 3600 * travelShare) / appointmentsPerTechnicianAndDay;
  if (secondsPerPositionBatch > 0) return driveSeconds / secondsPerPositionBatch;
  let batches = 0;
  for (let left = driveSeconds; left > 0; batches++) {
    left -= nextPositionBatchSeconds({ secondsToArrival: left, moving: true, watched: true });
  }
  return batches;
};
