import type { Problem, StopDependency } from '../problem.ts';

/** What holds between two stops, seen from the first: the second begins so many seconds after, from `min` to `max`; both may be below 0. */
export interface Link {
  readonly other: number;
  readonly min: number;
  readonly max: number;
  readonly isOtherTechnician: boolean;
}

/** Links by stop; absent where nothing depends on anything. */
export const linksOf = (problem: Problem): readonly (readonly Link[])[] | undefined => {
  const { dependencies = [], stops } = problem;
  if (dependencies.length === 0) return undefined;
  const rows = new Map(stops.map(({ id }, index) => [id, index]));
  const links = stops.map((): Link[] => []);
  for (const dependency of dependencies) {
    for (const [first, second, min, max, isOtherTechnician] of pairsOf(dependency, stops, rows)) {
      links[first]?.push({ other: second, min, max, isOtherTechnician });
      links[second]?.push({ other: first, min: -max, max: -min, isOtherTechnician });
    }
  }
  return links;
};

const unlimited = 100_000_000;

type Pair = readonly [first: number, second: number, min: number, max: number, isOtherTechnician: boolean];

const pairsOf = (
  dependency: StopDependency,
  stops: Problem['stops'],
  rows: ReadonlyMap<string, number>,
): readonly Pair[] => {
  if (dependency.kind === 'after') {
    const { firstId, secondId, from, minSeconds, maxSeconds, differentTechnicians = false } = dependency;
    const [first, second] = [rows.get(firstId), rows.get(secondId)];
    if (first === undefined || second === undefined) return [];
    const lasts = from === 'end' ? (stops[first]?.durationSeconds ?? 0) : 0;
    const max = maxSeconds === undefined ? unlimited : lasts + maxSeconds;
    return [[first, second, lasts + minSeconds, max, differentTechnicians]];
  }
  if (dependency.kind !== 'same-time') return [];
  const members = dependency.stopIds.flatMap((id) => rows.get(id) ?? []);
  return members.flatMap((one, at) => members.slice(at + 1).map((other): Pair => [one, other, 0, 0, true]));
};
