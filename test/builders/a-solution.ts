import type { Problem } from '../../shared/routing/problem.ts';
import type { Route, Solution } from '../../shared/routing/solution.ts';

/** A route of stops at told starts, with ends, ways and sums as the problem has them; the technician's first shift. */
export const aRoute = (
  problem: Problem,
  technicianId: string,
  starts: Readonly<Record<string, number>>,
  more: Partial<Route> = {},
): Route => {
  const technician = problem.technicians.find(({ id }) => id === technicianId);
  let place = technician?.startPlace ?? 0;
  const way = (to: number) => {
    const cell = place * problem.matrix.size + to;
    place = to;
    return {
      travelSeconds: problem.matrix.seconds[cell] ?? 0,
      travelMetres: problem.matrix.metres[cell] ?? 0,
    };
  };
  const stops = Object.entries(starts).flatMap(([stopId, start]) => {
    const stop = problem.stops.find(({ id }) => id === stopId);
    return stop ? [{ stopId, start, end: start + stop.durationSeconds, ...way(stop.place) }] : [];
  });
  const last = stops.at(-1);
  const home = technician?.endPlace;
  const back = last && home !== undefined ? { shift: 0, ...way(home) } : undefined;
  const returns = back && last ? [{ ...back, at: last.end + back.travelSeconds }] : [];
  const ways = [...stops, ...(more.pickups ?? []), ...returns];
  return {
    technicianId,
    stops,
    ...(returns.length > 0 && { returns }),
    travelSeconds: ways.reduce((sum, { travelSeconds }) => sum + travelSeconds, 0),
    travelMetres: ways.reduce((sum, { travelMetres }) => sum + travelMetres, 0),
    ...more,
  };
};

/** A solution of routes: everything else is left out, the figures are their sums. */
export const aSolution = (problem: Problem, routes: readonly Route[]): Solution => {
  const ends = new Map(routes.flatMap(({ stops }) => stops.map(({ stopId, end }) => [stopId, end])));
  return {
    routes,
    unassigned: problem.stops.filter(({ id }) => !ends.has(id)).map(({ id }) => ({ stopId: id })),
    figures: {
      scheduled: ends.size,
      late: problem.stops.filter(({ id, due }) => (ends.get(id) ?? 0) > due).length,
      travelSeconds: routes.reduce((sum, { travelSeconds }) => sum + travelSeconds, 0),
      travelMetres: routes.reduce((sum, { travelMetres }) => sum + travelMetres, 0),
    },
  };
};
