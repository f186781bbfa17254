import type { Pace, RoadClass, TurnCosts } from '../../../../shared/geo/road/build/road-source.ts';
import type { OsmTags } from '../read-osm.ts';

/** How a way serves one kind of traffic. */
export interface WayUse {
  readonly roadClass: RoadClass;
  readonly forward: Pace | undefined;
  readonly backward: Pace | undefined;
  readonly restricted: boolean;
  /** A ferry's own time for the whole way. */
  readonly wholeSeconds?: number;
}

/** What one kind of traffic makes of OpenStreetMap's tags. */
export interface Profile {
  readonly name: string;
  readonly turnCosts: TurnCosts;
  /** Undefined where this traffic may not or cannot go. */
  useOf(tags: OsmTags): WayUse | undefined;
  /** Whether a node (gate, bollard) lets nobody through. */
  isBlocked(tags: OsmTags): boolean;
  /** The words in `except` and `restriction:…` that mean this traffic, the general one first; empty where turn restrictions do not bind it. */
  readonly restrictionModes: readonly string[];
}

/** The profiles by the name that the command line takes. */
export type ProfileName = 'car' | 'van' | 'bicycle' | 'foot';
