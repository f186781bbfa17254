import * as z from 'zod/mini';
import { coverageSummarySchema } from './coverage-decision.ts';
import { foundCauses } from './found-causes.ts';
import { idOf, recordOf } from './entity.ts';
import { priority } from './priority.ts';
import { shortText } from './scalar.ts';
import { instant } from './time.ts';

export const workOrderStatus = z.enum([
  'new',
  'scheduled',
  'in-progress',
  'on-hold',
  'completed',
  'cannot-complete',
  'closed',
  'cancelled',
]);
export type WorkOrderStatus = z.infer<typeof workOrderStatus>;

export const workOrderSchema = z.strictObject({
  ...recordOf('workOrder'),
  /** What people say on the phone, made from the id: WO-7K3F9QZM. */
  number: shortText,
  status: workOrderStatus,
  subject: shortText,
  serviceRequestId: idOf('serviceRequest'),
  /** Its appointments, the first one first; written by whoever makes one. */
  appointmentIds: z._default(z.array(idOf('appointment')).check(z.maxLength(100)), []),
  territoryId: idOf('territory'),
  workTypeId: idOf('workType'),
  customerId: z.optional(idOf('customer')),
  siteId: z.optional(idOf('site')),
  assetId: z.optional(idOf('asset')),
  priority,
  dueBy: instant,
  coverage: coverageSummarySchema,
  /** What the office says was found; it stands for all that was found before. */
  causes: z.optional(foundCauses),
});
export type WorkOrder = z.infer<typeof workOrderSchema>;
