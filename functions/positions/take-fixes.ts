import { isBefore, isWithin } from '../../shared/geo/instant-arithmetic.ts';
import { dayOf } from '../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { PositionFix } from '../../shared/model/position-fix.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { ResponseOf } from '../../shared/protocol/endpoint.ts';
import type { sendPositions } from '../../shared/protocol/endpoints/positions.ts';
import { followVisit, type VisitSeen } from '../../shared/rules/follow-visit.ts';
import { acceptFixes, isFollowed } from '../../shared/rules/position-acceptance.ts';
import { paceOf, type Pace } from '../../shared/rules/travel-pace.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import { latestPositionEntity, type KeptPosition } from '../store/entities/latest-position.ts';
import { travelPaceEntity } from '../store/entities/travel-pace.ts';
import { keepLatestPosition, keepSuspect } from '../store/keep-positions.ts';
import { keepTrail } from '../store/keep-trail.ts';
import { socketsOf } from '../store/questions/live.ts';
import { endDrive } from './end-drive.ts';
import { KnownFacts } from './known-facts.ts';
import { nextBatchSeconds } from './next-batch.ts';
import { presentAppointment } from './present-appointment.ts';
import { recordDrive } from './record-drive.ts';
import type { TakeFixesDeps } from './take-fixes-deps.ts';
import { whosePositions, type Whose } from './whose-positions.ts';

export interface Batch {
  readonly tenantId: string;
  readonly technicianId: string;
  /** Which of his devices sent it. */
  readonly device: string;
  readonly fixes: readonly PositionFix[];
  readonly now: string;
}
export type Taken = ResponseOf<typeof sendPositions>;
/** Keeps what is true of a batch: the newest fix as his position with what it tells of his visit, all of them as his trail. */
export type TakeFixes = (batch: Batch) => Promise<Taken>;

export const fixesTaker = (deps: TakeFixesDeps): TakeFixes => {
  const facts = new KnownFacts<Whose>();
  const watchers = new KnownFacts<boolean>();
  const { table } = deps;
  return async (batch) => {
    const { tenantId, technicianId, device, now } = batch;
    const read = () => whosePositions(table, tenantId, technicianId);
    const whose = await facts.get(`${tenantId}#${technicianId}`, Date.parse(now), read);
    const [before, busyWith] = await Promise.all([
      table.get(latestPositionEntity, tenantId, { technicianId }),
      presentAppointment(table, tenantId, technicianId, dayOf(now, whose.home.timeZone)),
    ]);
    const onDuty = onDutyOf(batch.fixes, whose, busyWith);
    const { latest, suspect, accepted } = acceptFixes(before?.fix, onDuty, now, before?.suspect);
    const followed = isFollowed(before, device, now);
    const newer = accepted.filter(({ at }) => before === undefined || isBefore(before.fix.at, at));
    const seen = followed && busyWith ? await follow(deps, batch, whose, { before, busyWith, newer }) : undefined;
    const kept = await keepTrail(table, {
      tenantId,
      technicianId,
      device,
      fixes: accepted,
      keptSeconds: whose.trailKeptSeconds,
    });
    if (latest && followed) {
      const shown = { technicianId, territoryId: whose.home.id, fix: latest, receivedAt: now };
      const visit = busyWith && { appointmentId: busyWith.id, ...(seen && factsOf(seen)) };
      await keepLatestPosition(table, tenantId, { ...shown, ...visit, device, ...(suspect && { suspect }) });
    } else if (before && followed && suspect) await keepSuspect(table, tenantId, { ...before, suspect });
    const isWatched = async () => (await socketsOf(table, tenantId, whose.home.id)).length > 0;
    const watched = await watchers.get(`${tenantId}#${whose.home.id}`, Date.parse(now), isWatched);
    return {
      accepted: kept,
      ignored: batch.fixes.length - kept,
      nextBatchSeconds: nextBatchSeconds({ now, eta: seen?.eta, before: before?.fix, latest, watched }),
      ...(seen && busyWith && suggestionsOf(seen, busyWith)),
    };
  };
};

/** Off shift nobody is followed, unless he says himself that he is on his way or at work. Instants get milliseconds: the table compares them as text. */
const onDutyOf = (fixes: readonly PositionFix[], { technician, home }: Whose, busyWith: Appointment | undefined) =>
  fixes
    .map((fix) => ({ ...fix, at: new Date(fix.at).toISOString() }))
    .filter((fix) => busyWith !== undefined || isOnShift(technician, fix, home.timeZone));

const isOnShift = (technician: Technician, { at }: PositionFix, zone: string): boolean =>
  shiftsOn(technician, dayOf(at, zone), zone).some((shift) => isWithin(at, shift));

interface Following {
  readonly before: KeptPosition | undefined;
  readonly busyWith: Appointment;
  readonly newer: readonly PositionFix[];
}

const follow = async (
  deps: TakeFixesDeps,
  { tenantId, technicianId, now }: Batch,
  { home }: Whose,
  { before, busyWith, newer }: Following,
): Promise<VisitSeen> => {
  const known = before?.following;
  if (known && known.appointmentId !== busyWith.id) await endDrive(deps, { tenantId, technicianId, home, now }, known);
  const travelling = busyWith.status === 'travelling' && known?.arrivedAt === undefined;
  const places = [...(known?.from ? [known.from] : []), ...newer.slice(-1).map(({ location }) => location)];
  const travel = await deps.travel.prepare(tenantId, {
    territoryId: home.id,
    roadNetwork: home.roadNetwork,
    places: [...places, busyWith.place.location],
    centre: busyWith.place.location,
    departAt: Date.parse(now),
  });
  const pace = travelling ? await presentPace(deps, tenantId, home.id, technicianId, travel.source) : undefined;
  const seen = followVisit(known, busyWith, newer, travel, pace);
  if (seen.drive) {
    const drive = { technicianId, appointmentId: busyWith.id, home, seen: seen.drive, source: travel.source };
    await recordDrive({ ...deps, tenantId, now }, drive);
  }
  return seen;
};

const presentPace = async (
  { table }: TakeFixesDeps,
  tenantId: string,
  territoryId: string,
  technicianId: string,
  source: KeptPace['source'],
): Promise<Pace> => {
  const [territory, technician] = await Promise.all(
    [territoryId, technicianId].map((scopeId) =>
      table.get(travelPaceEntity, tenantId, { scopeId, source }, 'eventually'),
    ),
  );
  return paceOf(territory, technician);
};
type KeptPace = Parameters<typeof travelPaceEntity.key>[0];

const factsOf = ({ state, eta }: VisitSeen) => {
  const seemsArrivedAt = state.arrivedAt ?? state.fence.stoodAt;
  return {
    following: state,
    ...(eta && { eta }),
    ...(seemsArrivedAt !== undefined && { seemsArrivedAt }),
    ...(state.awayAt !== undefined && { seemsLeftAt: state.awayAt }),
  };
};

/** What he is asked to confirm. */
const suggestionsOf = ({ state, eta }: VisitSeen, { id, status }: Appointment) => {
  const there = state.awayAt === undefined && (state.arrivedAt ?? state.fence.stoodAt) !== undefined;
  return {
    ...(status === 'travelling' && there && { arrivalSuggestedFor: id }),
    ...(status === 'on-site' && state.awayAt !== undefined && { departureSuggestedFor: id }),
    ...(eta && { eta }),
  };
};
