import type { Problem, ProblemStop, ProblemTechnician } from '../problem.ts';
import { euclideanMatrix, scaled, type Rounding } from './euclidean-matrix.ts';
import { plainStop, plainTechnician, startAt } from './plain-stop.ts';
import { read, refuse, type Reading } from './reading.ts';

interface Sections {
  readonly facts: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, readonly (readonly number[])[]>;
}

const knownTables = [
  'NODE_COORD_SECTION',
  'DEMAND_SECTION',
  'SERVICE_TIME_SECTION',
  'TIME_WINDOW_SECTION',
  'CAPACITY_SECTION',
  'VEHICLES_ALLOWED_CLIENTS_SECTION',
  'DEPOT_SECTION',
];

/**
 * A VRPLIB file of vehicles that may serve only some customers (Cordeau and Laporte 2001, as PyVRP keeps them). Stop ids count
 * customers from 1, technicians' ids vehicles from 0, like the solutions beside the files.
 */
export const problemOfSdvrptw = (text: string, rounding: Rounding = 'exact'): Reading<Problem> => {
  const file = sectionsOf(text);
  const unknown = [...file.tables.keys()].find((name) => !knownTables.includes(name));
  if (unknown) return refuse('not-supported', `the section ${unknown}`);
  const points = tableOf(file, 'NODE_COORD_SECTION').map(([, x = 0, y = 0]) => ({ x, y }));
  const vehicles = Number(file.facts.get('VEHICLES'));
  if (points.length === 0 || !Number.isInteger(vehicles)) {
    return refuse('not-readable', 'there is no NODE_COORD_SECTION, or no number of VEHICLES');
  }
  const depots = tableOf(file, 'DEPOT_SECTION')
    .flat()
    .filter((each) => each > 0);
  if (depots.some((each) => each !== 1)) return refuse('not-supported', 'a depot other than the first place');
  return read({
    startAt,
    technicians: Array.from({ length: vehicles }, (_, index) => technicianOf(file, index, rounding)),
    stops: points.slice(1).map((_, index) => stopOf(file, index + 1, rounding)),
    leftOut: 0,
    matrix: euclideanMatrix(points, rounding),
    startGrainSeconds: 1,
  });
};

const sectionsOf = (text: string): Sections => {
  const facts = new Map<string, string>();
  const tables = new Map<string, number[][]>();
  let table: number[][] | undefined;
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const fact = /^([A-Z_]+)\s*:\s*(.*)$/.exec(line);
    if (fact?.[1]) facts.set(fact[1], fact[2] ?? '');
    else if (/^[A-Z_]+$/.test(line) && line !== 'EOF') tables.set(line, (table = []));
    else if (/^-?\d/.test(line)) table?.push(line.split(/\s+/).map(Number));
  }
  return { facts, tables };
};

const tableOf = ({ tables }: Sections, name: string): readonly (readonly number[])[] => tables.get(name) ?? [];

/** The row of a place or vehicle, counted from 0 here and from 1 in the file. */
const rowOf = (file: Sections, name: string, index: number): readonly number[] | undefined =>
  tableOf(file, name).find(([number]) => number === index + 1);

const windowOf = (file: Sections, place: number, rounding: Rounding): { from: number; to: number } => {
  const [, from = 0, to = 1_000_000] = rowOf(file, 'TIME_WINDOW_SECTION', place) ?? [];
  return { from: scaled(from, rounding), to: scaled(to, rounding) };
};

const technicianOf = (file: Sections, index: number, rounding: Rounding): ProblemTechnician => {
  const longest = file.facts.get('VEHICLES_MAX_DURATION');
  const capacity = rowOf(file, 'CAPACITY_SECTION', index)?.[1] ?? Number(file.facts.get('CAPACITY') ?? Number.NaN);
  return {
    ...plainTechnician({ id: String(index), startPlace: 0, shifts: [windowOf(file, 0, rounding)] }),
    endPlace: 0,
    ...(Number.isFinite(capacity) && { capacity: [capacity] }),
    ...(longest !== undefined && { maxDurationSecondsPerShift: scaled(Number(longest), rounding) }),
  };
};

const stopOf = (file: Sections, place: number, rounding: Rounding): ProblemStop => {
  const allowed = tableOf(file, 'VEHICLES_ALLOWED_CLIENTS_SECTION');
  const service = rowOf(file, 'SERVICE_TIME_SECTION', place)?.[1] ?? Number(file.facts.get('SERVICE_TIME') ?? 0);
  const able = allowed.filter(([, ...places]) => places.includes(place + 1)).map(([number = 0]) => String(number - 1));
  return {
    ...plainStop({ id: String(place), place, durationSeconds: scaled(service, rounding) }),
    window: windowOf(file, place, rounding),
    delivery: [rowOf(file, 'DEMAND_SECTION', place)?.[1] ?? 0],
    ...(allowed.length > 0 && { allowedTechnicianIds: able }),
  };
};
