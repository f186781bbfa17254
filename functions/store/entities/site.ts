import { splitAddress } from '../../../shared/geo/gazetteer/split-address.ts';
import { siteSchema, type Site } from '../../../shared/model/site.ts';
import { defineEntity } from '../entity.ts';

/** Found by its customer, and by the first letter of its street; all of them in the order of their streets. */
export const siteEntity = defineEntity<Site, Pick<Site, 'id'>>({
  name: 'site',
  schema: siteSchema,
  key: ({ id }) => ({ partition: ['SITE', id], sort: 'SITE' }),
  gsi1: ({ customerId, id }) => ({ partition: ['CUSTOMER', customerId], sort: `SITE#${id}` }),
  gsi2: ({ id, place }) => ({
    partition: ['SITES'],
    sort: `${splitAddress(place.addressText).words.join(' ')}#${id}`,
  }),
});

/** The letter that a street's name begins with, house number left out; Chinese by its first sign. */
export const streetLetterOf = (address: string): string | undefined => splitAddress(address).words[0]?.slice(0, 1);
