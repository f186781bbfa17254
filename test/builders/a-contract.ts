import { serviceContractSchema, type ServiceContract } from '../../shared/model/service-contract.ts';
import { aRecord, anId } from './an-id.ts';

/** A service agreement for every site, in force in 2026. */
export const aContract = (changes: Partial<ServiceContract> = {}): ServiceContract =>
  serviceContractSchema.parse({
    ...aRecord('serviceContract'),
    customerId: anId('customer'),
    kind: 'service-agreement',
    clause: 'Gold care, 2.1',
    siteIds: [],
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    covers: { labour: 100, parts: 50, travel: 100 },
    fixWithinSeconds: { emergency: 7200, high: 14_400, normal: 43_200, low: 86_400 },
    ...changes,
  });
