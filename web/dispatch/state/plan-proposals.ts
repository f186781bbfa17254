import type { Appointment } from '../../../shared/model/appointment.ts';
import type { PlannedPickup, PlannedRoute, PlannedStop } from '../../../shared/model/plan.ts';
import type { PlanPartRef } from '../../../shared/model/plan-part.ts';
import type { getPlan, getPlanPart } from '../../../shared/protocol/endpoints/plans.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';

/** A plan with its parts, and what one of them proposes. */
export type PlanFile = ResponseOf<typeof getPlan>;
export type PartProposal = ResponseOf<typeof getPlanPart>;

/** A stop that the plan would change, with who would go, and on which day of which territory. */
export interface PlannedChange extends PlannedStop, PlanPartRef {
  readonly technicianId: string;
  /** What he fetches for it before. */
  readonly pickups: readonly PlannedPickup[];
  readonly route: Pick<PlannedRoute, 'travelSeconds' | 'costs'>;
}

/** What the parts of a plan would change, in order of time. */
export const changesOf = (proposals: readonly PartProposal[]): PlannedChange[] =>
  proposals
    .flatMap(({ part: { territoryId, day }, routes }) =>
      routes.flatMap(({ technicianId, stops, pickups = [], ...route }) =>
        stops
          .filter(({ change }) => change !== 'kept')
          .map((stop) => ({
            ...{ ...stop, technicianId, territoryId, day, route },
            pickups: pickups.filter(({ appointmentId }) => appointmentId === stop.appointmentId),
          })),
      ),
    )
    .sort((a, b) => Date.parse(a.plannedStartAt) - Date.parse(b.plannedStartAt));

/** One for each appointment, however many of a crew go. */
export const changesById = (changes: readonly PlannedChange[]): ReadonlyMap<string, PlannedChange> =>
  new Map(changes.map((change) => [change.appointmentId, change]));

/** Appointments by their id. */
export const namedBy = (appointments: readonly Appointment[]): ReadonlyMap<string, Appointment> =>
  new Map(appointments.map((one) => [one.id, one]));

/** Changes that stand where the plan wants them already: part of it was accepted before. */
export const standingChanges = (
  changes: readonly PlannedChange[],
  named: ReadonlyMap<string, Appointment>,
): readonly string[] =>
  changes.flatMap(({ appointmentId, technicianId, plannedStartAt }) => {
    const stands = named.get(appointmentId)?.assignments ?? [];
    const isThere = stands.some((one) => one.technicianId === technicianId && one.plannedStartAt === plannedStartAt);
    return isThere ? [appointmentId] : [];
  });
