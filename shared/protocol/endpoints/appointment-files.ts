import * as z from 'zod/mini';
import { appointmentSchema } from '../../model/appointment.ts';
import { coverageSummarySchema } from '../../model/coverage-decision.ts';
import { idOf } from '../../model/entity.ts';
import { historyEntrySchema } from '../../model/history-entry.ts';
import { messageSchema } from '../../model/message.ts';
import { noteSchema } from '../../model/note.ts';
import { contentHash, photoSchema, photoSizeBytes, photoType } from '../../model/photo.ts';
import { longText, shortText } from '../../model/scalar.ts';
import { signatureSchema } from '../../model/signature.ts';
import { partUsageSchema } from '../../model/stock.ts';
import { instant } from '../../model/time.ts';
import { endpoint, everyStaff, staff } from '../endpoint.ts';

const params = z.strictObject({ appointmentId: idOf('appointment') });
/** Technicians for their own appointments, dispatchers on their behalf. */
const doers = staff('technician', 'dispatcher', 'administrator');

export const getAppointmentFile = endpoint({
  method: 'GET',
  path: '/v1/appointments/{appointmentId}',
  summary: 'An appointment with coverage, notes, photos, parts used, messages and history',
  access: everyStaff,
  params,
  response: z.strictObject({
    appointment: appointmentSchema,
    coverage: coverageSummarySchema,
    accessNotes: z.optional(shortText),
    notes: z.array(noteSchema),
    photos: z.array(photoSchema),
    signatures: z.array(signatureSchema),
    partUsages: z.array(partUsageSchema),
    messages: z.array(messageSchema),
    history: z.array(historyEntrySchema),
  }),
});

export const addNote = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/notes',
  summary: 'Add a note',
  access: everyStaff,
  params,
  body: z.strictObject({ text: longText }),
  response: noteSchema,
  status: 201,
});

export const addPhoto = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/photos',
  summary:
    'Name a photo by its content hash and get the address to put the file to; the same hash again is the same photo',
  access: doers,
  params,
  body: z.strictObject({ contentHash, type: photoType, sizeBytes: photoSizeBytes }),
  response: z.strictObject({
    photo: photoSchema,
    upload: z.strictObject({ url: z.string(), method: z.literal('PUT'), headers: z.record(z.string(), z.string()) }),
  }),
  status: 201,
});

export const getPhoto = endpoint({
  method: 'GET',
  path: '/v1/appointments/{appointmentId}/photos/{photoId}',
  summary: 'A short-lived address of the file of a photo or a signature',
  access: everyStaff,
  params: z.strictObject({ appointmentId: idOf('appointment'), photoId: z.union([idOf('photo'), idOf('signature')]) }),
  response: z.strictObject({ url: z.string() }),
});

export const makeVisitLink = endpoint({
  method: 'POST',
  path: '/v1/appointments/{appointmentId}/links',
  summary: 'Make the link with which the customer follows this appointment; its secret is shown this once',
  access: staff('dispatcher', 'agent', 'manager', 'administrator'),
  params,
  body: z.strictObject({}),
  response: z.strictObject({ customerLinkId: idOf('customerLink'), url: z.string(), expiresAt: z.optional(instant) }),
  status: 201,
});

export const revokeVisitLinks = endpoint({
  method: 'DELETE',
  path: '/v1/appointments/{appointmentId}/links',
  summary: 'Revoke every link to this appointment',
  access: staff('dispatcher', 'agent', 'manager', 'administrator'),
  params,
  status: 204,
});
