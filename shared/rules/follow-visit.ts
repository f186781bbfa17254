import { metresBetween } from '../geo/distance.ts';
import { nextGeofence, outsideGeofence } from '../geo/geofence.ts';
import { addSeconds, isBefore, secondsBetween } from '../geo/instant-arithmetic.ts';
import { type TravelModel, unreachableSeconds } from '../geo/travel-model.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Drive } from '../model/drive.ts';
import type { Eta, PositionFix } from '../model/position-fix.ts';
import type { VisitFollowing } from '../model/visit-following.ts';
import { etaOf } from './eta.ts';
import type { Pace } from './travel-pace.ts';

type Followed = Pick<Appointment, 'id' | 'status' | 'place' | 'travelStartedAt'>;
export type DriveSeen = Pick<
  Drive,
  'from' | 'to' | 'leftAt' | 'arrivedAt' | 'seconds' | 'metres' | 'expectedSeconds' | 'spanHeld'
>;
export interface VisitSeen {
  readonly state: VisitFollowing;
  /** While he is on the way. */
  readonly eta?: Eta;
  /** Once, when the way has come to its end. */
  readonly drive?: DriveSeen;
}

/** The last fix before he said that he set out shows where from; clocks and networks differ by so much. */
const settingOutSeconds = 30;
/** So far from where he stood, he has driven off. */
const drivenOffMetres = 100;
/** Spans are judged by the last one told before so much of the time was over that the whole way should take: by time and not by place, for a place that is off would choose the worst spans. */
const judgedUntil = 0.25;
/** Of the way left, in seconds of the model for each that passed, beside what parking and turning make. */
const [fastestGrowth, fastestShrinking, slackSeconds] = [2, 3, 30];
/** A shorter way teaches nothing about roads. */
const leastDriveMetres = 500;

/** Follows a technician to an appointment and there, fix by fix in order of time. Late fixes do nothing. */
export const followVisit = (
  before: VisitFollowing | undefined,
  appointment: Followed,
  fixes: readonly PositionFix[],
  travel: TravelModel,
  pace?: Pace,
): VisitSeen => {
  let state = before?.appointmentId === appointment.id ? before : beginning(appointment);
  let drive: DriveSeen | undefined;
  let eta: Eta | undefined;
  for (const fix of fixes) {
    if (isEarlier(fix, appointment, state)) continue;
    const { state: fence, event, at } = nextGeofence(state.fence, fix, appointment.place.location);
    state = { ...(state.arrivedAt === undefined ? onTheWay(state, fix) : state), fence };
    if (event === 'arrived') {
      const { awayAt: _back, ...here } = state;
      if (state.arrivedAt === undefined) drive = driveOf(state, appointment, at, travel);
      state = { ...here, arrivedAt: state.arrivedAt ?? at };
    }
    if (event === 'left') state = { ...state, awayAt: at };
  }
  const last = fixes.at(-1);
  if (last && appointment.status === 'travelling' && state.arrivedAt === undefined) {
    ({ state, eta } = withEta(state, last, appointment, travel, pace));
  }
  return { state, ...(eta && { eta }), ...(drive && { drive }) };
};

const beginning = ({ id }: Followed): VisitFollowing => ({ appointmentId: id, fence: outsideGeofence, metres: 0 });

const isEarlier = ({ at }: PositionFix, { travelStartedAt }: Followed, { fence }: VisitFollowing): boolean =>
  (travelStartedAt !== undefined && isBefore(at, addSeconds(travelStartedAt, -settingOutSeconds))) ||
  (fence.lastFixAt !== undefined && !isBefore(fence.lastFixAt, at));

/** As long as he is near where he was first seen he has not left; from then on the way grows. */
const onTheWay = (state: VisitFollowing, { at, location, accuracyMetres }: PositionFix): VisitFollowing => {
  if (accuracyMetres > drivenOffMetres) return state;
  if (!state.from || metresBetween(state.from, location) <= drivenOffMetres) {
    if (state.metres > 2 * drivenOffMetres) return { ...state, ...further(state, location) };
    return { ...state, from: state.from ?? location, leftAt: at, last: location, metres: 0 };
  }
  return { ...state, ...further(state, location) };
};

