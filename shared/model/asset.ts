import * as z from 'zod/mini';
import { idOf, recordOf } from './entity.ts';
import { shortText } from './scalar.ts';
import { day } from './time.ts';

/** The customer's installed machine. */
export const assetSchema = z.strictObject({
  ...recordOf('asset'),
  customerId: idOf('customer'),
  siteId: idOf('site'),
  name: shortText,
  /** What sort of machine it is, e.g. boiler; work types say which sorts they serve. */
  assetClass: shortText,
  maker: shortText,
  model: shortText,
  serial: shortText,
  installedOn: day,
});
export type Asset = z.infer<typeof assetSchema>;
