import type { Problem } from './problem.ts';
import type { Solution } from './solution.ts';

/** The same problem whatever order its technicians and stops are given in: a search that rolls dice goes the same way then. */
export const inOrderOfIds = (problem: Problem): Problem => ({
  ...problem,
  technicians: [...problem.technicians].sort(byId),
  stops: [...problem.stops].sort(byId),
});

/** Its solution in the order in which the problem was given. */
export const inOrderOf = (problem: Problem, solution: Solution): Solution => {
  const routes = new Map(solution.routes.map((route) => [route.technicianId, route]));
  const unassigned = new Map(solution.unassigned.map((one) => [one.stopId, one]));
  return {
    ...solution,
    routes: problem.technicians.flatMap(({ id }) => routes.get(id) ?? []),
    unassigned: problem.stops.flatMap(({ id }) => unassigned.get(id) ?? []),
  };
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
