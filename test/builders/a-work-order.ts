import { workOrderSchema, type WorkOrder } from '../../shared/model/work-order.ts';
import { homeTerritoryId } from './a-territory.ts';
import { aRecord, anId } from './an-id.ts';

export const aWorkOrder = (changes: Partial<WorkOrder> = {}): WorkOrder =>
  workOrderSchema.parse({
    ...aRecord('workOrder'),
    number: 'WO-7K3F9QZM',
    status: 'new',
    subject: 'No hot water',
    serviceRequestId: anId('serviceRequest'),
    territoryId: homeTerritoryId,
    workTypeId: anId('workType'),
    priority: 'normal',
    dueBy: '2026-05-13T12:00:00.000Z',
    coverage: {
      decidedAt: '2026-05-12T12:00:00.000Z',
      basis: 'none',
      covers: { labour: 0, parts: 0, travel: 0 },
      candidates: [],
    },
    ...changes,
  });
