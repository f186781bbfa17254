import type { TravelMatrix } from '../../geo/travel-model.ts';
import type { Problem, ProblemTechnician } from '../problem.ts';
import type { TravelClass, Ways } from './kernel.ts';

/** Gives technicians with the same matrix, speed and rates one set of arrays. Row `matrix.size` is nowhere: no way from or to it. */
export const travelClasses = (problem: Problem): ((technician: ProblemTechnician) => TravelClass) => {
  const known = new Map<string, TravelClass>();
  return (technician) => {
    const { rates = {}, travelPercent = 100, profile } = technician;
    const { perTravelSecond = 1, perMetre = 0 } = rates;
    const key = JSON.stringify([profile, travelPercent, perTravelSecond, perMetre]);
    const found = known.get(key);
    if (found) return found;
    const travel = profile === undefined ? undefined : problem.profiles?.get(profile);
    const matrices = travel?.matrices ?? [problem.matrix];
    const classes = matrices.map((matrix) => travelClass(matrix, travelPercent, perTravelSecond, perMetre));
    const [only, ...others] = classes;
    const made = only && others.length === 0 ? only : byPeriod(classes, travel?.from ?? [], problem.matrix.size + 1);
    known.set(key, made);
    return made;
  };
};

const byPeriod = (classes: readonly TravelClass[], from: readonly number[], size: number): TravelClass => {
  const time = classes[0]?.time.slice() ?? new Int32Array(0);
  const cost = Float64Array.from(classes[0]?.cost ?? []);
  for (const other of classes) {
    for (let cell = 0; cell < time.length; cell += 1) {
      time[cell] = Math.min(time[cell]!, other.time[cell]!);
      cost[cell] = Math.min(cost[cell]!, other.cost[cell]!);
    }
  }
  const periods = {
    from: classes.map((_, period) => from[period] ?? 0),
    time: classes.map((each) => each.time),
    cost: classes.map((each) => each.cost),
  };
  return { time, timeTo: transposed(time, size), cost, costTo: transposed(cost, size), periods };
};

const travelClass = (matrix: TravelMatrix, percent: number, perSecond: number, perMetre: number): TravelClass => {
  const size = matrix.size + 1;
  const time = emptyWays(matrix, percent);
  const isPriced = perSecond !== 1 || perMetre !== 0;
  const cost = isPriced ? new Float64Array(size * size) : time;
  for (let row = 0; row < matrix.size; row += 1) {
    for (let column = 0; column < matrix.size; column += 1) {
      const from = row * matrix.size + column;
      const cell = row * size + column;
      const seconds = matrix.seconds[from]!;
      time[cell] = percent === 100 ? seconds : Math.round((seconds * percent) / 100);
      if (isPriced) cost[cell] = time[cell] * perSecond + matrix.metres[from]! * perMetre;
    }
  }
  const timeTo = transposed(time, size);
  return { time, timeTo, cost, costTo: isPriced ? transposed(cost, size) : timeTo };
};

/** From so many places on their ways are the most of what the search holds in memory. */
const many = 1000;

const emptyWays = ({ size, seconds }: TravelMatrix, percent: number): Ways => {
  const cells = (size + 1) ** 2;
  const isShort = size >= many && seconds.every((each) => each * percent < 0xffff * 100);
  return isShort ? new Uint16Array(cells) : new Int32Array(cells);
};

/** By blocks of 64 rows, since whole columns would miss the cache at each cell. */
const transposed = <Cells extends Ways | Float64Array>(cells: Cells, size: number): Cells => {
  const turned = cells.slice();
  const block = 64;
  for (let from = 0; from < size; from += block) {
    const to = Math.min(size, from + block);
    for (let column = 0; column < size; column += 1) {
      for (let row = from; row < to; row += 1) turned[column * size + row] = cells[row * size + column]!;
    }
  }
  return turned as Cells;
};
