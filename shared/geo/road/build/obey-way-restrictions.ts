import { grouped } from './grouped.ts';
import { chainCode, type EdgesAndTurns, type EdgeTurn, type RoadEdge } from './road-edge.ts';
import type { WayRestriction } from './road-source.ts';

/**
 * A restriction over ways binds only who came by its first way: he drives on copies of the edges between, whose turns
 * lack what is forbidden. Everybody else keeps the edges as they are.
 */
export const obeyWayRestrictions = (found: EdgesAndTurns, restrictions: readonly WayRestriction[]): EdgesAndTurns => {
  if (restrictions.length === 0) return found;
  const roads = new CopiedRoads(found);
  for (const restriction of restrictions) {
    for (const first of roads.endingWith(restriction.fromWay)) {
      for (const path of pathsOver(roads, first, restriction)) obey(roads, first, path, restriction.kind);
    }
  }
  return roads;
};

/** Edges and turns to which copies are added; turns are replaced, never changed. */
class CopiedRoads implements EdgesAndTurns {
  readonly edges: RoadEdge[];
  readonly turns: (readonly EdgeTurn[])[];
  readonly #byLastWay: Map<number, number[]>;

  constructor({ edges, turns }: EdgesAndTurns) {
    this.edges = [...edges];
    this.turns = [...turns];
    this.#byLastWay = grouped(edges.keys(), (index) => edges[index]?.lastWay ?? -1);
  }

  /** A copy of its own: what is copied on the way comes later. */
  endingWith(way: number): number[] {
    return [...(this.#byLastWay.get(way) ?? [])];
  }

  copyOf(edge: RoadEdge, turns: readonly EdgeTurn[]): number {
    const copy = this.edges.push(edge) - 1;
    this.turns.push(turns);
    this.#byLastWay.get(edge.lastWay)?.push(copy);
    return copy;
  }
}

/** Each way from an edge's end over all of the ways between into the last, as chain codes. No road is driven twice. */
const pathsOver = ({ edges, turns }: EdgesAndTurns, first: number, restriction: WayRestriction): number[][] => {
  const { viaWays, toWay } = restriction;
  const paths: number[][] = [];
  const walk = (at: number, path: readonly RoadEdge[]): void => {
    for (const { to } of turns[at] ?? []) {
      const edge = edges[to];
      if (!edge) continue;
      const isOverAll = viaWays.every((way) => path.some(({ firstWay }) => firstWay === way));
      const driven = to === first || path.some(({ chain }) => chain === edge.chain);
      if (isOverAll && edge.firstWay === toWay && !driven) paths.push([...path, edge].map(chainCode));
      else if (viaWays.includes(edge.firstWay) && !driven) walk(to, [...path, edge]);
    }
  };
  walk(first, []);
  return paths;
};

/** Leads who comes from `first` over copies along a path, whose last turn is forbidden or the only one. */
const obey = (roads: CopiedRoads, first: number, path: readonly number[], kind: WayRestriction['kind']): void => {
  let at = first;
  path.forEach((code, step) => {
    const own = roads.turns[at] ?? [];
    const turn = own.find(({ to }) => codeAt(roads, to) === code);
    const next = turn && roads.edges[turn.to];
    if (!turn || !next) return;
    if (step === path.length - 1) {
      roads.turns[at] = kind === 'only' ? [turn] : own.filter((other) => other !== turn);
      return;
    }
    const copy = roads.copyOf(next, roads.turns[turn.to] ?? []);
    const redirected = { ...turn, to: copy };
    roads.turns[at] = kind === 'only' ? [redirected] : own.map((other) => (other === turn ? redirected : other));
    at = copy;
  });
};

const codeAt = ({ edges }: EdgesAndTurns, index: number): number => {
  const edge = edges[index];
  return edge ? chainCode(edge) : -1;
};
