import type { Appointment } from '../../../shared/model/appointment.ts';
import type { AppointmentMove } from '../../../shared/protocol/endpoints/appointment-moves.ts';
import type { Problem } from '../../../shared/protocol/problem.ts';
import { ApiProblem } from '../../../web/api/api-problem.ts';
import type { Api } from '../../../web/api/api.ts';
import { anApi } from '../an-api.ts';

const refusal = (code: Problem['code']): ApiProblem =>
  new ApiProblem({ type: `urn:fieldline:problem:${code}`, title: code, status: 409, code });

/** A server that keeps appointments, moves them together or not at all, by version, and never twice over at one time. */
export class MovingServer {
  appointments: ReadonlyMap<string, Appointment>;

  constructor(appointments: readonly Appointment[]) {
    this.appointments = new Map(appointments.map((one) => [one.id, one]));
  }

  get api(): Api {
    return anApi(async (_, { body }: { body: { moves: AppointmentMove[] } }) => ({
      appointments: this.move(body.moves),
    }));
  }

  move(moves: readonly AppointmentMove[]): Appointment[] {
    const next = new Map(this.appointments);
    const moved = moves.map(({ appointmentId, version, to }) => {
      const before = this.appointments.get(appointmentId);
      if (!before) throw refusal('not-found');
      if (before.version !== version) throw refusal('changed-meanwhile');
      const after = placed({ ...before, version: version + 1 }, to);
      next.set(after.id, after);
      return after;
    });
    if (hasOverlap([...next.values()])) throw refusal('double-booking');
    this.appointments = next;
    return moved;
  }
}

const placed = (appointment: Appointment, to: AppointmentMove['to']): Appointment => {
  if (!to) return { ...appointment, status: 'unscheduled', assignments: [] };
  const { plannedStartAt, durationSeconds = appointment.durationSeconds } = to;
  const locked = to.locked ?? appointment.assignments[0]?.locked ?? false;
  const plannedEndAt = new Date(Date.parse(plannedStartAt) + durationSeconds * 1000).toISOString();
  const assignments = to.technicianIds.map((technicianId) => ({ technicianId, plannedStartAt, plannedEndAt, locked }));
  return { ...appointment, status: 'scheduled', durationSeconds, assignments };
};

const hasOverlap = (appointments: readonly Appointment[]): boolean => {
  const spans = appointments.flatMap(({ assignments }) => assignments);
  return spans.some((a, i) =>
    spans
      .slice(i + 1)
      .some(
        (b) =>
          a.technicianId === b.technicianId && a.plannedStartAt < b.plannedEndAt && b.plannedStartAt < a.plannedEndAt,
      ),
  );
};
