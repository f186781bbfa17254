import type { Problem } from '../problem.ts';
import type { Route, Solution } from '../solution.ts';

/** Routes and what is left out as one solution, with the figures that they come to. A crew's stop counts once. */
export const joinedSolution = (
  { stops }: Problem,
  routes: readonly Route[],
  unassigned: Solution['unassigned'],
): Solution => {
  const due = new Map(stops.map((stop) => [stop.id, stop.due]));
  const planned = new Map(routes.flatMap((route) => route.stops.map((stop) => [stop.stopId, stop.end])));
  const late = [...planned].filter(([stopId, end]) => end > (due.get(stopId) ?? Infinity));
  return {
    routes,
    unassigned: unassigned.filter(({ stopId }) => !planned.has(stopId)),
    figures: {
      scheduled: planned.size,
      late: late.length,
      travelSeconds: routes.reduce((sum, { travelSeconds }) => sum + travelSeconds, 0),
      travelMetres: routes.reduce((sum, { travelMetres }) => sum + travelMetres, 0),
    },
  };
};
