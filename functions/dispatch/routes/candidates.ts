import type { Appointment } from '../../../shared/model/appointment.ts';
import { listCandidates } from '../../../shared/protocol/endpoints/appointments.ts';
import { candidatePlaces } from '../../../shared/routing/insertion-service/candidate-places.ts';
import { isAssignedTo } from '../../../shared/rules/appointment-lifecycle.ts';
import { rankCandidates, type RankedCandidate, type RankingQuestion } from '../../../shared/rules/candidate-ranking.ts';
import { crewOf, lacksCrew } from '../../../shared/rules/crew-of.ts';
import { missingParts } from '../../../shared/rules/missing-parts.ts';
import { rankCrews } from '../../../shared/rules/rank-crews.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { allSkills } from '../../store/questions/catalogue.ts';
import { insertionQuestion } from '../insertion-question.ts';
import { staffRoute, type Route } from '../route.ts';

export const candidateRoutes: readonly Route[] = [
  staffRoute(listCandidates, async (asked) => {
    const { now, query } = asked;
    const appointment = await appointmentOf(asked, asked.params.appointmentId);
    const [skills, question] = await Promise.all([
      allSkills(asked.deps.table, asked.tenantId),
      insertionQuestion(asked, appointment, query.day),
    ]);
    const { places, crews, changes } = candidatePlaces(question);
    const { technicians, preferences } = question;
    const stock = new Map(technicians.map(({ technician, vanStock }) => [technician.id, vanStock]));
    const named = question.named.get(appointment.id);
    const ranked: RankingQuestion = {
      appointment: withoutParts(appointment, stock),
      places,
      technicians: question.everyone.filter(({ id }) => !isOneOf(appointment, id)),
      days: new Map(technicians.map((one) => [one.technician.id, one])),
      stock,
      skillNames: new Map(skills.map(({ id, name }) => [id, name])),
      day: query.day,
      now,
      preferences,
      preferredIds: named?.preferred,
      forbiddenBy: named?.forbiddenBy,
    };
    const ranking = rankCandidates(ranked);
    const sets = rankCrews(ranked, crews);
    const offered =
      crewOf(appointment).missing > 1 && !lacksCrew(appointment)
        ? sets.map(({ members }) => members)
        : ranking.candidates.map((one) => [one]);
    const isServed = offered.some((members) => members.every(isInTimeWithParts));
    return {
      ...ranking,
      ...(sets.length > 0 && { crews: sets }),
      changes: isServed ? [] : changes(),
      ...(named && named.preferred.length > 0 && { preferredIds: [...named.preferred] }),
      travelSource: question.travel.source,
    };
  }),
];

const isInTimeWithParts = ({ lateBySeconds, missingPartIds }: RankedCandidate): boolean =>
  lateBySeconds === 0 && missingPartIds.length === 0;

/** Who is in a crew already is not asked whether he could join it. */
const isOneOf = (appointment: Appointment, technicianId: string): boolean =>
  lacksCrew(appointment) && isAssignedTo(appointment, technicianId);

/** Who joins a crew brings no parts where one who is there has them. */
const withoutParts = (
  appointment: Appointment,
  stock: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Appointment =>
  lacksCrew(appointment) &&
  appointment.assignments.some(
    ({ technicianId }) =>
      missingParts(appointment.partRequirements, stock.get(technicianId) ?? new Map<string, number>()).length === 0,
  )
    ? { ...appointment, partRequirements: [] }
    : appointment;
