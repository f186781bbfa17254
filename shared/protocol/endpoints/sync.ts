import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { fieldNoticeSchema } from '../../model/field-notice.ts';
import { contentHash, photoSizeBytes, photoType } from '../../model/photo.ts';
import { endpoint, staff } from '../endpoint.ts';
import { clientId, pullAnswer, pushAnswer, pushBody } from '../sync.ts';

const office = staff('dispatcher', 'agent', 'manager', 'administrator');

export const pushMutations = endpoint({
  method: 'POST',
  path: '/v1/sync/push',
  entry: 'sync',
  summary:
    "The signed-in technician's numbered changes in order; each takes effect once, a repeat gets its first answer, a gap is refused",
  access: staff('technician'),
  body: pushBody,
  response: pushAnswer,
});

export const pullView = endpoint({
  method: 'GET',
  path: '/v1/sync/pull',
  entry: 'sync',
  summary:
    'All that the signed-in technician needs for today and the next two days; answers 304 where If-None-Match names what he has',
  access: staff('technician'),
  query: z.strictObject({ clientId }),
  response: pullAnswer,
  tagged: true,
});

export const createUpload = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/uploads',
  summary:
    'An address that takes one picture of exactly this content, type and size; the same content again is taken again',
  access: staff('technician', 'dispatcher', 'administrator'),
  params: z.strictObject({ appointmentId: idOf('appointment') }),
  body: z.strictObject({ contentHash, type: photoType, sizeBytes: photoSizeBytes }),
  response: z.strictObject({
    url: z.string(),
    method: z.literal('PUT'),
    headers: z.record(z.string(), z.string()),
  }),
});

export const listFieldNotices = endpoint({
  method: 'GET',
  path: '/v1/territories/{territoryId}/field-notices',
  entry: 'sync',
  summary:
    'What came from the field and nobody has settled yet: refused changes, conflicts, requests for parts and help, leads; the oldest first',
  access: office,
  params: z.strictObject({ territoryId: idOf('territory') }),
  response: z.strictObject({ notices: z.array(fieldNoticeSchema) }),
});

export const settleFieldNotice = endpoint({
  method: 'POST',
  path: '/v1/technicians/{technicianId}/field-notices/{noticeId}/settle',
  entry: 'sync',
  summary: 'Say that a notice was seen to; the technician for his own, the office for all',
  access: staff('technician', 'dispatcher', 'agent', 'manager', 'administrator'),
  params: z.strictObject({ technicianId: idOf('technician'), noticeId: idOf('fieldNotice') }),
  body: z.strictObject({}),
  response: fieldNoticeSchema,
});
