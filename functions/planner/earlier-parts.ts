import type { PlannedPickup, PlannedStop } from '../../shared/model/plan.ts';
import type { PlanPart, PlanPartRef, PromisedPart } from '../../shared/model/plan-part.ts';
import { planPartEntity } from '../store/entities/plan-part.ts';
import { planProposalOf } from '../store/questions/plan-file.ts';
import type { Table } from '../store/table-client.ts';

/** What earlier parts of the same plan have settled for those after them. */
export interface Settled {
  /** What would stand elsewhere than now, by appointment: of a crew, with each who is to join it. */
  readonly stops: ReadonlyMap<string, readonly SettledStop[]>;
  readonly promised: readonly PromisedPart[];
  readonly pickups: readonly SettledPickup[];
}
export interface SettledPickup extends PlannedPickup {
  readonly technicianId: string;
}
export interface SettledStop extends PlannedStop {
  readonly technicianId: string;
}
interface EarlierQuestion {
  readonly table: Table;
  readonly tenantId: string;
  readonly planId: string;
  readonly parts: readonly PlanPartRef[];
}

/** Reads what those parts propose that are done; a part that failed proposes nothing. */
export const earlierParts = async ({ table, tenantId, planId, parts: refs }: EarlierQuestion): Promise<Settled> => {
  const parts = await Promise.all(refs.map((ref) => table.get(planPartEntity, tenantId, { planId, ...ref })));
  const done = parts.filter((part): part is PlanPart => part?.status === 'done');
  const proposals = await Promise.all(done.map((part) => planProposalOf(table, tenantId, part)));
  const changed = proposals.flatMap(({ routes }) =>
    routes.flatMap(({ technicianId, stops }) =>
      stops.filter(({ change }) => change !== 'kept').map((stop) => ({ ...stop, technicianId })),
    ),
  );
  return {
    stops: byAppointment(changed),
    promised: proposals.flatMap(({ promised }) => promised),
    pickups: proposals.flatMap(({ routes }) =>
      routes.flatMap(({ technicianId, pickups = [] }) => pickups.map((one) => ({ ...one, technicianId }))),
    ),
  };
};

const byAppointment = (stops: readonly SettledStop[]): Map<string, SettledStop[]> => {
  const known = new Map<string, SettledStop[]>();
  for (const stop of stops) known.set(stop.appointmentId, [...(known.get(stop.appointmentId) ?? []), stop]);
  return known;
};
