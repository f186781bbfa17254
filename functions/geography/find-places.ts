import { addressText } from '../../shared/geo/gazetteer/address-text.ts';
import { defaultPoints, pointKey } from '../../shared/geo/gazetteer/build-streets.ts';
import { openGazetteer, type Found } from '../../shared/geo/gazetteer/gazetteer.ts';
import { splitAddress } from '../../shared/geo/gazetteer/split-address.ts';
import type { Street } from '../../shared/geo/gazetteer/street.ts';
import { metresBetween } from '../../shared/geo/distance.ts';
import type { Position } from '../../shared/model/place.ts';
import type { Site } from '../../shared/model/site.ts';
import type { FoundPlace, KnownPlace } from '../../shared/protocol/endpoints/geocoding.ts';
import { sitesByStreetLetter } from '../store/questions/gazetteer.ts';
import { gazetteerOf } from './gazetteer-of.ts';
import { nearestStreetName } from '../../shared/geo/road-map/nearest-street-name.ts';
import { tenantRoads } from './tenant-roads.ts';
import { tenantSites } from './tenant-sites.ts';
import type { GeographyDeps } from './geography-deps.ts';

export interface FoundPlaces<P extends FoundPlace> {
  readonly results: P[];
  readonly attributions: string[];
}

const mostResults = 6;
/** Of one first letter; beyond it a search misses some, which the imported addresses still find. */
const mostSites = 1000;
/** A pin this near to a site means the site. */
const siteMetres = 40;

type Ask = { readonly deps: GeographyDeps; readonly tenantId: string; readonly now: string };

/** Imported addresses that fit a text, then a service's where none of ours is a house. */
export const findAddresses = async (
  { deps, tenantId }: Omit<Ask, 'now'>,
  text: string,
  near?: Position,
): Promise<FoundPlaces<FoundPlace>> => {
  const { gazetteer, attributions } = await gazetteerOf(deps.table, tenantId);
  const own = gazetteer.search(text, mostResults, near).map(placeOf);
  if (!deps.geocoder || own.some(({ quality }) => quality === 'point'))
    return { results: own, attributions: [...attributions] };
  const others = await ofService(deps, (geocoder) => geocoder.search(text, near));
  return {
    results: [...own, ...others].slice(0, mostResults),
    attributions: [...attributions, ...(others.length > 0 ? [deps.geocoder.attribution] : [])],
  };
};

/** The same with customers' own sites before them; an address that is a site is named once, with its customer. */
export const findKnownPlaces = async (ask: Ask, text: string, near?: Position): Promise<FoundPlaces<KnownPlace>> => {
  const [sites, found] = await Promise.all([
    sitesByStreetLetter(ask.deps.table, ask.tenantId, text, mostSites),
    findAddresses(ask, text, near),
  ]);
  const fitting = sitesLike(sites, text, near);
  // Whoever mistyped the first letter finds the site too, a few minutes after it was entered.
  const known =
    fitting.length > 0 ? fitting : sitesLike(await tenantSites(ask.deps.table, ask.tenantId, ask.now), text, near);
  const others = found.results.filter(
    (one) => !known.some(({ location }) => metresBetween(location, one.location) < siteMetres),
  );
  return { results: [...known, ...others].slice(0, mostResults), attributions: found.attributions };
};

/** The address of a place: a customer's site there, a house or street of ours, what a service says, or the nearest road's name. */
export const describeKnownPlace = async (ask: Ask, position: Position): Promise<FoundPlaces<KnownPlace>> => {
  const { deps, tenantId } = ask;
  const { gazetteer, attributions } = await gazetteerOf(deps.table, tenantId);
  const found = gazetteer.reverse(position);
  const own = found ? [placeOf(found)] : [];
  const site = await siteAt(ask, position, own[0]?.addressText);
  if (site) return { results: [knownPlaceOf(site, false)], attributions: [] };
  if (own.length > 0) return { results: own, attributions: [...attributions] };
  const others = deps.geocoder ? await ofService(deps, (geocoder) => geocoder.reverse(position)) : [];
  if (deps.geocoder && others.length > 0)
    return { results: others.slice(0, 1), attributions: [deps.geocoder.attribution] };
  return ofRoads(ask, position);
};

