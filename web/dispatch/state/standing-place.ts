import type { Appointment } from '../../../shared/model/appointment.ts';

/** Where an appointment stands: who goes, from when, how long, and whether plans must leave it there. */
export interface StandingPlace {
  readonly technicianIds: readonly string[];
  readonly plannedStartAt: string;
  readonly durationSeconds: number;
  readonly locked: boolean;
}

/** Undefined while it is unscheduled. */
export const standingPlace = ({ assignments, durationSeconds }: Appointment): StandingPlace | undefined => {
  const [first] = assignments;
  if (!first) return undefined;
  const { plannedStartAt, locked } = first;
  return {
    technicianIds: assignments.map(({ technicianId }) => technicianId),
    plannedStartAt,
    durationSeconds,
    locked,
  };
};

/** Whether nobody moved it between the two. */
export const samePlace = (a: StandingPlace | undefined, b: StandingPlace | undefined): boolean => {
  if (!a || !b) return a === b;
  return (
    a.technicianIds.join() === b.technicianIds.join() &&
    Date.parse(a.plannedStartAt) === Date.parse(b.plannedStartAt) &&
    a.durationSeconds === b.durationSeconds &&
    a.locked === b.locked
  );
};
