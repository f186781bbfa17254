import { isBefore } from '../../shared/geo/instant-arithmetic.ts';
import type { Appointment, Assignment } from '../../shared/model/appointment.ts';
import { checkAssignment, guardDaysOf, type SoftReason } from '../../shared/rules/assignment.ts';
import type { VisitChange, VisitRefusal } from '../../shared/rules/mutations/visit-rule.ts';
import { homeOf, technicianOf } from '../api/technician-of.ts';
import { technicianDayEntity } from '../store/entities/technician-day.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import { allSkills } from '../store/questions/catalogue.ts';
import { technicianDay } from '../store/questions/technician-days.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { StaffAsked } from './route.ts';

/** Two who agree on a street corner know what they do. */
const acceptedDespite: readonly SoftReason[] = [
  'off-shift',
  'after-due-time',
  'part-not-on-van',
  'outside-arrival-window',
];

/** A change that hands over takes the colleague's time on his guard, or is refused by the first rule that forbids it; every other change passes as it is. */
export const handToColleague = async (
  asked: StaffAsked,
  work: UnitOfWork,
  change: VisitChange,
): Promise<VisitChange | VisitRefusal> => {
  const { handedTo, appointment } = change;
  if (handedTo === undefined || !appointment) return change;
  const { deps, tenantId, now } = asked;
  const [colleague, territory, skills] = await Promise.all([
    technicianOf(asked, handedTo),
    deps.table.get(territoryEntity, tenantId, { id: appointment.territoryId }),
    allSkills(deps.table, tenantId),
  ]);
  if (!colleague || !territory) return { reason: 'unknown-technician', detail: 'There is no such technician.' };
  const { timeZone: homeZone } = await homeOf(asked, colleague);
  const plannedStartAt = startOf(appointment, handedTo, now);
  const days = guardDaysOf(plannedStartAt, appointment.durationSeconds, homeZone);
  const technicianDays = await Promise.all(days.map((day) => technicianDay(deps.table, tenantId, handedTo, day)));
  const checked = checkAssignment({
    // Its own state was judged by the rule of handing over.
    appointment: { ...appointment, status: 'dispatched' },
    technician: colleague,
    territory,
    homeZone,
    technicianDays,
    vanStock: new Map(),
    plannedStartAt,
    now,
    despite: acceptedDespite,
    skillNames: new Map(skills.map(({ id, name }) => [id, name])),
  });
  if (!checked.ok) return { reason: checked.reason, detail: `${colleague.name}: ${checked.fact}.` };
  for (const guard of checked.technicianDays) work.update(technicianDayEntity, guard, guard);
  const { plannedEndAt, day } = checked;
  const theirs: Assignment = { technicianId: handedTo, plannedStartAt, plannedEndAt, locked: false };
  const assignments = appointment.assignments.map((one) => (one.technicianId === handedTo ? theirs : one));
  return { ...change, appointment: { ...appointment, assignments, day } };
};

/** As planned, or now where that is over. */
const startOf = ({ assignments }: Appointment, technicianId: string, now: string): string => {
  const planned = assignments.find((one) => one.technicianId === technicianId)?.plannedStartAt ?? now;
  return isBefore(planned, now) ? now : planned;
};
