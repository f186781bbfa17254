import type { Problem, ProblemStop } from '../problem.ts';
import type { Route, Solution } from '../solution.ts';
import { broken, type Violation } from '../violation.ts';

interface Van {
  readonly route: Route;
  /** Beside what stops without a crew need, by part. */
  readonly left: Map<string, number>;
}

/** A crew's parts are needed once: one of its members has them on his van, beside what his other stops need. What stood may lack them. */
export const checkCrewParts = (problem: Problem, solution: Solution): Violation[] => {
  const crews = problem.stops.filter(
    ({ crewSize = 1, parts, present }) => crewSize > 1 && parts.length > 0 && !present,
  );
  if (crews.length === 0) return [];
  const vans = solution.routes.map((route) => vanOf(problem, route));
  const asked = crews
    .map((stop) => ({
      stop,
      members: vans.filter(({ route }) => route.stops.some(({ stopId }) => stopId === stop.id)),
    }))
    .filter(({ members }) => members.length > 0);
  const lacking = asked.find((_, index) => !canCarry(asked.slice(0, index + 1)));
  if (!lacking) return [];
  const { id: stopId } = lacking.stop;
  return [broken('part-lacking', `nobody of ${stopId}'s crew has its parts left`, { stopId })];
};

const vanOf = ({ technicians, stops }: Problem, route: Route): Van => {
  const left = new Map(technicians.find(({ id }) => id === route.technicianId)?.vanStock);
  const add = (partId: string, quantity: number) => left.set(partId, (left.get(partId) ?? 0) + quantity);
  for (const { partId, quantity } of route.pickups ?? []) add(partId, quantity);
  const here = new Set(route.stops.map(({ stopId }) => stopId));
  for (const { id, crewSize = 1, parts } of stops) {
    if (crewSize === 1 && here.has(id)) for (const { partId, quantity } of parts) add(partId, -quantity);
  }
  return { route, left };
};

/** Whether each crew finds a member who has its parts, if the others choose theirs well. */
const canCarry = (crews: readonly { readonly stop: ProblemStop; readonly members: readonly Van[] }[]): boolean => {
  const [first, ...others] = crews;
  if (!first) return true;
  const { parts } = first.stop;
  return first.members.some(({ left }) => {
    const has = parts.every(({ partId, quantity }) => (left.get(partId) ?? 0) >= quantity);
    if (!has) return false;
    for (const { partId, quantity } of parts) left.set(partId, (left.get(partId) ?? 0) - quantity);
    const isCarried = canCarry(others);
    for (const { partId, quantity } of parts) left.set(partId, (left.get(partId) ?? 0) + quantity);
    return isCarried;
  });
};
