import * as z from 'zod/mini';

/** How much a wish counts beside driving. */
export const planWeight = z.enum(['off', 'little', 'normal', 'much']);
export type PlanWeight = z.infer<typeof planWeight>;

/** Nobody is planned to work on for longer than this. */
export const mostPlannedOvertimeSeconds = 4 * 3600;

/** What a company wants of its plans beside short ways and kept promises. */
export const planPreferences = z.strictObject({
  /** Work lies evenly on technicians. */
  fairness: planWeight,
  /** Each technician stays in one area. */
  compactness: planWeight,
  /** Nobody waits between visits. */
  waiting: planWeight,
  /** What work after a shift's end counts, where it is allowed at all. */
  overtime: planWeight,
  /** What was planned stays with whom and when it was. */
  stability: planWeight,
  /** So long after the end of a shift plans may go on; 0: not at all. */
  mostOvertimeSeconds: z.int().check(z.nonnegative(), z.maximum(mostPlannedOvertimeSeconds)),
});
export type PlanPreferences = z.infer<typeof planPreferences>;

/** What holds where a company has said nothing: promises and short ways, some evenness, few changes, no overtime. */
export const usualPlanPreferences: PlanPreferences = {
  fairness: 'little',
  compactness: 'off',
  waiting: 'off',
  overtime: 'normal',
  stability: 'normal',
  mostOvertimeSeconds: 0,
};
