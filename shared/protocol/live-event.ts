import * as z from 'zod/mini';
import { appointmentSchema } from '../model/appointment.ts';
import { idOf } from '../model/entity.ts';
import { fieldNoticeSchema } from '../model/field-notice.ts';
import { latestPositionSchema } from '../model/position-fix.ts';
import { planSchema } from '../model/plan.ts';
import { serviceRequestSchema } from '../model/service-request.ts';
import { technicianSchema } from '../model/technician.ts';

/** What changed, whole, so that a console applies it by version and needs no second question. */
export const liveChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('appointment'), appointment: appointmentSchema }),
  z.strictObject({ kind: z.literal('service-request'), serviceRequest: serviceRequestSchema }),
  z.strictObject({ kind: z.literal('field-notice'), fieldNotice: fieldNoticeSchema }),
  /** He, his shifts or his absences are others now; whose board he stands on reads its rows anew. */
  z.strictObject({ kind: z.literal('technician'), technician: technicianSchema }),
  z.strictObject({
    kind: z.literal('plan'),
    planId: idOf('plan'),
    status: planSchema.shape.status,
    days: planSchema.shape.days,
    progress: planSchema.shape.progress,
  }),
]);
export type LiveChange = z.infer<typeof liveChange>;

/**
 * A numbered frame of one territory's changes. Numbers rise by one: who sees a gap, or reconnects, asks
 * `GET /v1/territories/{id}/live?after=` for what is missing.
 */
export const changesFrame = z.strictObject({
  type: z.literal('changes'),
  territoryId: idOf('territory'),
  sequence: z.int(),
  changes: z.array(liveChange),
});
export type ChangesFrame = z.infer<typeof changesFrame>;

/** Newest positions, at most one frame a second and territory; not numbered, the next one replaces it. */
export const positionsFrame = z.strictObject({
  type: z.literal('positions'),
  territoryId: idOf('territory'),
  positions: z.array(latestPositionSchema),
});
export type PositionsFrame = z.infer<typeof positionsFrame>;

export const liveFrame = z.discriminatedUnion('type', [changesFrame, positionsFrame]);
export type LiveFrame = z.infer<typeof liveFrame>;