const further = ({ last, metres }: VisitFollowing, location: PositionFix['location']) => ({
  last: location,
  metres: metres + (last ? metresBetween(last, location) : 0),
});

/** The span now, and the state with it where it is the one that will be held against the arrival: the last of its first quarter. */
const withEta = (
  state: VisitFollowing,
  { at, location }: PositionFix,
  { place }: Followed,
  travel: TravelModel,
  pace: Pace | undefined,
): { readonly state: VisitFollowing; readonly eta?: Eta } => {
  const leftSeconds = believedLeft(state, at, travel.travel(location, place.location, Date.parse(at)).seconds);
  const wholeSeconds = wholeWay(state, place, travel);
  const done =
    wholeSeconds !== undefined && state.leftAt !== undefined
      ? { wholeSeconds, expectedSeconds: wholeSeconds - leftSeconds, seconds: secondsBetween(state.leftAt, at) }
      : undefined;
  const eta = etaOf({ at, leftSeconds, source: travel.source, done, pace });
  if (!eta) return { state };
  const isEarly = done !== undefined && done.seconds <= judgedUntil * done.wholeSeconds;
  const told = isEarly ? { from: eta.from, to: eta.to } : state.told;
  const isLate = state.left !== undefined && isBefore(at, state.left.at);
  return { eta, state: isLate ? state : { ...state, ...(told && { told }), left: { at, seconds: leftSeconds } } };
};

/**
 * A fix that is some metres off may stand on the motorway under the bridge, from where the way is ten minutes longer or
 * shorter. Nobody's way grows or shrinks so fast: what lies between two fixes bounds it, and a true detour catches up.
 */
const believedLeft = ({ left }: VisitFollowing, at: string, seconds: number): number => {
  if (!left || seconds >= unreachableSeconds) return seconds;
  const between = Math.max(0, secondsBetween(left.at, at));
  const most = left.seconds + slackSeconds + fastestGrowth * between;
  return Math.min(most, Math.max(left.seconds - slackSeconds - fastestShrinking * between, seconds));
};

/** Once he has driven off. */
const wholeWay = ({ from, leftAt, metres }: VisitFollowing, place: Followed['place'], travel: TravelModel) => {
  if (!from || leftAt === undefined || metres <= drivenOffMetres) return undefined;
  const { seconds } = travel.travel(from, place.location, Date.parse(leftAt));
  return seconds < unreachableSeconds ? seconds : undefined;
};

/** The drive of a visit that ended before he was seen to stay: who confirms his arrival at the door is followed no further. */
export const driveToDoor = (
  state: VisitFollowing,
  appointment: Pick<Appointment, 'id' | 'status' | 'place' | 'actualStartAt'>,
  travel: TravelModel,
): DriveSeen | undefined => {
  const stoodAt = state.arrivedAt === undefined ? state.fence.stoodAt : undefined;
  if (stoodAt === undefined || appointment.actualStartAt === undefined) return undefined;
  return driveOf(state, appointment, stoodAt, travel);
};

const driveOf = (
  { from, leftAt, metres, told }: VisitFollowing,
  { place }: Pick<Followed, 'place'>,
  arrivedAt: string,
  travel: TravelModel,
): DriveSeen | undefined => {
  if (!from || leftAt === undefined || metres < leastDriveMetres || !isBefore(leftAt, arrivedAt)) return undefined;
  const expectedSeconds = travel.travel(from, place.location, Date.parse(leftAt)).seconds;
  if (expectedSeconds >= unreachableSeconds || expectedSeconds === 0) return undefined;
  return {
    from,
    to: place.location,
    leftAt,
    arrivedAt,
    seconds: Math.round(secondsBetween(leftAt, arrivedAt)),
    metres: Math.round(metres),
    expectedSeconds,
    ...(told && { spanHeld: !isBefore(arrivedAt, told.from) && !isBefore(told.to, arrivedAt) }),
  };
};
