import type { Solution } from '../../shared/routing/solution.ts';

/** A solution of an instance of the literature as lists of customers by vehicle. */
export const routesOf = ({ routes }: Solution): { vehicle: number; stops: number[] }[] =>
  routes
    .filter(({ stops }) => stops.length > 0)
    .map(({ technicianId, stops }) => ({
      vehicle: Number(technicianId),
      stops: stops.map(({ stopId }) => Number(stopId)),
    }));
