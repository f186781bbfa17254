import { secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import { dayOf, instantOf, weekdayOf } from '../../shared/geo/zoned-time.ts';
import type { TravelModel } from '../../shared/geo/travel-model.ts';
import type { Territory } from '../../shared/model/territory.ts';
import type { DriveSeen } from '../../shared/rules/follow-visit.ts';
import { nothingLearned, paceAfter } from '../../shared/rules/travel-pace.ts';
import { secondsAfter } from '../platform/clock.ts';
import { driveEntity } from '../store/entities/drive.ts';
import { travelPaceEntity } from '../store/entities/travel-pace.ts';
import { trailKeptSeconds } from '../store/keep-trail.ts';
import { alreadyThere, beginWork, type WorkContext } from '../store/unit-of-work.ts';

export interface DriveToRecord {
  readonly technicianId: string;
  readonly appointmentId: string;
  readonly home: Territory;
  readonly seen: DriveSeen;
  readonly source: TravelModel['source'];
}

const attempts = 6;

/** Keeps a drive and what it teaches about the territory and the technician, all together and once for each appointment. */
export const recordDrive = async (context: WorkContext, drive: DriveToRecord): Promise<void> => {
  const { technicianId, appointmentId, home, seen, source } = drive;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const work = beginWork(context);
    work.add(driveEntity, {
      technicianId,
      appointmentId,
      territoryId: home.id,
      ...seen,
      source,
      ...timeOf(seen.leftAt, home.timeZone),
      // As long as the trail that it was read from.
      expiresAt: secondsAfter(seen.arrivedAt, trailKeptSeconds),
    });
    for (const scopeId of [home.id, technicianId]) {
      const scope = { scopeId, source };
      const before = (await context.table.get(travelPaceEntity, context.tenantId, scope)) ?? nothingLearned(scope);
      work.update(travelPaceEntity, before, paceAfter(before, seen));
    }
    const result = await work.commit();
    if (result.ok || result.reason === alreadyThere) return;
  }
  throw new Error(`The drive to ${appointmentId} could not be kept in ${attempts} attempts`);
};

const timeOf = (at: string, zone: string) => {
  const day = dayOf(at, zone);
  const hour = Math.floor(secondsBetween(instantOf(day, '00:00', zone), at) / 3600);
  return { hour: Math.min(23, hour), weekday: weekdayOf(day) };
};
