import type { CheckedDay, CheckedStop } from '../check/checked-day.ts';
import type { ProblemTechnician } from '../problem.ts';

/** What one stop costs, by part. */
export interface StopCosts {
  readonly stopId: string;
  /** The way to it. */
  readonly travel: number;
  readonly service: number;
  readonly lateness: number;
  readonly otherTechnician: number;
  readonly change: number;
}

/** What a second of lateness costs where the stop does not say, by priority from the most urgent. */
const usualLateness = [8, 4, 2, 1];
const leastLateness = 1;

/** The cost of each stop of a route, recomputed from the problem. */
export const stopCostsOf = (day: CheckedDay): StopCosts[] => day.stops.map((one) => costsOf(day, one));

const costsOf = (day: CheckedDay, one: CheckedStop): StopCosts => {
  const { technician } = day;
  const { planned, stop } = one;
  const { id, rates = {} } = technician;
  const isOther = stop.preferredTechnicianIds?.includes(id) === false;
  return {
    stopId: stop.id,
    travel: wayCost(technician, planned),
    service: (planned.end - planned.start) * (rates.perServiceSecond ?? 0),
    lateness: latenessOf(technician, one) * (stop.latenessPerSecond ?? usualLateness[stop.priority] ?? leastLateness),
    otherTechnician: isOther ? (stop.otherTechnicianCost ?? 0) : 0,
    change: changeCost(day, one),
  };
};

/** What a way costs this technician. */
export const wayCost = (
  { rates = {} }: ProblemTechnician,
  { travelSeconds, travelMetres }: { readonly travelSeconds: number; readonly travelMetres: number },
): number => travelSeconds * (rates.perTravelSecond ?? 1) + travelMetres * (rates.perMetre ?? 0);

/** Seconds after it was due. What was due before work could begin counts from then on, else it would outweigh everything. */
export const latenessOf = (technician: ProblemTechnician, { planned, stop }: CheckedStop): number => {
  const soonest = Math.max(technician.availableFrom, stop.earliest) + stop.durationSeconds;
  return Math.max(0, planned.end - Math.max(stop.due, soonest));
};

/** Against where it stood: another technician, another time, another stop before it. */
const changeCost = ({ technician, stops }: CheckedDay, one: CheckedStop): number => {
  const { present } = one.stop;
  const costs = present?.changeCost;
  if (!present || !costs) return 0;
  if (present.technicianId !== technician.id) return costs.technician ?? 0;
  const moved = Math.abs(one.planned.start - present.from) * (costs.perSecondMoved ?? 0);
  const stood = stops.filter(({ stop }) => stop.present?.technicianId === technician.id);
  const before = [...stood].sort((a, b) => (a.stop.present?.from ?? 0) - (b.stop.present?.from ?? 0));
  const isReordered = stood.indexOf(one) !== before.indexOf(one);
  return moved + (isReordered ? (costs.order ?? 0) : 0);
};
