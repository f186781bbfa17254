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

type Ask = { readonly deps: GeographyDeps; readonly tenantId: string };

/** Imported addresses that fit a text, then a service's where none of ours is a house. */
export const findAddresses = async (
  { deps, tenantId }: Ask,
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
  const known = sitesLike(sites, text, near);
  const others = found.results.filter(
    (one) => !known.some(({ location }) => metresBetween(location, one.location) < siteMetres),
  );
  return { results: [...known, ...others].slice(0, mostResults), attributions: found.attributions };
};

/** The address of a place: a customer's site there, a house or street of ours, a road's name, or what a service says. */
export const describeKnownPlace = async (ask: Ask, position: Position): Promise<FoundPlaces<KnownPlace>> => {
  const { deps, tenantId } = ask;
  const { gazetteer, attributions } = await gazetteerOf(deps.table, tenantId);
  const found = gazetteer.reverse(position);
  const own = found ? [placeOf(found)] : [];
  const [near] = own;
  const sites = near ? await sitesByStreetLetter(deps.table, tenantId, near.addressText, mostSites) : [];
  const site = sites.find(({ place }) => metresBetween(place.location, position) < siteMetres);
  if (site) return { results: [knownPlaceOf(site, false)], attributions: [] };
  if (own.length > 0 || !deps.geocoder) return { results: own, attributions: [...attributions] };
  const others = await ofService(deps, (geocoder) => geocoder.reverse(position));
  return { results: others.slice(0, 1), attributions: [deps.geocoder.attribution] };
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
