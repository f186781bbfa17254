import { siteSchema, type Site } from '../../shared/model/site.ts';
import { aRecord, anId } from './an-id.ts';

export const aSite = (changes: Partial<Site> = {}): Site =>
  siteSchema.parse({
    ...aRecord('site'),
    customerId: anId('customer'),
    name: 'Home',
    place: { location: [-71.07, 42.35], addressText: '12 Beacon Street' },
    ...changes,
  });
