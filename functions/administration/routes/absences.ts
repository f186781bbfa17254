import { daysTouched } from '../../../shared/geo/zoned-time.ts';
import type { InstantSpan } from '../../../shared/model/time.ts';
import type { TechnicianDay } from '../../../shared/model/technician-day.ts';
import * as endpoints from '../../../shared/protocol/endpoints/technicians.ts';
import { takeAbsence } from '../../../shared/rules/take-absence.ts';
import { freeInterval } from '../../../shared/rules/technician-day.ts';
import { actorOf } from '../../api/actor-of.ts';
import { homeOf, technicianOf } from '../../api/technician-of.ts';
import { badField, notFound, Refusal } from '../../platform/errors.ts';
import { absenceEntity } from '../../store/entities/absence.ts';
import { technicianDayEntity } from '../../store/entities/technician-day.ts';
import { absencesOf } from '../../store/questions/absences-of.ts';
import { daysOfTechnician } from '../../store/questions/technician-days.ts';
import { appointmentsById } from '../../store/questions/things-by-id.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const absenceRoutes: readonly Route[] = [
  staffRoute(endpoints.listAbsences, async (asked) => {
    await requireTechnician(asked, asked.params.technicianId);
    const all = await absencesOf(asked.deps.table, asked.tenantId, asked.params.technicianId);
    const { endingAfter } = asked.query;
    const after = endingAfter === undefined ? -Infinity : Date.parse(endingAfter);
    return { items: all.filter(({ span }) => Date.parse(span.to) > after) };
  }),

  staffRoute(endpoints.addAbsence, (asked) =>
    asked.decide(async () => {
      const { body, params, deps } = asked;
      const { despite, ...told } = body;
      const guards = await guardsOf(asked, params.technicianId, told.span);
      const id = deps.newId('absence');
      const taken = takeAbsence(guards, { id, span: told.span }, despite);
      if (!taken.ok) throw await refusalOf(asked, taken);
      const work = asked.begin();
      const absence = work.create(absenceEntity, { id, technicianId: params.technicianId, ...told });
      taken.days.forEach((day, i) => work.update(technicianDayEntity, guards[i] ?? day, day));
      const { from, to } = told.span;
      work.record(params.technicianId, 'absence.added', actorOf(asked.caller), { kind: told.kind, from, to });
      return { work, answer: absence };
    }),
  ),

  staffRoute(endpoints.removeAbsence, (asked) =>
    asked.decide(async () => {
      const { params, deps, tenantId } = asked;
      const absence = await deps.table.get(absenceEntity, tenantId, {
        technicianId: params.technicianId,
        id: params.absenceId,
      });
      if (!absence) throw notFound('absence');
      const work = asked.begin();
      work.remove(absenceEntity, absence, absence);
      for (const guard of await guardsOf(asked, params.technicianId, absence.span)) {
        const holds = guard.intervals.some(({ id }) => id === absence.id);
        if (holds) work.update(technicianDayEntity, guard, freeInterval(guard, absence.id));
      }
      const { kind, span } = absence;
      work.record(params.technicianId, 'absence.removed', actorOf(asked.caller), { kind, ...span });
      return { work, answer: undefined };
    }),
  ),
];

const requireTechnician = async (asked: StaffAsked, id: string) => {
  const technician = await technicianOf(asked, id);
  if (!technician) throw notFound('technician');
  return technician;
};

/** The guards of the days that a span touches, in the technician's own zone. */
const guardsOf = async (asked: StaffAsked, technicianId: string, span: InstantSpan): Promise<TechnicianDay[]> => {
  const technician = await requireTechnician(asked, technicianId);
  const lasts = (Date.parse(span.to) - Date.parse(span.from)) / 86_400_000;
  if (lasts > endpoints.mostAbsenceDays) {
    throw badField(
      'body.span.to',
      `an absence takes at most ${endpoints.mostAbsenceDays} days; add the rest as another one`,
    );
  }
  const { timeZone } = await homeOf(asked, technician);
  return daysOfTechnician(asked.deps.table, asked.tenantId, technicianId, daysTouched(span, timeZone));
};

const refusalOf = async (
  { deps, tenantId }: StaffAsked,
  { reason, ids }: { readonly reason: 'work-planned' | 'already-absent'; readonly ids: readonly string[] },
): Promise<Refusal> => {
  if (reason === 'already-absent') {
    return new Refusal('conflict', { reason, detail: 'He is absent in that time already.' });
  }
  const appointments = await appointmentsById(deps.table, tenantId, ids);
  const numbers = appointments.map(({ workOrderNumber }) => workOrderNumber);
  return new Refusal('conflict', {
    reason,
    detail: `Work is planned for him in that time: ${numbers.slice(0, 5).join(', ')}.`,
    present: { appointments },
  });
};
