import type { Appointment } from '../../../shared/model/appointment.ts';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
import type { TechnicianView, Visit } from '../../../shared/model/technician-view.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aWorkOrder } from '../../builders/a-work-order.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';

export const technician = aTechnician();

/** A stop of the technician with nothing but what was decided of it. */
export const aVisit = (changes: Partial<Appointment> = {}): Visit => ({
  appointment: anAssignedAppointment(technician.id, '2026-05-12T14:30:00.000Z', { status: 'accepted', ...changes }),
  coverage: aWorkOrder().coverage,
  coverageFacts: {
    validAt: '2026-05-12T12:00:00.000Z',
    timeZone: 'America/New_York',
    currency: 'USD',
    warranties: [],
    contracts: [],
    usages: [],
    priceLists: [],
    policy: { precedence: [...usualPrecedence] },
    work: { labour: [], travel: [], parts: [] },
  },
  pastVisits: [],
  meterReadings: [],
  notes: [],
  photos: [],
  signatures: [],
  partUsages: [],
});

/** The technician's view with these stops today. */
export const aTechnicianView = (...visits: Visit[]): TechnicianView => ({
  technician,
  timeZone: 'America/New_York',
  days: [
    {
      day: '2026-05-12',
      shifts: [],
      appointmentIds: visits.map(({ appointment }) => appointment.id),
      legs: [],
    },
  ],
  visits,
  stock: [],
  parts: [],
  knowledge: [],
  colleagues: [],
  timeEntries: [],
  notices: [],
});
