import type { PlannedStop } from '../../shared/model/plan.ts';
import type { PlanPart, PlanPartRef, PromisedPart } from '../../shared/model/plan-part.ts';
import { planPartEntity } from '../store/entities/plan-part.ts';
import { planProposalOf } from '../store/questions/plan-file.ts';
import type { Table } from '../store/table-client.ts';

/** What earlier parts of the same plan have settled for those after them. */
export interface Settled {
  /** Stops that would stand elsewhere than now, by appointment. */
  readonly stops: ReadonlyMap<string, PlannedStop & { readonly technicianId: string }>;
  readonly promised: readonly PromisedPart[];
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
    stops: new Map(changed.map((stop) => [stop.appointmentId, stop])),
    promised: proposals.flatMap(({ promised }) => promised),
  };
};
