import { drives, functionSizes } from '../../infra/cloud/stages.ts';

/** What a month looks like: assumptions, each a parameter; `--usage-<name> <number>` sets another. What the program itself sets is read from it. */
export const usage = {
  technicians: 1000,
  consoles: 30,
  /** Consoles that look at one territory at the same time. */
  consolesPerTerritory: 1,
  workDays: 22,
  hoursPerDay: 8,
  appointmentsPerTechnicianAndDay: 6,
  /** Of his hours; the phone sends positions exactly while he travels. */
  travelShare: 0.25,
  /** Between two batches of positions; 0: as shared/rules/next-position-batch.ts tells the phone on drives of that length. */
  secondsPerPositionBatch: 0,
  /** While the phone is looked at; web/technician/App.svelte asks so often. */
  phoneHoursLookedAt: 1,
  phoneRefreshSeconds: 20,
  boardReadsPerConsoleAndHour: 4,
  candidatesPerAppointment: 1,
  checklistStepsPerAppointment: 4,
  /** Customers who follow the last so many seconds of the drive; their pages ask as shared/rules/next-visit-look.ts tells. */
  shareOfCustomersWhoFollow: 0.3,
  secondsFollowed: 600,
  emailsPerAppointment: 1.2,
  /** Billed time of a call, at the function's memory. */
  functionMilliseconds: 25,
  positionsMilliseconds: 15,
  functionGigabytes: functionSizes.http.memoryMegabytes / 1024,
  /** Parts of the change stream that are read side by side. */
  streamParts: 4,
  streamWindowSeconds: drives.changes.windowSeconds,
  /** One line of the gateway for each request; the functions write only what went wrong. */
  logBytesPerRequest: 280,
  /** Of an answer, with its headers, as it leaves the edge. */
  kilobytesPerAnswer: 3,
  /** Empty polls of the planner's queue: five pollers, each every twenty seconds. */
  queueRequests: 650_000,
  monthsKept: 24,
};
export type Usage = typeof usage;
