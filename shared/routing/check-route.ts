import { checkBreak } from './check-break.ts';
import type { Problem, ProblemTechnician } from './problem.ts';
import type { Route } from './solution.ts';
import { takenOf, type CheckedStop } from './taken-of.ts';
import { broken, type Violation, type ViolationKind } from './violation.ts';

/** Every constraint that one route breaks; part of the checker, apart from the solver. */
export const checkRoute = (problem: Problem, route: Route): Violation[] => {
  const technician = problem.technicians.find(({ id }) => id === route.technicianId);
  if (!technician) {
    return [
      broken('unknown-technician', `${route.technicianId} is not in the problem`, { technicianId: route.technicianId }),
    ];
  }
  const checked = checkedStopsOf(problem, route);
  const touched = checked.filter(({ untouched }) => !untouched);
  return [
    ...touched.flatMap((one) => checkStop(technician, one)),
    ...checkParts(technician, checked),
    ...checkWays(problem, technician, checked),
    ...checkBreak(problem, technician, checked, route),
  ];
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

const checkStop = (technician: ProblemTechnician, { planned, stop }: CheckedStop): Violation[] => {
  const { start, end } = planned;
  const covers = ({ from, to }: { from: number; to: number }) => from <= start && end <= to;
  const meets = ({ from, to }: { from: number; to: number }) => from < end && start < to;
  const able = stop.skills.every(({ skillId, level }) =>
    technician.skills.some((held) => held.skillId === skillId && held.level >= level),
  );
  const findings: [ViolationKind, boolean][] = [
    ['fixed-stop-moved', stop.present?.fixed === true],
    ['not-in-territory', !technician.territoryIds.includes(stop.territoryId)],
    ['skill-lacking', !able],
    ['wrong-duration', end - start !== stop.durationSeconds],
    ['too-early', start < stop.earliest || start < technician.availableFrom],
    ['outside-window', stop.window !== undefined && (start < stop.window.from || start > stop.window.to)],
    ['outside-shift', !technician.shifts.some(covers)],
    ['in-a-block', technician.blocks.some(meets)],
  ];
  return findings
    .filter(([, isBroken]) => isBroken)
    .map(([kind]) =>
      broken(kind, `${stop.id} from ${start} to ${end}`, { technicianId: technician.id, stopId: stop.id }),
    );
};

/** Untouched stops may already ask for more than the van has; added ones may not. */
const checkParts = (technician: ProblemTechnician, checked: readonly CheckedStop[]): Violation[] => {
  const violations: Violation[] = [];
  const used = new Map<string, number>();
  const inOrder = [...checked.filter(({ untouched }) => untouched), ...checked.filter(({ untouched }) => !untouched)];
  for (const { stop, untouched } of inOrder) {
    for (const { partId, quantity } of stop.parts) {
      const total = (used.get(partId) ?? 0) + quantity;
      used.set(partId, total);
      if (untouched || total <= (technician.vanStock.get(partId) ?? 0)) continue;
      const where = { technicianId: technician.id, stopId: stop.id };
      violations.push(broken('part-lacking', `${stop.id} needs ${quantity} of ${partId}`, where));
    }
  }
  return violations;
};

/** Enough time between one and the next wherever one of them was added, and legs as the matrix has them. */
const checkWays = (problem: Problem, technician: ProblemTechnician, checked: readonly CheckedStop[]): Violation[] => {
  const { seconds, metres, size } = problem.matrix;
  const violations: Violation[] = [];
  let free = technician.availableFrom;
  let place = technician.startPlace;
  let beforeAdded = false;
  for (const taken of takenOf(technician, checked)) {
    const cell = place * size + (taken.place ?? place);
    const leg = taken.place === undefined ? 0 : (seconds[cell] ?? 0);
    const added = taken.checked !== undefined && !taken.checked.untouched;
    const where = { technicianId: technician.id, ...(taken.checked && { stopId: taken.checked.stop.id }) };
    if ((added || beforeAdded) && free + leg > taken.from) {
      violations.push(broken('travel-too-short', `free at ${free}, ${leg} s of way, expected at ${taken.from}`, where));
    }
    const told = taken.checked?.planned;
    if (told && (told.travelSeconds !== leg || told.travelMetres !== (metres[cell] ?? 0))) {
      violations.push(broken('wrong-leg', `the way takes ${leg} s, not ${told.travelSeconds}`, where));
    }
    free = Math.max(free, taken.to);
    place = taken.place ?? place;
    beforeAdded = added;
  }
  return violations;
};
