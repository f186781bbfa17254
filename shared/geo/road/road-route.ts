import type { Position } from '../../model/place.ts';
import { metresBetween } from '../distance.ts';
import { leavingBearing, turnAngle, wrapped } from './build/bearing.ts';
import type { RoadPoint } from './nearest-road.ts';
import { chainBits, pointsPerDegree, type RoadNetwork } from './road-network.ts';
import type { EdgePath } from './route-between.ts';

export type Turn =
  | 'depart'
  | 'straight'
  | 'slight-right'
  | 'right'
  | 'sharp-right'
  | 'slight-left'
  | 'left'
  | 'sharp-left'
  | 'u-turn'
  | 'roundabout';

/** One road after a turn, until the next. */
export interface RouteStep {
  readonly turn: Turn;
  /** Empty where the road has no name. */
  readonly name: string;
  readonly seconds: number;
  readonly metres: number;
  readonly from: Position;
}

export interface RoadRoute {
  readonly seconds: number;
  readonly metres: number;
  readonly line: readonly Position[];
  readonly steps: readonly RouteStep[];
}

const lookMetres = 12;

/** A path as a line on the map and as steps by road name. */
export const roadRoute = (network: RoadNetwork, path: EdgePath, from: RoadPoint, to: RoadPoint): RoadRoute => {
  const last = path.edges.length - 1;
  const lines = path.edges.map((edge, i) => {
    const isBackward = ((network.edgeChain[edge] ?? 0) & 1) === 1;
    const along = (point: RoadPoint): number => (isBackward ? 1 - point.share : point.share);
    return edgeLine(network, edge, i === 0 ? along(from) : 0, i === last ? along(to) : 1);
  });
  return {
    seconds: path.milliseconds / 1000,
    metres: path.decimetres / 10,
    line: lines.flatMap((line, i) => (i === 0 ? line : line.slice(1))),
    steps: stepsOf(network, path, lines),
  };
};

interface OpenStep extends RouteStep {
  seconds: number;
  metres: number;
}

const stepsOf = (network: RoadNetwork, { edges, reachedAt }: EdgePath, lines: readonly Position[][]): RouteStep[] => {
  const steps: OpenStep[] = [];
  edges.forEach((edge, i) => {
    const [line = [], before] = [lines[i], lines[i - 1]];
    const name = nameOf(network, edge);
    const turn = before ? turnBetween(network, edge, before, line) : 'depart';
    const present = steps[steps.length - 1];
    const seconds = Math.max(0, ((reachedAt[i] ?? 0) - (reachedAt[i - 1] ?? 0)) / 1000);
    const continues = present?.name === name && (turn === 'straight' || turn === present.turn);
    if (present && continues) {
      present.seconds += seconds;
      present.metres += lengthOf(line);
    } else steps.push({ turn, name, seconds, metres: lengthOf(line), from: line[0] ?? [0, 0] });
  });
  return steps;
};

const nameOf = (network: RoadNetwork, edge: number): string =>
  network.names[network.chainName[(network.edgeChain[edge] ?? 0) >> 1] ?? 0] ?? '';

const turnBetween = (
  network: RoadNetwork,
  edge: number,
  before: readonly Position[],
  line: readonly Position[],
): Turn => {
  const kind = network.chainKind[(network.edgeChain[edge] ?? 0) >> 1] ?? 0;
  if (kind & chainBits.roundabout) return 'roundabout';
  const angle = turnAngle(leavingBearing([...before].reverse(), lookMetres) + 180, leavingBearing(line, lookMetres));
  const size = Math.abs(angle);
  if (size < 20) return 'straight';
  if (size > 170) return 'u-turn';
  const side = angle > 0 ? 'right' : 'left';
  return size < 50 ? `slight-${side}` : size > 130 ? `sharp-${side}` : side;
};

const lengthOf = (line: readonly Position[]): number =>
  line.reduce((sum, point, i) => sum + metresBetween(line[i - 1] ?? point, point), 0);

/** The points of an edge between two shares of its length, in the order in which one drives. */
const edgeLine = (network: RoadNetwork, edge: number, fromShare: number, toShare: number): Position[] => {
  const code = network.edgeChain[edge] ?? 0;
  const [first, end] = [network.chainPoints[code >> 1] ?? 0, network.chainPoints[(code >> 1) + 1] ?? 0];
  const whole = Array.from({ length: end - first }, (_, i): Position => [
    (network.points[2 * (first + i)] ?? 0) / pointsPerDegree,
    (network.points[2 * (first + i) + 1] ?? 0) / pointsPerDegree,
  ]);
  if (code & 1) whole.reverse();
  const total = lengthOf(whole);
  return cut(whole, fromShare * total, toShare * total);
};

/** The part of a line between two lengths from its beginning. */
const cut = (line: readonly Position[], fromMetres: number, toMetres: number): Position[] => {
  const part: Position[] = [];
  let done = 0;
  line.forEach((point, i) => {
    const before = line[i - 1];
    const length = before ? metresBetween(before, point) : 0;
    const at = (metres: number): Position =>
      between(before ?? point, point, length === 0 ? 0 : (metres - done) / length);
    if (before && done < fromMetres && fromMetres < done + length) part.push(at(fromMetres));
    if (done + length >= fromMetres && done + length <= toMetres) part.push(point);
    if (before && done < toMetres && toMetres < done + length) part.push(at(toMetres));
    done += length;
  });
  return part;
};

const between = (a: Position, b: Position, share: number): Position => [
  wrapped(a[0] + wrapped(b[0] - a[0]) * share),
  a[1] + (b[1] - a[1]) * share,
];
