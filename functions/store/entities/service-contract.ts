import { serviceContractSchema, type ServiceContract } from '../../../shared/model/service-contract.ts';
import { defineEntity } from '../entity.ts';

/** Stands among those that name technicians where it prefers or forbids any. */
export const serviceContractEntity = defineEntity<ServiceContract, Pick<ServiceContract, 'id'>>({
  name: 'service-contract',
  schema: serviceContractSchema,
  key: ({ id }) => ({ partition: ['SERVICE-CONTRACT', id], sort: 'SERVICE-CONTRACT' }),
  gsi1: ({ customerId, id }) => ({ partition: ['CUSTOMER', customerId], sort: `CONTRACT#${id}` }),
  gsi2: ({ endedOn, endsOn, id }) => ({ partition: ['CONTRACTS'], sort: `${endedOn ?? endsOn}#${id}` }),
  gsi3: ({ preferredTechnicianIds, forbiddenTechnicianIds, endedOn, endsOn, id }) =>
    preferredTechnicianIds?.length || forbiddenTechnicianIds?.length
      ? { partition: ['CONTRACTS-NAMING'], sort: `${endedOn ?? endsOn}#${id}` }
      : undefined,
});
