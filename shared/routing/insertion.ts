import type { TravelMatrix } from '../geo/travel-model.ts';
import type { ProblemStop } from './problem.ts';
import { evaluate, type RouteElement, type WorkingRoute } from './working-route.ts';

/** The position where an element makes a route cost least more; the cost is Infinity where it fits nowhere. */
export const cheapestInsertion = (
  route: WorkingRoute,
  element: RouteElement,
  matrix: TravelMatrix,
): { cost: number; position: number } => {
  let cost = Infinity;
  let position = 0;
  for (let index = 0; index <= route.elements.length; index += 1) {
    const added = evaluate(route, matrix, element, index) - route.cost;
    if (added < cost) {
      cost = added;
      position = index;
    }
  }
  return { cost, position };
};

/** Whether the van still carries what a stop needs. */
export const hasParts = (route: WorkingRoute, stop: ProblemStop): boolean =>
  stop.parts.every(({ partId, quantity }) => (route.spareParts.get(partId) ?? 0) >= quantity);

/** Puts an element where it costs least; it must fit. */
export const insertInto = (route: WorkingRoute, element: RouteElement, matrix: TravelMatrix): void => {
  const { position, cost } = cheapestInsertion(route, element, matrix);
  route.elements = [...route.elements.slice(0, position), element, ...route.elements.slice(position)];
  route.cost += cost;
  takeParts(route, element, -1);
};

/** What an element needs leaves the van (-1) or comes back (+1). */
export const takeParts = ({ spareParts }: WorkingRoute, { stop }: RouteElement, sign: 1 | -1): void => {
  for (const { partId, quantity } of stop?.parts ?? []) {
    spareParts.set(partId, (spareParts.get(partId) ?? 0) + sign * quantity);
  }
};
