import type { Problem, ProblemStop, ProblemTechnician } from '../problem.ts';
import { euclideanMatrix, scaled, type Rounding } from './euclidean-matrix.ts';
import { plainStop, plainTechnician, startAt } from './plain-stop.ts';
import { read, refuse, type Reading } from './reading.ts';

interface Customer {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

const columns = 7;

/** A file of Solomon (1987) or Gehring and Homberger (1999): stop ids are its customers' numbers, technicians count from 0. */
export const problemOfSolomon = (text: string, rounding: Rounding = 'dimacs'): Reading<Problem> => {
  const rows = text.split(/\r?\n/).map((line) => line.trim().split(/\s+/).map(Number));
  const heading = text.split(/\r?\n/).findIndex((line) => /^\s*NUMBER\s+CAPACITY/i.test(line));
  const [vehicles, capacity] = rows.slice(heading + 1).find(([first]) => Number.isInteger(first) && first !== 0) ?? [];
  const customers = rows.flatMap((row, line) => (line > heading + 1 ? (customerOf(row) ?? []) : []));
  const depot = customers[0];
  if (heading < 0 || vehicles === undefined || capacity === undefined) {
    return refuse('not-readable', 'there is no line NUMBER CAPACITY with two numbers below');
  }
  if (!depot) return refuse('not-readable', 'there is no table of customers with seven columns');
  return read({
    startAt,
    technicians: Array.from({ length: vehicles }, (_, index) => technicianOf(index, capacity, depot, rounding)),
    stops: customers.slice(1).map((customer, index) => stopOf(index + 1, customer, rounding)),
    leftOut: 0,
    matrix: euclideanMatrix(customers, rounding),
    startGrainSeconds: 1,
  });
};

const customerOf = (row: readonly number[]): Customer | undefined => {
  if (row.length < columns || row.some((value) => Number.isNaN(value))) return undefined;
  const [, x = 0, y = 0, demand = 0, ready = 0, due = 0, service = 0] = row;
  return { x, y, demand, ready, due, service };
};

const technicianOf = (index: number, capacity: number, depot: Customer, rounding: Rounding): ProblemTechnician => ({
  ...plainTechnician({
    id: String(index),
    startPlace: 0,
    shifts: [{ from: scaled(depot.ready, rounding), to: scaled(depot.due, rounding) }],
  }),
  endPlace: 0,
  capacity: [capacity],
});

const stopOf = (number: number, customer: Customer, rounding: Rounding): ProblemStop => ({
  ...plainStop({ id: String(number), place: number, durationSeconds: scaled(customer.service, rounding) }),
  window: { from: scaled(customer.ready, rounding), to: scaled(customer.due, rounding) },
  delivery: [customer.demand],
});
