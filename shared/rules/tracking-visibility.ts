import { addSeconds, isBefore, secondsBetween } from '../geo/instant-arithmetic.ts';
import type { TravelModel } from '../geo/travel-model.ts';
import type { Appointment } from '../model/appointment.ts';
import type { CustomerLink } from '../model/customer-link.ts';
import type { Position } from '../model/place.ts';
import type { LatestPosition } from '../model/position-fix.ts';
import type { Instant, InstantSpan } from '../model/time.ts';
import { isFinished } from './appointment-lifecycle.ts';

export interface VisibilityQuestion {
  readonly appointment: Appointment;
  readonly latestPosition?: LatestPosition | undefined;
  readonly now: Instant;
  readonly travel: TravelModel;
}

/** What the customer's page may show beside the status; what is not here he must not learn. */
export interface CustomerView {
  /** Name and vehicle of who comes: from the assignment on, until the work is over. */
  readonly showsTechnician: boolean;
  readonly arrivalWindow?: InstantSpan;
  /** Present exactly while he travels to this customer. */
  readonly onTheWay?: {
    readonly eta?: InstantSpan;
    readonly position?: Position;
    readonly seenAt?: Instant;
    readonly estimate: boolean;
  };
}

/** The last fix before he said that he set out shows where he sets out from; clocks and networks differ by so much. */
const settingOutSeconds = 30;

/** An older position says little about where he is now. */
const staleAfterSeconds = 10 * 60;

export const visibleToCustomer = (question: VisibilityQuestion): CustomerView => {
  const { appointment } = question;
  if (isFinished(appointment.status)) return { showsTechnician: false };
  return {
    showsTechnician: appointment.assignments.length > 0,
    ...(appointment.arrivalWindow && { arrivalWindow: appointment.arrivalWindow }),
    ...(appointment.status === 'travelling' && { onTheWay: onTheWay(question) }),
  };
};

const onTheWay = (question: VisibilityQuestion): NonNullable<CustomerView['onTheWay']> => {
  const { appointment, now, travel } = question;
  const estimate = travel.source === 'estimate';
  const fix = positionTowards(question);
  if (!fix) {
    const eta = plannedEta(appointment, now);
    return { ...(eta && { eta }), estimate: true };
  }
  const leg = travel.travel(fix.location, appointment.place.location, Date.parse(fix.at));
  return { eta: etaSpan(fix.at, leg.seconds, now), position: fix.location, seenAt: fix.at, estimate };
};

/** The fix of this very journey: of the technician who travels here, taken since he set out, and fresh. */
const positionTowards = ({ appointment, latestPosition, now }: VisibilityQuestion) => {
  if (!latestPosition || latestPosition.appointmentId !== appointment.id) return undefined;
  if (!appointment.assignments.some(({ technicianId }) => technicianId === latestPosition.technicianId))
    return undefined;
  const { fix } = latestPosition;
  if (appointment.travelStartedAt === undefined) return undefined;
  if (isBefore(fix.at, addSeconds(appointment.travelStartedAt, -settingOutSeconds))) return undefined;
  return secondsBetween(fix.at, now) > staleAfterSeconds ? undefined : fix;
};

const plannedEta = (appointment: Appointment, now: Instant): InstantSpan | undefined => {
  if (appointment.travelStartedAt === undefined || appointment.plannedTravelSeconds === undefined) return undefined;
  const eta = etaSpan(appointment.travelStartedAt, appointment.plannedTravelSeconds, now);
  return isBefore(now, eta.to) ? eta : undefined;
};

const minuteSeconds = 60;

/** From a little before to somewhat after the computed arrival, in whole minutes, never in the past: being told too early costs more trust. */
const etaSpan = (leftAt: Instant, seconds: number, now: Instant): InstantSpan => {
  const arrival = Date.parse(leftAt) / 1000 + seconds;
  const from = Math.max(arrival - Math.max(2 * minuteSeconds, seconds * 0.1), Date.parse(now) / 1000);
  const to = Math.max(arrival + Math.max(5 * minuteSeconds, seconds * 0.25), from + minuteSeconds);
  return { from: wholeMinute(Math.floor(from / minuteSeconds)), to: wholeMinute(Math.ceil(to / minuteSeconds)) };
};

const wholeMinute = (minutes: number): Instant => new Date(minutes * minuteSeconds * 1000).toISOString();

export type LinkEnd = 'revoked' | 'expired' | 'finished';

const visibleAfterEndSeconds = 86_400;

/** Why a link no longer opens anything, or nothing while it does. A visit's link dies a day after its appointment ended. */
export const linkEnded = (
  link: Pick<CustomerLink, 'revokedAt' | 'expiresAt'>,
  appointment: Pick<Appointment, 'status' | 'actualEndAt' | 'updatedAt'> | undefined,
  now: Instant,
): LinkEnd | undefined => {
  if (link.revokedAt !== undefined) return 'revoked';
  if (link.expiresAt !== undefined && !isBefore(now, link.expiresAt)) return 'expired';
  if (!appointment || !isFinished(appointment.status)) return undefined;
  const endedAt = appointment.actualEndAt ?? appointment.updatedAt;
  return isBefore(now, addSeconds(endedAt, visibleAfterEndSeconds)) ? undefined : 'finished';
};
