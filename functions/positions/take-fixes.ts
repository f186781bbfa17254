import { isWithin } from '../../shared/geo/instant-arithmetic.ts';
import { dayOf } from '../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { PositionFix } from '../../shared/model/position-fix.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { ResponseOf } from '../../shared/protocol/endpoint.ts';
import type { sendPositions } from '../../shared/protocol/endpoints/positions.ts';
import { arrivalSuggestion } from '../../shared/rules/arrival-suggestion.ts';
import { acceptFixes } from '../../shared/rules/position-acceptance.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import { secondsAfter } from '../platform/clock.ts';
import { Refusal } from '../platform/errors.ts';
import { technicianDay } from '../store/questions/technician-days.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';
import { latestPositionEntity } from '../store/entities/latest-position.ts';
import { technicianEntity } from '../store/entities/technician.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import { keepLatestPosition, keepTrail, recentTrail } from '../store/keep-positions.ts';
import type { Table } from '../store/table-client.ts';

export interface Batch {
  readonly table: Table;
  readonly tenantId: string;
  readonly technicianId: string;
  readonly fixes: readonly PositionFix[];
  readonly now: string;
}

/** Where somebody was is kept for so long, then the table forgets it. */
const trailKeptSeconds = 60 * 86_400;

/** Keeps what is true of a batch: the newest fix as his position, all of them as his trail. Two writes, whatever the batch holds. */
export const takeFixes = async (batch: Batch): Promise<ResponseOf<typeof sendPositions>> => {
  const { table, tenantId, technicianId, now } = batch;
  // Facts of weeks, not of seconds: read at half the price.
  const technician = await table.get(technicianEntity, tenantId, { id: technicianId }, 'eventually');
  if (!technician?.active) throw new Refusal('not-allowed', { detail: 'This account names no active technician.' });
  const [homeTerritoryId = ''] = technician.territoryIds;
  const [home, before] = await Promise.all([
    table.get(territoryEntity, tenantId, { id: homeTerritoryId }, 'eventually'),
    table.get(latestPositionEntity, tenantId, { technicianId }),
  ]);
  if (!home) throw new Error(`The home territory of ${technicianId} is missing`);
  const busyWith = await presentAppointment(batch, dayOf(now, home.timeZone));
  const onDuty = normalised(batch.fixes).filter((fix) => busyWith || isOnShift(technician, fix, home.timeZone));
  const { latest, accepted } = acceptFixes(before?.fix, onDuty, now);
  const suggested = await arrivalIn(batch, busyWith, accepted);
  if (latest) {
    const position = { technicianId, territoryId: home.id, fix: latest, receivedAt: now };
    await keepLatestPosition(table, tenantId, { ...position, ...(busyWith && { appointmentId: busyWith.id }) });
  }
  const [first] = accepted;
  if (first) {
    const expiresAt = secondsAfter(now, trailKeptSeconds);
    await keepTrail(table, tenantId, { technicianId, firstFixAt: first.at, fixes: [...accepted], expiresAt });
  }
  return {
    accepted: accepted.length,
    ignored: batch.fixes.length - accepted.length,
    ...(suggested !== undefined && { arrivalSuggestedFor: suggested }),
  };
};

/** With milliseconds, so that the table compares instants as text. */
const normalised = (fixes: readonly PositionFix[]): PositionFix[] =>
  fixes.map((fix) => ({ ...fix, at: new Date(fix.at).toISOString() }));

/** Off shift nobody is followed, unless he says himself that he is on his way or at work. */
const isOnShift = (technician: Technician, { at }: PositionFix, zone: string): boolean =>
  shiftsOn(technician, dayOf(at, zone), zone).some((shift) => isWithin(at, shift));

/** The appointment he travels to or works on. */
const presentAppointment = async (
  { table, tenantId, technicianId }: Batch,
  day: string,
): Promise<Appointment | undefined> => {
  const { intervals } = await technicianDay(table, tenantId, technicianId, day);
  const ids = intervals.filter(({ kind }) => kind === 'appointment').map(({ id }) => id);
  const appointments = await appointmentsById(table, tenantId, ids);
  return (
    appointments.find(({ status }) => status === 'travelling') ??
    appointments.find(({ status }) => status === 'on-site')
  );
};

/** The geofence needs what came before this batch; the trail holds it. */
const arrivalIn = async (
  { table, tenantId, technicianId }: Batch,
  appointment: Appointment | undefined,
  accepted: readonly PositionFix[],
): Promise<string | undefined> => {
  if (appointment?.status !== 'travelling' || accepted.length === 0) return undefined;
  const earlier = await recentTrail(table, tenantId, technicianId);
  const fixes = [...earlier, ...accepted].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return arrivalSuggestion(appointment, fixes).suggestedFor;
};
