import { fieldNoticeSchema, type FieldNotice } from '../../../shared/model/field-notice.ts';
import { defineEntity } from '../entity.ts';

/** Lies with its technician; as long as nobody has settled it, it also waits in its territory. */
export const fieldNoticeEntity = defineEntity<FieldNotice, Pick<FieldNotice, 'technicianId' | 'id'>>({
  name: 'field-notice',
  schema: fieldNoticeSchema,
  key: ({ technicianId, id }) => ({ partition: ['TECHNICIAN', technicianId], sort: `NOTICE#${id}` }),
  gsi3: ({ settledAt, territoryId, createdAt, id }) =>
    settledAt === undefined ? { partition: ['NOTICES', territoryId], sort: `${createdAt}#${id}` } : undefined,
});
