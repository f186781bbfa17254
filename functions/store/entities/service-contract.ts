import { serviceContractSchema, type ServiceContract } from '../../../shared/model/service-contract.ts';
import { defineEntity } from '../entity.ts';

export const serviceContractEntity = defineEntity<ServiceContract, Pick<ServiceContract, 'id'>>({
  name: 'service-contract',
  schema: serviceContractSchema,
  key: ({ id }) => ({ partition: ['SERVICE-CONTRACT', id], sort: 'SERVICE-CONTRACT' }),
  gsi1: ({ customerId, id }) => ({ partition: ['CUSTOMER', customerId], sort: `CONTRACT#${id}` }),
  gsi2: ({ endedOn, endsOn, id }) => ({ partition: ['CONTRACTS'], sort: `${endedOn ?? endsOn}#${id}` }),
});
