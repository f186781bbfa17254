import * as z from 'zod/mini';
import { device, endpoint } from '../endpoint.ts';

// What tracker apps send is theirs to decide: it is read leniently, and what is not understood is answered as if it were.
const anyFields = z.record(z.string(), z.unknown());

export const trackByTraccar = endpoint({
  method: 'POST',
  path: '/v1/trackers/traccar',
  summary: 'Traccar Client: one fix as JSON, or as the older form; the device identifier is the secret',
  access: device,
  body: anyFields,
  response: z.strictObject({}),
  entry: 'positions',
});

export const trackByOsmand = endpoint({
  method: 'GET',
  path: '/v1/trackers/osmand',
  summary: "OsmAnd's online tracking: one fix in the query; `id` is the secret",
  access: device,
  query: z.record(z.string(), z.string()),
  response: z.strictObject({}),
  entry: 'positions',
});

export const trackByOsmandForm = endpoint({
  method: 'POST',
  path: '/v1/trackers/osmand',
  summary: 'The same as a form or a query with POST, as other apps of the OsmAnd protocol send it',
  access: device,
  body: anyFields,
  response: z.strictObject({}),
  entry: 'positions',
});

export const trackByOwntracks = endpoint({
  method: 'POST',
  path: '/v1/trackers/owntracks',
  summary: 'OwnTracks in HTTP mode, Basic authentication; the answer is a list of commands, such as the job sites',
  access: device,
  body: anyFields,
  response: z.array(anyFields),
  entry: 'positions',
});
