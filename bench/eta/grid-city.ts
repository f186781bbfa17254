import type { Position } from '../../shared/model/place.ts';
import type { TravelModel } from '../../shared/geo/travel-model.ts';

/** A town of streets at right angles, every fifth a through road; what a road network says of it and, by seed, what it is really like. */
export interface GridCity {
  readonly nodes: number;
  /** Metres east and north of a node. */
  spotOf(node: number): readonly [number, number];
  placeOf(spot: readonly [number, number]): Position;
  neighboursOf(node: number): readonly number[];
  /** By the limits, as a network has it. */
  freeSeconds(a: number, b: number): number;
  /** How much longer it really takes than by the limits, the same every day. */
  slowness(a: number, b: number): number;
  hasLight(node: number): boolean;
  /** Seconds by the limits from every node to one. */
  secondsTo(goal: number): Float64Array;
  /** The network's answer for one place: from anywhere to it. */
  travelTo(goal: number): TravelModel;
}

const side = 60;
const blockMetres = 150;
const origin: Position = [-8.65, 41.1];
const metresPerDegree = 111_195;
const metresPerDegreeEast = metresPerDegree * Math.cos((origin[1] * Math.PI) / 180);
/** Parking and the walk to the door, as a network model adds it. */
const overheadSeconds = 60;

export const gridCity = (random: () => number): GridCity => {
  const nodes = side * side;
  const slow = Float64Array.from({ length: nodes * 2 }, () => Math.exp(0.25 * gauss(random)));
  const isThrough = (line: number): boolean => line % 5 === 0;
  const columnOf = (node: number): number => node % side;
  const rowOf = (node: number): number => Math.floor(node / side);
  const speed = (a: number, b: number): number => {
    const along = rowOf(a) === rowOf(b) ? isThrough(rowOf(a)) : isThrough(columnOf(a));
    return along ? 13.9 : 8.3;
  };
  const neighbours = Array.from({ length: nodes }, (_, node) =>
    [
      ...(columnOf(node) > 0 ? [node - 1] : []),
      ...(columnOf(node) < side - 1 ? [node + 1] : []),
      ...(rowOf(node) > 0 ? [node - side] : []),
      ...(rowOf(node) < side - 1 ? [node + side] : []),
    ].map(Number),
  );
  const hasLight = (node: number): boolean => isThrough(columnOf(node)) && isThrough(rowOf(node));
  const city: GridCity = {
    nodes,
    spotOf: (node) => [columnOf(node) * blockMetres, rowOf(node) * blockMetres],
    placeOf: ([east, north]) => [origin[0] + east / metresPerDegreeEast, origin[1] + north / metresPerDegree],
    neighboursOf: (node) => neighbours[node] ?? [],
    // A network knows its lights and adds what they cost on the average.
    freeSeconds: (a, b) => blockMetres / speed(a, b) + (hasLight(b) ? 8 : 1),
    slowness: (a, b) => slow[Math.min(a, b) * 2 + (Math.abs(a - b) === 1 ? 0 : 1)] ?? 1,
    hasLight,
    secondsTo: (goal) => secondsTo(city, goal),
    travelTo: (goal) => travelTo(city, goal),
  };
  return city;
};

/** Bellman and Ford by a queue: small towns need no heap. */
const secondsTo = (city: GridCity, goal: number): Float64Array => {
  const seconds = new Float64Array(city.nodes).fill(Infinity);
  seconds[goal] = 0;
  let open = [goal];
  while (open.length > 0) {
    const next = new Set<number>();
    for (const node of open) {
      for (const from of city.neighboursOf(node)) {
        const through = (seconds[node] ?? 0) + city.freeSeconds(from, node);
        if (through >= (seconds[from] ?? 0)) continue;
        seconds[from] = through;
        next.add(from);
      }
    }
    open = [...next];
  }
  return seconds;
};

const travelTo = (city: GridCity, goal: number): TravelModel => {
  const toGoal = city.secondsTo(goal);
  const secondsFrom = ([longitude, latitude]: Position): number => {
    const east = (longitude - origin[0]) * metresPerDegreeEast;
    const north = (latitude - origin[1]) * metresPerDegree;
    const [column, row] = [Math.floor(east / blockMetres), Math.floor(north / blockMetres)];
    let best = Infinity;
    for (const [c, r] of [
      [column, row],
      [column + 1, row],
      [column, row + 1],
      [column + 1, row + 1],
    ] as const) {
      if (c < 0 || r < 0 || c >= side || r >= side) continue;
      const metres = Math.abs(east - c * blockMetres) + Math.abs(north - r * blockMetres);
      best = Math.min(best, (toGoal[r * side + c] ?? Infinity) + metres / 11);
    }
    return Math.round(best + overheadSeconds);
  };
  const refuse = () => {
    throw new Error('This town answers for single ways only');
  };
  return {
    source: 'road-network',
    travel: (from) => ({ seconds: secondsFrom(from), metres: 0 }),
    matrix: refuse,
    reach: refuse,
  };
};

/** Box and Muller 1958. */
export const gauss = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