/** The nearest site that a pin means: of the same street as it stands now, or any by what was read lately. */
const siteAt = async (
  { deps, tenantId, now }: Ask,
  position: Position,
  address?: string,
): Promise<Site | undefined> => {
  const there = (sites: readonly Site[]): Site | undefined =>
    sites
      .map((site) => ({ site, metres: metresBetween(site.place.location, position) }))
      .filter(({ metres }) => metres < siteMetres)
      .sort((a, b) => a.metres - b.metres)[0]?.site;
  const sameStreet = address === undefined ? [] : await sitesByStreetLetter(deps.table, tenantId, address, mostSites);
  return there(sameStreet) ?? there(await tenantSites(deps.table, tenantId, now));
};

/** Only a street, without a number: roads know no houses. */
const ofRoads = async ({ deps, tenantId }: Ask, position: Position): Promise<FoundPlaces<KnownPlace>> => {
  const networks = await tenantRoads(deps, tenantId);
  const [nearest] = networks
    .flatMap((network) => {
      const named = nearestStreetName(network, position);
      return named ? [{ ...named, attribution: network.facts.attribution }] : [];
    })
    .sort((a, b) => a.metres - b.metres);
  if (!nearest) return { results: [], attributions: [] };
  const { name, attribution } = nearest;
  const place = { addressText: name, location: nearest.position, quality: 'street', source: 'roads' } as const;
  return { results: [{ ...place, defaultPointSuspected: false }], attributions: [attribution] };
};

const placeOf = (found: Found): FoundPlace => ({
  addressText: addressText(found),
  location: found.position,
  quality: found.house ? 'point' : 'street',
  defaultPointSuspected: false,
  source: 'gazetteer',
});

/** Sites whose written address fits, by the same comparison as imported ones. */
const sitesLike = (sites: readonly Site[], text: string, near?: Position): KnownPlace[] => {
  const asStreets = sites.map(({ place }): Street => {
    const { words, number } = splitAddress(place.addressText);
    const houses = number === undefined ? [] : [{ number, position: place.location }];
    return { name: words.join(' '), locality: '', position: place.location, houses };
  });
  const siteOf = new Map(asStreets.map((street, i) => [street, sites[i]]));
  const defaults = defaultPoints(sites.map(({ place }) => ({ street: place.addressText, position: place.location })));
  const { number } = splitAddress(text);
  return openGazetteer(asStreets)
    .search(text, mostResults, near)
    .filter(({ house, street }) => number === undefined || house !== undefined || street.houses.length === 0)
    .flatMap(({ street }) => {
      const site = siteOf.get(street);
      return site ? [knownPlaceOf(site, defaults.has(pointKey(site.place.location)))] : [];
    });
};

const knownPlaceOf = ({ id, customerId, name, place }: Site, defaultPointSuspected: boolean): KnownPlace => ({
  ...place,
  quality: 'point',
  defaultPointSuspected,
  source: 'customer',
  site: { siteId: id, customerId, name },
});

type Geocoder = NonNullable<GeographyDeps['geocoder']>;

/** A service that fails costs its answers, not ours. */
const ofService = async (
  { geocoder, log }: GeographyDeps,
  ask: (geocoder: Geocoder) => ReturnType<Geocoder['search']>,
): Promise<FoundPlace[]> => {
  try {
    const found = geocoder ? await ask(geocoder) : [];
    return found.map((one) => ({ ...one, defaultPointSuspected: false, source: 'service' as const }));
  } catch (fault) {
    log.error('The geocoder did not answer', fault instanceof Error ? fault : new Error(String(fault)));
    return [];
  }
};
