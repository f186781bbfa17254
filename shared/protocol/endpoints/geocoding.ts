import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { gazetteerKey, gazetteerPageSchema, gazetteerSourceSchema } from '../../model/gazetteer-source.ts';
import { place } from '../../model/place.ts';
import { shortText, wholeNumber } from '../../model/scalar.ts';
import { customer, endpoint, staff } from '../endpoint.ts';

/** An address that was found, and how far it can be trusted. */
export const foundPlace = z.strictObject({
  ...place.shape,
  /** point: a house. street, area: somewhere in it; a person should set the pin. */
  quality: z.enum(['point', 'street', 'area']),
  /** Many different addresses lie on this very point: whoever made the data did not know better. */
  defaultPointSuspected: z.boolean(),
  /** roads: the name of the nearest road of a network. */
  source: z.enum(['customer', 'gazetteer', 'service', 'roads']),
});
export type FoundPlace = z.infer<typeof foundPlace>;

/** For staff: also whose place it is already, so that a customer is not entered twice. */
export const knownPlace = z.strictObject({
  ...foundPlace.shape,
  site: z.optional(z.strictObject({ siteId: idOf('site'), customerId: idOf('customer'), name: shortText })),
});
export type KnownPlace = z.infer<typeof knownPlace>;

const degrees = (most: number) => z.coerce.number().check(z.minimum(-most), z.maximum(most));
const search = z.strictObject({
  text: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  /** What is near goes first. */
  longitude: z.optional(degrees(180)),
  latitude: z.optional(degrees(90)),
});
/** `attributions` name whose data was searched; they are shown with the results. */
const answer = <Item extends typeof foundPlace | typeof knownPlace>(item: Item) =>
  z.strictObject({ results: z.array(item), attributions: z.array(shortText) });

const office = staff('dispatcher', 'agent', 'clerk', 'manager', 'administrator');

export const searchPlaces = endpoint({
  method: 'GET',
  path: '/v1/places',
  entry: 'geography',
  summary:
    'Addresses that fit what is written so far: customers’ sites, imported addresses, then a service if one is set',
  access: office,
  query: search,
  response: answer(knownPlace),
});

export const searchReportPlaces = endpoint({
  method: 'GET',
  path: '/v1/report/places',
  entry: 'geography',
  summary: 'Addresses for a customer who reports something: imported ones and a service’s, never those of customers',
  access: customer('report'),
  query: search,
  response: answer(foundPlace),
});

export const describePlace = endpoint({
  method: 'GET',
  path: '/v1/places/nearest',
  entry: 'geography',
  summary: 'The address of a place on the map',
  access: office,
  query: z.strictObject({ longitude: degrees(180), latitude: degrees(90) }),
  response: answer(knownPlace),
});

export const listGazetteerSources = endpoint({
  method: 'GET',
  path: '/v1/gazetteer',
  entry: 'geography',
  summary: 'The lists of addresses that were imported',
  access: office,
  response: z.strictObject({ sources: z.array(gazetteerSourceSchema) }),
});

const { streets, edition } = gazetteerPageSchema.shape;

export const putGazetteerPage = endpoint({
  method: 'PUT',
  path: '/v1/gazetteer/{key}/editions/{edition}/pages/{page}',
  entry: 'geography',
  summary: 'A page of a list of addresses; it counts from the moment that its edition is taken over',
  access: staff('administrator'),
  params: z.strictObject({
    key: gazetteerKey,
    edition,
    page: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(79)),
  }),
  body: z.strictObject({ streets }),
  status: 204,
});

export const takeGazetteerEdition = endpoint({
  method: 'PUT',
  path: '/v1/gazetteer/{key}',
  entry: 'geography',
  summary: 'Takes an edition of a list of addresses over; the one before goes',
  access: staff('administrator'),
  params: z.strictObject({ key: gazetteerKey }),
  body: z.strictObject({
    edition,
    pages: gazetteerSourceSchema.shape.pages,
    streets: wholeNumber,
    houses: wholeNumber,
    attribution: shortText,
  }),
  response: gazetteerSourceSchema,
});
