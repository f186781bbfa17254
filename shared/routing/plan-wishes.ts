import type { PlanPreferences, PlanWeight } from '../model/plan-preferences.ts';
import type { Cost, PlanPreferences as Preferences, PresentAssignment, TechnicianRates } from './problem.ts';

/** A company's wishes in the problem's costs, whose unit is a second of driving. */
export interface PlanWishes {
  readonly preferences: Preferences;
  readonly rates: TechnicianRates;
  readonly changeCost: NonNullable<PresentAssignment['changeCost']>;
  readonly overtimeSeconds: number;
}

type ByWeight = Readonly<Record<PlanWeight, Cost>>;

/** For 100 seconds of work above the mean: an hour of it counts as 6, 15 or 45 minutes of driving. */
const fairness: ByWeight = { off: 0, little: 10, normal: 25, much: 75 };
/** For each kilometre between a stop and the middle of its route. */
const compactness: ByWeight = { off: 0, little: 10, normal: 30, much: 90 };
/** For each second; halves keep sums exact. */
const waiting: ByWeight = { off: 0, little: 0.25, normal: 0.5, much: 1 };
const overtime: ByWeight = { off: 0, little: 0.5, normal: 2, much: 8 };
/** People have arranged themselves: as usual another technician must save half an hour of driving, each minute of delay a minute. */
const otherTechnician: ByWeight = { off: 0, little: 600, normal: 1800, much: 7200 };
const secondMoved: ByWeight = { off: 0, little: 0.25, normal: 1, much: 4 };

/** What the wishes cost in a problem; what is off is not there at all, and takes no time. */
export const planWishes = (wished: PlanPreferences): PlanWishes => ({
  preferences: {
    ...(wished.fairness !== 'off' && { unfairness: fairness[wished.fairness] }),
    ...(wished.compactness !== 'off' && { sprawl: compactness[wished.compactness] }),
  },
  rates: {
    ...(wished.waiting !== 'off' && { perWaitingSecond: waiting[wished.waiting] }),
    ...(wished.mostOvertimeSeconds > 0 && { perOvertimeSecond: overtime[wished.overtime] }),
  },
  changeCost: { technician: otherTechnician[wished.stability], perSecondMoved: secondMoved[wished.stability] },
  overtimeSeconds: wished.mostOvertimeSeconds,
});
