import { serviceRequestSchema, type ServiceRequest } from '../../../shared/model/service-request.ts';
import { defineEntity } from '../entity.ts';

/** While new it stands among the open requests of its territory, or of none. */
export const serviceRequestEntity = defineEntity<ServiceRequest, Pick<ServiceRequest, 'id'>>({
  name: 'service-request',
  schema: serviceRequestSchema,
  key: ({ id }) => ({ partition: ['SERVICE-REQUEST', id], sort: 'SERVICE-REQUEST' }),
  gsi3: ({ id, status, territoryId, dueBy }) =>
    status === 'new' ? { partition: ['OPEN-REQUESTS', territoryId ?? 'none'], sort: `${dueBy}#${id}` } : undefined,
});
