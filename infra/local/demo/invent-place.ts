import type { Place, Position } from '../../../shared/model/place.ts';
import { type Neighbourhood, neighbourhoods } from './neighbourhoods.ts';
import type { Random } from './random.ts';
import type { TerritoryKey } from './territory-areas.ts';

/** An invented address near a real street corner of the territory. */
export function inventPlace(random: Random, territory: TerritoryKey): Place {
  const near = random.pick(neighbourhoods[territory]);
  return {
    location: scattered(random, near),
    addressText: `${random.between(2, 289)} ${random.pick(near.streets)}, ${near.name}, Boston, MA ${near.postcode}`,
  };
}

/** Within some 300 m of the corner, to five decimals (about a metre). */
function scattered(random: Random, { centre: [longitude, latitude] }: Neighbourhood): Position {
  const off = (degrees: number) => (random.next() + random.next() - 1) * degrees;
  return [rounded(longitude + off(0.0036)), rounded(latitude + off(0.0027))];
}

const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
