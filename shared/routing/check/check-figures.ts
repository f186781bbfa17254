import type { Problem } from '../problem.ts';
import type { Route, Solution } from '../solution.ts';
import { broken, type Violation } from '../violation.ts';

/** The sums that a solution tells are those of its parts. */
export const checkFigures = (problem: Problem, solution: Solution): Violation[] => {
  const due = new Map(problem.stops.map((stop) => [stop.id, stop.due]));
  const stops = solution.routes.flatMap((route) => route.stops);
  const late = stops.filter(({ stopId, end }) => end > (due.get(stopId) ?? Infinity));
  const counted = {
    scheduled: idsOf(stops),
    late: idsOf(late),
    travelSeconds: sum(solution.routes.map((route) => waysOf(route).travelSeconds)),
    travelMetres: sum(solution.routes.map((route) => waysOf(route).travelMetres)),
  };
  const { scheduled, late: lateTold, travelSeconds, travelMetres } = solution.figures;
  const told = { scheduled, late: lateTold, travelSeconds, travelMetres };
  const isTrue = JSON.stringify(told) === JSON.stringify(counted);
  return [
    ...solution.routes.flatMap(checkRouteFigures),
    ...(isTrue ? [] : [broken('wrong-figures', `counted ${JSON.stringify(counted)}, told ${JSON.stringify(told)}`)]),
  ];
};

const checkRouteFigures = (route: Route): Violation[] => {
  const { technicianId, travelSeconds, travelMetres } = route;
  const ways = waysOf(route);
  if (ways.travelSeconds === travelSeconds && ways.travelMetres === travelMetres) return [];
  const detail = `the ways add up to ${ways.travelSeconds} s and ${ways.travelMetres} m`;
  return [broken('wrong-figures', detail, { technicianId })];
};

const waysOf = ({ stops, pickups = [], returns = [] }: Route) => {
  const ways = [...stops, ...pickups, ...returns];
  return {
    travelSeconds: sum(ways.map((way) => way.travelSeconds)),
    travelMetres: sum(ways.map((way) => way.travelMetres)),
  };
};

/** A crew's stop counts once. */
const idsOf = (stops: readonly { readonly stopId: string }[]): number =>
  new Set(stops.map(({ stopId }) => stopId)).size;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
