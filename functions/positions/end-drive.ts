import type { Instant } from '../../shared/model/time.ts';
import type { Territory } from '../../shared/model/territory.ts';
import type { VisitFollowing } from '../../shared/model/visit-following.ts';
import { driveToDoor } from '../../shared/rules/follow-visit.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { recordDrive } from './record-drive.ts';
import type { TakeFixesDeps } from './take-fixes-deps.ts';

interface Whose {
  readonly tenantId: string;
  readonly technicianId: string;
  readonly home: Territory;
  readonly now: Instant;
}

/** Keeps the drive to the appointment before, where he confirmed his arrival and no fix came after that. */
export const endDrive = async (deps: TakeFixesDeps, whose: Whose, before: VisitFollowing): Promise<void> => {
  const { tenantId, technicianId, home, now } = whose;
  if (before.arrivedAt !== undefined || before.fence.stoodAt === undefined) return;
  const appointment = await deps.table.get(appointmentEntity, tenantId, { id: before.appointmentId }, 'eventually');
  if (!appointment) return;
  const { location } = appointment.place;
  const travel = await deps.travel.prepare(tenantId, {
    territoryId: home.id,
    roadNetwork: home.roadNetwork,
    places: [...(before.from ? [before.from] : []), location],
    centre: location,
    departAt: Date.parse(now),
  });
  const seen = driveToDoor(before, appointment, travel);
  if (!seen) return;
  const drive = { technicianId, appointmentId: appointment.id, home, seen, source: travel.source };
  await recordDrive({ ...deps, tenantId, now }, drive);
};
