import { serviceRequestSchema, type ServiceRequest } from '../../shared/model/service-request.ts';
import { homeTerritoryId } from './a-territory.ts';
import { aRecord } from './an-id.ts';

/** A fault told by phone on Tuesday at 08:00 in Boston. */
export const aServiceRequest = (changes: Partial<ServiceRequest> = {}): ServiceRequest =>
  serviceRequestSchema.parse({
    ...aRecord('serviceRequest'),
    kind: 'fault',
    channel: 'phone',
    status: 'new',
    subject: 'No hot water',
    contact: { name: 'Ines Okafor', phone: '+16175550188' },
    place: { location: [-71.07, 42.35], addressText: '12 Beacon Street' },
    receivedAt: '2026-05-12T12:00:00.000Z',
    dueBy: '2026-05-13T12:00:00.000Z',
    priority: 'normal',
    territoryId: homeTerritoryId,
    ...changes,
  });
