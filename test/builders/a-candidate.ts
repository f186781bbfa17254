import * as z from 'zod/mini';
import { candidateSchema, type Candidate } from '../../shared/protocol/endpoints/appointments.ts';
import { tuesday } from './an-appointment.ts';
import { anId } from './an-id.ts';

/** Someone who could take an appointment at ten in the morning of Boston, touching nobody. */
export const aCandidate = (changes: Partial<Candidate> = {}): Candidate =>
  z.parse(candidateSchema, {
    technicianId: anId('technician'),
    score: 80,
    parts: [],
    plannedStartAt: `${tuesday}T14:00:00.000Z`,
    plannedEndAt: `${tuesday}T15:00:00.000Z`,
    from: 'start-place',
    travelSeconds: 600,
    travelMetres: 5000,
    addedTravelSeconds: 600,
    lateBySeconds: 0,
    moves: [],
    missingPartIds: [],
    ...changes,
  });
