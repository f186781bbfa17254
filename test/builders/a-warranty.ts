import { warrantySchema, type Warranty } from '../../shared/model/warranty.ts';
import { aRecord, anId } from './an-id.ts';

/** A maker's warranty on everything but travel, in force in May 2026. */
export const aWarranty = (changes: Partial<Warranty> = {}): Warranty =>
  warrantySchema.parse({
    ...aRecord('warranty'),
    assetId: anId('asset'),
    kind: 'maker',
    clause: 'Maker, section 3',
    startsOn: '2025-06-01',
    endsOn: '2027-05-31',
    covers: { labour: 100, parts: 100, travel: 0 },
    ...changes,
  });
