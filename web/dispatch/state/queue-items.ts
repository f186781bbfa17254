import type { Appointment } from '../../../shared/model/appointment.ts';
import type { ServiceRequest } from '../../../shared/model/service-request.ts';
import { matchesFilters } from './matches-filters.ts';
import type { Filters } from './place-in-address.ts';
import { requestUrgency, urgencyOf, type Urgency } from './tone-of.ts';

/** Something that waits: an appointment for a technician, or a request for an answer. */
export type QueueItem = {
  readonly id: string;
  readonly urgency: Urgency;
  readonly dueBy: string;
} & (
  | { readonly kind: 'appointment'; readonly appointment: Appointment }
  | { readonly kind: 'request'; readonly request: ServiceRequest }
);

/** Everything that waits: broken promises and emergencies at the top, then the oldest promise first. */
export const queueItemsOf = (
  backlog: readonly Appointment[],
  requests: readonly ServiceRequest[],
  now: number,
): QueueItem[] =>
  [
    ...backlog.map((appointment): QueueItem => {
      const { id, dueBy } = appointment;
      return { kind: 'appointment', id, dueBy, urgency: urgencyOf(appointment, now), appointment };
    }),
    ...requests.map((request): QueueItem => {
      const { id, dueBy } = request;
      return { kind: 'request', id, dueBy, urgency: requestUrgency(request, now), request };
    }),
  ].sort(
    (a, b) =>
      pressing(b, now) - pressing(a, now) || Date.parse(a.dueBy) - Date.parse(b.dueBy) || (a.id < b.id ? -1 : 1),
  );

const pressing = (item: QueueItem, now: number): number => {
  const { priority, dueBy } = item.kind === 'appointment' ? item.appointment : item.request;
  return Number(priority === 'emergency' || Date.parse(dueBy) < now);
};

/** Those that the filters in the address let through. */
export const filterQueue = (items: readonly QueueItem[], filters: Filters): QueueItem[] =>
  items.filter((item) => {
    if (filters.queue === 'urgent' && item.urgency === 'fine') return false;
    if (filters.queue === 'requests' && item.kind !== 'request') return false;
    return matchesFilters(item.kind === 'appointment' ? item.appointment : item.request, filters);
  });
