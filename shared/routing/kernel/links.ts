import type { Problem, StopDependency } from '../problem.ts';

/** What holds between two stops, seen from the first: the second begins so many seconds after, from `min` to `max`; both may be below 0. */
export interface Link {
  readonly other: number;
  readonly min: number;
  readonly max: number;
  /** Whether their technicians must differ, must be one, or are free; and whether one day must have both. */
  readonly technicians: 'other' | 'same' | 'any';
  readonly isSameDay: boolean;
  /** Whose end the time counts from, this stop's or the other's; then its own length, whoever does it, comes on top. */
  readonly fromEndOf: 'this' | 'other' | undefined;
  /** This stop may be in without the other. */
  readonly isAloneToo: boolean;
}

/** Links by stop; absent where nothing depends on anything. */
export const linksOf = (problem: Problem): readonly (readonly Link[])[] | undefined => {
  const { dependencies = [], stops } = problem;
  if (dependencies.length === 0) return undefined;
  const rows = new Map(stops.map(({ id }, index) => [id, index]));
  const links = stops.map((): Link[] => []);
  for (const dependency of dependencies) {
    for (const { first, ...link } of pairsOf(dependency, rows)) {
      const { other: second, min, max } = link;
      links[first]?.push(link);
      const fromEndOf = link.fromEndOf && 'other';
      links[second]?.push({ ...link, other: first, min: 0 - max, max: 0 - min, fromEndOf, isAloneToo: false });
    }
  }
  return links;
};

/** Longer than any horizon: at any time. */
export const unlimited = 100_000_000;
const atAnyTime = {
  min: -unlimited,
  max: unlimited,
  technicians: 'any',
  isSameDay: false,
  fromEndOf: undefined,
  isAloneToo: false,
} as const;

type Pair = Link & { readonly first: number };

const pairsOf = (dependency: StopDependency, rows: ReadonlyMap<string, number>): readonly Pair[] => {
  if (dependency.kind === 'after') {
    const { firstId, secondId, from, minSeconds, maxSeconds = unlimited, differentTechnicians = false } = dependency;
    const { firstAlone: isAloneToo = false } = dependency;
    const [first, other] = [rows.get(firstId), rows.get(secondId)];
    if (first === undefined || other === undefined) return [];
    const technicians = differentTechnicians ? 'other' : 'any';
    const fromEndOf = from === 'end' ? 'this' : undefined;
    return [{ ...atAnyTime, first, other, min: minSeconds, max: maxSeconds, technicians, fromEndOf, isAloneToo }];
  }
  const members = dependency.stopIds.flatMap((id) => rows.get(id) ?? []);
  const link = linkOf[dependency.kind];
  return members.flatMap((first, at) => members.slice(at + 1).map((other): Pair => ({ ...link, first, other })));
};

const linkOf: Readonly<Record<Exclude<StopDependency['kind'], 'after'>, Omit<Link, 'other'>>> = {
  'same-time': { ...atAnyTime, min: 0, max: 0, technicians: 'other' },
  'same-day': { ...atAnyTime, isSameDay: true },
  'same-technician': { ...atAnyTime, technicians: 'same' },
};
