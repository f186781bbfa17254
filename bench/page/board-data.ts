import type { Appointment } from '../../shared/model/appointment.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { Territory } from '../../shared/model/territory.ts';
import type { BoardRow } from '../../shared/protocol/endpoints/board.ts';
import { randomFrom } from './random-from.ts';

export const day = '2026-05-12';
export const zone = 'America/New_York';
const hour = 3_600_000;
const morning = Date.parse('2026-05-12T12:00:00Z');
const at = (milliseconds: number): string => new Date(milliseconds).toISOString();
const idOf = (kind: string, number: number): string => `${kind}_01J${String(number).padStart(23, '0')}`;
const stamps = { version: 1, createdAt: at(morning), updatedAt: at(morning) };

export const territory: Territory = {
  ...stamps,
  id: idOf('tr', 1),
  name: 'Metro',
  timeZone: zone,
  area: { type: 'Polygon', coordinates: [] },
  operatingHours: [],
};

export interface BoardData {
  readonly technicians: readonly Technician[];
  readonly appointments: readonly Appointment[];
  readonly rows: readonly BoardRow[];
}

/** A full day: each technician has as many appointments as fit one after another, with travel, windows and promises. */
export const boardData = (technicianCount: number, appointmentCount: number, seed: number): BoardData => {
  const random = randomFrom(seed);
  const each = Math.ceil(appointmentCount / technicianCount);
  const technicians = Array.from({ length: technicianCount }, (_, i) => technician(i, random));
  const appointments = technicians.flatMap(({ id }, i) => {
    const slot = (9 * hour) / each;
    return Array.from({ length: each }, (_, j) => appointment(i * each + j, id, morning + j * slot, slot, random));
  });
  const rows = technicians.map(({ id }): BoardRow => ({
    technicianId: id,
    shifts: [{ from: at(morning), to: at(morning + 9 * hour) }],
    taken: [],
    liveState: 'available',
  }));
  return { technicians, appointments: appointments.slice(0, appointmentCount), rows };
};

const place = (random: () => number): Appointment['place'] => ({
  location: [-71.06 + random() * 0.1, 42.35 + random() * 0.1],
  addressText: `${Math.ceil(random() * 200)} Beacon Street`,
});

const technician = (number: number, random: () => number): Technician => ({
  ...stamps,
  id: idOf('te', number),
  name: `Technician ${String(number + 1).padStart(3, '0')}`,
  phone: '+16175550123',
  email: 'technician@example.com',
  language: 'en',
  employment: 'staff',
  territoryIds: [territory.id],
  skills: [],
  shifts: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
  breakRule: { earliest: '11:30', latest: '13:00', durationSeconds: 1800 },
  startPlace: place(random),
  vehicle: 'Van',
  active: true,
});

const subjects = ['Boiler, no heat', 'Lift stands still', 'Valve leaks', 'Meter swap', 'No hot water', 'Pump is loud'];

const appointment = (
  number: number,
  technicianId: string,
  slotAt: number,
  slot: number,
  random: () => number,
): Appointment => {
  const travel = Math.round(((0.1 + random() * 0.15) * slot) / 1000);
  const start = slotAt + travel * 1000;
  const durationSeconds = Math.round((slot * 0.7) / 1000);
  const from = at(start - hour / 2);
  return {
    ...stamps,
    id: idOf('ap', number),
    workOrderId: idOf('wo', number),
    workOrderNumber: `WO-${number}`,
    serviceRequestId: idOf('sr', number),
    territoryId: territory.id,
    workTypeId: idOf('wt', 1),
    status: 'dispatched',
    subject: subjects[number % subjects.length] ?? '',
    contact: { name: `Customer ${number}` },
    place: place(random),
    priority: 'normal',
    durationSeconds,
    skillRequirements: [],
    partRequirements: [],
    earliestStartAt: at(morning - 24 * hour),
    dueBy: at(start + 3 * hour),
    arrivalWindow: { from, to: at(start + hour) },
    day,
    assignments: [
      { technicianId, plannedStartAt: at(start), plannedEndAt: at(start + durationSeconds * 1000), locked: false },
    ],
    plannedTravelSeconds: travel,
    tasks: [],
  };
};
