import { connectedPart } from '../../../shared/geo/road/build/connected-part.ts';
import { graphOf } from '../../../shared/geo/road/build/graph-of.ts';
import { networkOf } from '../../../shared/geo/road/build/network-of.ts';
import type { RoadGraph } from '../../../shared/geo/road/build/road-graph.ts';
import { BrokenExtract } from './broken-extract.ts';
import type { RoadNetwork } from '../../../shared/geo/road/road-network.ts';
import type { Profile } from './profiles/profile.ts';
import { readRoads, type ReadReport } from './read-roads.ts';

export interface ImportOrder {
  readonly file: string;
  readonly profile: Profile;
  readonly name: string;
  /** The extract's own file name, told in the network. */
  readonly extract: string;
  readonly now: string;
  readonly tell: (step: ImportStep, share: number) => void;
}

export type ImportStep = 'reading' | 'joining' | 'contracting';

export interface ImportedNetwork {
  readonly network: RoadNetwork;
  /** What the network was contracted from: tests hold one against the other. */
  readonly graph: RoadGraph;
  readonly report: ReadReport & { readonly parts: number; readonly edgesDropped: number };
}

/** Makes a road network from an extract: read, join, contract. Throws BrokenExtract. */
export function importNetwork({ file, profile, name, extract, now, tell }: ImportOrder): ImportedNetwork {
  const { source, report } = readRoads(file, profile, (share) => tell('reading', share));
  tell('joining', 0);
  const { graph, parts, edgesDropped } = connectedPart(graphOf(source, profile.turnCosts));
  if (graph.edgeChain.length === 0)
    throw new BrokenExtract(`${file} holds no roads for '${profile.name}' that lead anywhere.`);
  tell('joining', 1);
  const origin = { name, profile: profile.name, extract, importedAt: now, attribution: '© OpenStreetMap contributors' };
  const network = networkOf(graph, source, origin, (share) => tell('contracting', share));
  return { network, graph, report: { ...report, parts, edgesDropped } };
}
