import { addSeconds, isBefore, secondsBetween } from '../geo/instant-arithmetic.ts';
import type { TravelModel } from '../geo/travel-model.ts';
import type { Appointment } from '../model/appointment.ts';
import type { CustomerLink } from '../model/customer-link.ts';
import type { Position } from '../model/place.ts';
import type { LatestPosition, PositionFix } from '../model/position-fix.ts';
import type { Instant, InstantSpan } from '../model/time.ts';
import { isFinished } from './appointment-lifecycle.ts';
import { etaOf } from './eta.ts';

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
  // What was made of the whole way so far is better than what is left alone.
  const eta = question.latestPosition?.eta ?? etaFrom(fix, question);
  return {
    ...(eta && { eta: inMinutes(eta, now) }),
    position: fix.location,
    seenAt: fix.at,
    estimate: eta?.estimate ?? estimate,
  };
};

const etaFrom = ({ at, location }: PositionFix, { appointment, travel }: VisibilityQuestion) => {
  const { seconds } = travel.travel(location, appointment.place.location, Date.parse(at));
  return etaOf({ at, leftSeconds: seconds, source: travel.source });
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
  const { travelStartedAt: at, plannedTravelSeconds: leftSeconds } = appointment;
  if (at === undefined || leftSeconds === undefined) return undefined;
  const eta = etaOf({ at, leftSeconds, source: 'estimate' });
  return eta && isBefore(now, eta.to) ? inMinutes(eta, now) : undefined;
};

const minuteSeconds = 60;

/** In whole minutes, never in the past, and never narrower than a minute. */
const inMinutes = (eta: InstantSpan, now: Instant): InstantSpan => {
  const from = Math.max(Date.parse(eta.from), Date.parse(now)) / 1000;
  const to = Math.max(Date.parse(eta.to) / 1000, from + minuteSeconds);
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
