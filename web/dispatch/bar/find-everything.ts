import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Customer } from '../../../shared/model/customer.ts';
import type { ServiceRequest } from '../../../shared/model/service-request.ts';
import type { Technician } from '../../../shared/model/technician.ts';

export type Found =
  | { readonly kind: 'appointment'; readonly id: string; readonly appointment: Appointment }
  | { readonly kind: 'request'; readonly id: string; readonly request: ServiceRequest }
  | { readonly kind: 'customer'; readonly id: string; readonly customer: Customer }
  | { readonly kind: 'technician'; readonly id: string; readonly technician: Technician };

const most = 9;

/** What on this board has all of the words somewhere: numbers, subjects, names, addresses, phones; then the customers that the server found. */
export const findEverything = (
  words: string,
  on: {
    readonly appointments: Iterable<Appointment>;
    readonly requests: Iterable<ServiceRequest>;
    readonly technicians: Iterable<Technician>;
    readonly customers: readonly Customer[];
  },
): Found[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const has = (...texts: (string | undefined)[]) => {
    const text = texts.join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const told = ({ subject, contact, place }: Appointment | ServiceRequest) => [
    subject,
    contact.name,
    contact.phone,
    place.addressText,
  ];
  const customers = on.customers.map((customer): Found => ({ kind: 'customer', id: customer.id, customer }));
  const here = [
    ...[...on.technicians]
      .filter((one) => has(one.name, one.phone, one.vehicle))
      .map((technician): Found => ({ kind: 'technician', id: technician.id, technician })),
    ...[...on.appointments]
      .filter((one) => has(one.workOrderNumber, ...told(one)))
      .map((appointment): Found => ({ kind: 'appointment', id: appointment.id, appointment })),
    ...[...on.requests]
      .filter((one) => has(...told(one)))
      .map((request): Found => ({ kind: 'request', id: request.id, request })),
  ];
  return [...here.slice(0, most - customers.length), ...customers];
};
