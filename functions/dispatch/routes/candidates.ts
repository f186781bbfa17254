import { listCandidates } from '../../../shared/protocol/endpoints/appointments.ts';
import { candidatePlaces } from '../../../shared/routing/insertion-service/candidate-places.ts';
import { rankCandidates } from '../../../shared/rules/candidate-ranking.ts';
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
    const { places, changes } = candidatePlaces(question);
    const { technicians, preferences } = question;
    const ranking = rankCandidates({
      appointment,
      places,
      technicians: question.everyone,
      days: new Map(technicians.map((one) => [one.technician.id, one])),
      stock: new Map(technicians.map(({ technician, vanStock }) => [technician.id, vanStock])),
      skillNames: new Map(skills.map(({ id, name }) => [id, name])),
      day: query.day,
      now,
      preferences,
    });
    const isServed = ranking.candidates.some((one) => one.lateBySeconds === 0 && one.missingPartIds.length === 0);
    return { ...ranking, changes: isServed ? [] : changes(), travelSource: question.travel.source };
  }),
];
