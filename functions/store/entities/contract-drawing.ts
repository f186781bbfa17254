import * as z from 'zod/mini';
import { contractDrawing } from '../../../shared/model/contract-usage.ts';
import { idOf } from '../../../shared/model/entity.ts';
import { defineEntity } from '../entity.ts';

const storedDrawing = z.strictObject({ workOrderId: idOf('workOrder'), ...contractDrawing.shape });
type StoredDrawing = z.infer<typeof storedDrawing>;

/** What one work order took of one period, as its last decision says; lies with the contract. */
export const contractDrawingEntity = defineEntity<
  StoredDrawing,
  Pick<StoredDrawing, 'contractId' | 'periodOn' | 'workOrderId'>
>({
  name: 'contract-drawing',
  schema: storedDrawing,
  key: ({ contractId, periodOn, workOrderId }) => ({
    partition: ['SERVICE-CONTRACT', contractId],
    sort: `DRAWING#${periodOn}#${workOrderId}`,
  }),
});
