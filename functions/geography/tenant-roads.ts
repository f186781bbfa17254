import type { RoadNetwork } from '../../shared/geo/road/road-network.ts';
import { allTerritories } from '../store/questions/catalogue.ts';
import type { GeographyDeps } from './geography-deps.ts';

/** The road networks of a company's territories, each once, with the deployment's own where a territory names none. */
export const tenantRoads = async (
  { table, travel }: Pick<GeographyDeps, 'table' | 'travel'>,
  tenantId: string,
): Promise<RoadNetwork[]> => {
  if (!travel.roads) return [];
  const territories = await allTerritories(table, tenantId);
  const names = new Set(territories.map(({ roadNetwork }) => roadNetwork));
  const networks = await Promise.all([...names].map(async (name) => travel.roads?.(name)));
  return [...new Set(networks.filter((network) => network !== undefined))];
};
