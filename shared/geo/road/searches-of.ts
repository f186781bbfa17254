import type { Searches } from './many-to-many.ts';
import type { RoadNetwork } from './road-network.ts';
import { UpwardSearch } from './upward-search.ts';

/** The two searches of a network: made once, used for one question after another. */
export const searchesOf = ({ up, down }: RoadNetwork): Searches => ({
  forward: new UpwardSearch(up, down),
  backward: new UpwardSearch(down, up),
});
