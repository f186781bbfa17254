import { authorisationSchema, type Authorisation } from '../../shared/model/authorisation.ts';
import { aRecord, anId } from './an-id.ts';

/** A customer is asked about 300.00. */
export const anAuthorisation = (changes: Partial<Authorisation> = {}): Authorisation =>
  authorisationSchema.parse({
    ...aRecord('authorisation'),
    workOrderId: anId('workOrder'),
    workOrderNumber: 'WO-7K3F9QZM',
    need: { kind: 'customer-quote', amountMinorUnits: 30_000 },
    currency: 'USD',
    waitsFor: 'Ines Okafor',
    status: 'waiting',
    decisionHash: 'a'.repeat(64),
    ...changes,
  });
