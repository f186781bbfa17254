import type { Problem, ProblemShift, ProblemStop, ProblemTechnician } from '../problem.ts';
import type { Route, SolutionPickup, SolutionReturn, SolutionStop } from '../solution.ts';

/** A stop of a route beside what the problem says of it. */
export interface CheckedStop {
  readonly planned: SolutionStop;
  readonly stop: ProblemStop;
  /** It stands exactly as before planning: a person's decision, which is not judged. */
  readonly untouched: boolean;
}

/** A stretch of the day that is taken, by a stop, by fetching a part or by a block. */
export interface Visit {
  readonly from: number;
  readonly to: number;
  /** Absent: he stays where he was. */
  readonly place?: number;
  readonly checked?: CheckedStop;
  readonly pickup?: SolutionPickup;
}

/** One shift with what lies in it, in order of time. */
export interface CheckedShift {
  readonly index: number;
  readonly shift: ProblemShift;
  readonly visits: readonly Visit[];
  readonly startPlace: number;
  readonly endPlace: number | undefined;
  readonly back: SolutionReturn | undefined;
  /** Anything of it was planned, not only left as it stood. */
  readonly isTouched: boolean;
}

/** A technician's route as the checker sees it. */
export interface CheckedDay {
  readonly problem: Problem;
  readonly technician: ProblemTechnician;
  readonly route: Route;
  readonly stops: readonly CheckedStop[];
  readonly shifts: readonly CheckedShift[];
}

/** Reads a route from the problem alone. What begins in no shift belongs to the last one before it. */
export const checkedDayOf = (problem: Problem, technician: ProblemTechnician, route: Route): CheckedDay => {
  const stops = checkedStopsOf(problem, route);
  const visits: Visit[] = [...stops.map(visitOf), ...(route.pickups ?? []).map(pickupVisit), ...technician.blocks];
  visits.sort((a, b) => a.from - b.from);
  const shifts = technician.shifts.map((shift, index): CheckedShift => {
    const own = visits.filter((visit) => shiftOf(technician, visit) === index);
    return {
      index,
      shift,
      visits: own,
      startPlace: shift.startPlace ?? technician.startPlace,
      endPlace: shift.endPlace ?? technician.endPlace,
      back: route.returns?.find((each) => each.shift === index),
      isTouched: own.some(({ checked, pickup }) => checked?.untouched === false || pickup !== undefined),
    };
  });
  return { problem, technician, route, stops, shifts };
};

const checkedStopsOf = (problem: Problem, route: Route): CheckedStop[] => {
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]));
  return route.stops.flatMap((planned) => {
    const stop = stops.get(planned.stopId);
    if (!stop) return [];
    const { present } = stop;
    const untouched =
      present?.technicianId === route.technicianId && present.from === planned.start && present.to === planned.end;
    return [{ planned, stop, untouched }];
  });
};

const visitOf = (checked: CheckedStop): Visit => ({
  from: checked.planned.start,
  to: checked.planned.end,
  place: checked.stop.place,
  checked,
});

const pickupVisit = (pickup: SolutionPickup): Visit => ({
  from: pickup.start,
  to: pickup.end,
  place: pickup.place,
  pickup,
});

const shiftOf = ({ shifts }: ProblemTechnician, { from }: Visit): number =>
  Math.max(
    0,
    shifts.findLastIndex((shift) => shift.from <= from),
  );
