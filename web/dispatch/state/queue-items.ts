import type { Appointment } from '../../../shared/model/appointment.ts';
import type { ServiceRequest } from '../../../shared/model/service-request.ts';
import type { SlaClock } from '../../../shared/model/sla.ts';
import { clockTone } from './clock-tone.ts';
import { matchesFilters } from './matches-filters.ts';
import type { Filters } from './place-in-address.ts';
import { never, pressingClock } from './pressing-clock.ts';
import { requestUrgency, urgencyOf, type Urgency } from './tone-of.ts';

/** Something that waits: an appointment for a technician, or a request for an answer. */
export type QueueItem = {
  readonly id: string;
  readonly urgency: Urgency;
  readonly dueBy: string;
  /** The promised time that breaches first; absent where none runs. */
  readonly clock?: SlaClock;
} & (
  | { readonly kind: 'appointment'; readonly appointment: Appointment }
  | { readonly kind: 'request'; readonly request: ServiceRequest }
);

/** Everything that waits: broken promises and emergencies at the top, then what breaches first; what stands still comes last. */
export const queueItemsOf = (
  backlog: readonly Appointment[],
  requests: readonly ServiceRequest[],
  now: number,
  clocksOf: (id: string) => readonly SlaClock[] = () => [],
): QueueItem[] =>
  [
    ...backlog.map((appointment): QueueItem => {
      const { id, dueBy } = appointment;
      const urgency = urgencyOf(appointment, now);
      return { kind: 'appointment', id, dueBy, ...withClock(urgency, clocksOf(id), now), appointment };
    }),
    ...requests.map((request): QueueItem => {
      const { id, dueBy } = request;
      return { kind: 'request', id, dueBy, ...withClock(requestUrgency(request, now), clocksOf(id), now), request };
    }),
  ].sort((a, b) => pressing(b, now) - pressing(a, now) || breachesAt(a) - breachesAt(b) || (a.id < b.id ? -1 : 1));

/** The worse of what the plan and what the promised time say. */
const withClock = (
  urgency: Urgency,
  clocks: readonly SlaClock[],
  now: number,
): Pick<QueueItem, 'urgency' | 'clock'> => {
  const clock = pressingClock(clocks);
  if (!clock) return { urgency };
  const tone = clockTone(clock, now);
  const byClock: Urgency = tone === 'late' || tone === 'risk' ? tone : 'fine';
  return { urgency: rank[byClock] > rank[urgency] ? byClock : urgency, clock };
};
const rank = { fine: 0, risk: 1, late: 2 } as const;

const breachesAt = ({ clock, dueBy }: QueueItem): number => Date.parse(clock ? (clock.dueAt ?? never) : dueBy);

const pressing = (item: QueueItem, now: number): number => {
  const { priority } = item.kind === 'appointment' ? item.appointment : item.request;
  return Number(priority === 'emergency' || breachesAt(item) < now);
};

/** Those that the filters in the address let through. */
export const filterQueue = (items: readonly QueueItem[], filters: Filters): QueueItem[] =>
  items.filter((item) => {
    if (filters.queue === 'urgent' && item.urgency === 'fine') return false;
    if (filters.queue === 'requests' && item.kind !== 'request') return false;
    return matchesFilters(item.kind === 'appointment' ? item.appointment : item.request, filters);
  });
