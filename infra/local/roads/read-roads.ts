import {
  nodeBits,
  type Pace,
  type RoadSource,
  type RoadWay,
  type TurnRestriction,
  type WayRestriction,
} from '../../../shared/geo/road/build/road-source.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { BrokenExtract } from './broken-extract.ts';
import { NodeTable } from './node-table.ts';
import { isRoundabout } from './profiles/one-way.ts';
import type { Profile, WayUse } from './profiles/profile.ts';
import { readOsm, type OsmTags, type OsmWay } from './read-osm.ts';
import { turnRestrictionOf, type OsmRestriction } from './turn-restrictions.ts';

/** What an extract held and what of it could not be used, for the one who imports. */
export interface ReadReport {
  waysRead: number;
  waysUsed: number;
  nodesMissing: number;
  restrictionsUsed: number;
  /** Of those used. */
  restrictionsOverWays: number;
  restrictionsIncomplete: number;
}

export interface ReadRoads {
  readonly source: RoadSource;
  readonly report: ReadReport;
}

interface UsedWay {
  readonly way: OsmWay;
  readonly use: WayUse;
}

/** Reads the roads of one kind of traffic out of an extract, in two passes: ways first, then the nodes they need. Throws BrokenExtract. */
export function readRoads(path: string, profile: Profile, onProgress: (share: number) => void): ReadRoads {
  const report: ReadReport = {
    waysRead: 0,
    waysUsed: 0,
    nodesMissing: 0,
    restrictionsUsed: 0,
    restrictionsOverWays: 0,
    restrictionsIncomplete: 0,
  };
  const { used, restrictions } = readWays(path, profile, report, (share) => onProgress(share / 2));
  if (used.length === 0) throw new BrokenExtract(`${path} holds no road for '${profile.name}'.`);
  const nodes = new NodeTable(used.map(({ way }) => way.nodeIds));
  readOsm(path, {
    node: (id, longitude, latitude, tags) =>
      nodes.set(id, longitude, latitude, tags.size === 0 ? 0 : flagsOf(tags, profile)),
    progress: (share) => onProgress(0.5 + share / 2),
  });
  report.nodesMissing = nodes.missing();
  const ways = used.flatMap((one) => wayPieces(one, nodes));
  if (ways.length === 0) throw new BrokenExtract(`${path} holds roads, but not the nodes that they go over.`);
  report.waysUsed = used.length;
  const { longitudes, latitudes, flags: nodeFlags } = nodes;
  return {
    source: { longitudes, latitudes, nodeFlags, ways, ...indexed(restrictions, nodes, report) },
    report,
  };
}

const readWays = (path: string, profile: Profile, report: ReadReport, onProgress: (share: number) => void) => {
  const used: UsedWay[] = [];
  const restrictions: OsmRestriction[] = [];
  readOsm(path, {
    way: (way) => {
      report.waysRead += 1;
      const use = way.nodeIds.length < 2 ? undefined : profile.useOf(way.tags);
      if (use) used.push({ way, use });
    },
    relation: (relation) => {
      if (!relation.tags.get('type')?.startsWith('restriction')) return;
      const verdict = turnRestrictionOf(relation, profile);
      if (verdict.ok) restrictions.push(...verdict.restrictions);
      else if (verdict.reason === 'incomplete') report.restrictionsIncomplete += 1;
    },
    progress: onProgress,
  });
  return { used, restrictions };
};

const flagsOf = (tags: OsmTags, profile: Profile): number => {
  const blocked = profile.isBlocked(tags) ? nodeBits.blocked : 0;
  if (tags.get('highway') !== 'traffic_signals') return blocked;
  const direction = tags.get('traffic_signals:direction');
  const forward = direction === 'backward' ? 0 : nodeBits.signalForward;
  return blocked | forward | (direction === 'forward' ? 0 : nodeBits.signalBackward);
};

/** Extracts are cut: a way is taken in the pieces whose nodes are there. */
const wayPieces = ({ way, use }: UsedWay, nodes: NodeTable): RoadWay[] => {
  const pieces: number[][] = [[]];
  for (const id of way.nodeIds) {
    const node = nodes.indexOf(id);
    const last = pieces[pieces.length - 1];
    if (node < 0 || !nodes.isKnown(node)) pieces.push([]);
    else if (last && last[last.length - 1] !== node) last.push(node);
  }
  const name = way.tags.get('name') ?? way.tags.get('ref') ?? '';
  return pieces
    .filter((piece) => piece.length > 1)
    .map((piece) => ({
      id: way.id,
      nodes: piece,
      name,
      roadClass: use.roadClass,
      forward: timed(use.forward, use, piece, nodes),
      backward: timed(use.backward, use, piece, nodes),
      restricted: use.restricted,
      roundabout: isRoundabout(way.tags),
    }));
};

/** A ferry says how long the whole way takes. */
const timed = (
  pace: Pace | undefined,
  { wholeSeconds }: WayUse,
  piece: readonly number[],
  nodes: NodeTable,
): Pace | undefined => {
  if (!pace || wholeSeconds === undefined || wholeSeconds === 0) return pace;
  const metres = piece.reduce((sum, node, i) => {
    const before = piece[i - 1];
    return before === undefined ? 0 : sum + metresBetween(nodes.positionOf(before), nodes.positionOf(node));
  }, 0);
  return { ...pace, metresPerSecond: Math.max(metres, 1) / wholeSeconds };
};

const indexed = (all: readonly OsmRestriction[], nodes: NodeTable, report: ReadReport) => {
  const restrictions: TurnRestriction[] = [];
  const wayRestrictions: WayRestriction[] = [];
  for (const { kind, fromWayId: fromWay, via, toWayId: toWay } of all) {
    const viaNode = 'nodeId' in via ? nodes.indexOf(via.nodeId) : undefined;
    if ('wayIds' in via) wayRestrictions.push({ kind, fromWay, viaWays: via.wayIds, toWay });
    else if (viaNode === undefined || viaNode < 0) report.restrictionsIncomplete += 1;
    else restrictions.push({ kind, fromWay, viaNode, toWay });
  }
  report.restrictionsOverWays = wayRestrictions.length;
  report.restrictionsUsed = restrictions.length + wayRestrictions.length;
  return { restrictions, wayRestrictions };
};
