import { workOrderSchema, type WorkOrder } from '../../../shared/model/work-order.ts';
import { defineEntity } from '../entity.ts';

export const workOrderEntity = defineEntity<WorkOrder, Pick<WorkOrder, 'id'>>({
  name: 'work-order',
  schema: workOrderSchema,
  key: ({ id }) => ({ partition: ['WORK-ORDER', id], sort: 'WORK-ORDER' }),
});
