import { readNetwork } from '../../../shared/geo/road/network-file.ts';
import type { RoadNetwork } from '../../../shared/geo/road/road-network.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { RoadFiles } from './road-files.ts';

/** The networks that this process holds in memory, by name. */
export interface RoadNetworks {
  /** Undefined where none of the name can be had; the log then says why. */
  get(name: string): Promise<RoadNetwork | undefined>;
}

export interface RoadNetworksSettings {
  readonly files: RoadFiles;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}

/** After so long it is asked whether a network was imported anew. */
const freshMilliseconds = 15 * 60_000;
/** City networks take 1 to 30 MB; a function that serves many territories forgets the oldest. */
const mostHeld = 4;

interface Held {
  readonly tag: string;
  readonly network: RoadNetwork | undefined;
  readonly checkedAt: number;
}

export const createRoadNetworks = ({ files, clock, log }: RoadNetworksSettings): RoadNetworks => {
  const held = new Map<string, Promise<Held>>();
  const load = async (name: string, before: Held | undefined): Promise<Held> => {
    const checkedAt = clock().getTime();
    try {
      const file = await files.read(name, before?.network && before.tag);
      if (file === 'unchanged' && before) return { ...before, checkedAt };
      if (file === 'missing' || file === 'unchanged') {
        log.warn('A road network is missing: travel times are estimated', { name });
        return { tag: '', network: undefined, checkedAt };
      }
      const read = readNetwork(file.bytes);
      if (!read.ok)
        log.warn('A road network cannot be used: travel times are estimated', { name, reason: read.detail });
      return { tag: file.tag, network: read.ok ? read.network : before?.network, checkedAt };
    } catch (fault) {
      // Better yesterday's roads than none.
      log.warn('A road network cannot be fetched', { name, fault: String(fault) });
      return { tag: before?.tag ?? '', network: before?.network, checkedAt };
    }
  };
  return {
    async get(name) {
      const before = await held.get(name);
      if (before && clock().getTime() - before.checkedAt < freshMilliseconds) return before.network;
      const next = load(name, before);
      held.delete(name);
      held.set(name, next);
      for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest);
      return (await next).network;
    },
  };
};
