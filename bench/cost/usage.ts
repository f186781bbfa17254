/** What a month looks like: assumptions, each a parameter; `--usage-<name> <number>` sets another. */
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
  /** web/technician/position-reporter.ts */
  secondsPerPositionBatch: 15,
  /** While the phone is looked at; web/technician/App.svelte asks so often. */
  phoneHoursLookedAt: 1,
  phoneRefreshSeconds: 20,
  boardReadsPerConsoleAndHour: 4,
  candidatesPerAppointment: 1,
  checklistStepsPerAppointment: 4,
  /** Customers who follow, each so many refreshes of ten seconds. */
  shareOfCustomersWhoFollow: 0.3,
  refreshesPerFollower: 60,
  emailsPerAppointment: 1.2,
  /** Billed time of a call, at the function's memory. */
  functionMilliseconds: 25,
  positionsMilliseconds: 15,
  functionGigabytes: 1,
  /** Changes that one call of the stream's function takes on together, on the average. */
  changesPerCall: 3,
  logBytesPerCall: 400,
  kilobytesPerAppointment: 12,
  monthsKept: 24,
};
export type Usage = typeof usage;
