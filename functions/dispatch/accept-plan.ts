import type { Plan } from '../../shared/model/plan.ts';
import type { PlanPart, PlanPartRef } from '../../shared/model/plan-part.ts';
import { mostAcceptedAtOnce, type acceptPlan as endpoint } from '../../shared/protocol/endpoints/plan-acceptance.ts';
import type { BodyOf, ResponseOf } from '../../shared/protocol/endpoint.ts';
import { badField } from '../platform/errors.ts';
import { planEntity } from '../store/entities/plan.ts';
import { planPartEntity } from '../store/entities/plan-part.ts';
import { planParts, planProposalOf } from '../store/questions/plan-file.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';
import { acceptStops, standsThere } from './accept-stops.ts';
import type { StaffCaller } from '../api/route.ts';
import type { Asked } from './route.ts';
import { wantedChanges } from './wanted-changes.ts';
import type { WantedStop } from './wanted-stop.ts';

type AcceptAsked = Asked<typeof endpoint, StaffCaller>;
interface ChangesOfPart {
  readonly part: PlanPart;
  readonly changes: readonly WantedStop[];
}

/** So many changes may be asked for at once: what was answered is kept for a repeat, in one item. */
const mostAskedFor = 2000;

/** Assigns what is asked for of a plan, so many stops at a time, and counts what of it stands. */
export const acceptPlan = async (
  asked: AcceptAsked,
  plan: Plan,
  body: BodyOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> => {
  const parts = await changesByPart(asked, plan, body.parts);
  const wanted = wantedOf(parts, body.appointmentIds);
  const standing = await standingOf(asked, wanted);
  const open = wanted.filter(({ stop }) => !standing.has(stop.appointmentId));
  const { accepted, refused } = await acceptStops(asked, open.slice(0, mostAcceptedAtOnce));
  const remaining = open.slice(mostAcceptedAtOnce).map(({ stop }) => stop.appointmentId);
  const touched = parts.filter(({ changes }) => changes.some((change) => wanted.includes(change)));
  const counts = await Promise.all(
    touched.map(async ({ part, changes }) => ({ part, accepted: (await standingOf(asked, changes)).size })),
  );
  return asked.decide(async () => {
    const work = asked.begin();
    const after = await counted(asked, work, plan.id, counts);
    return { work, answer: { plan: after, accepted: [...standing, ...accepted], refused, remaining } };
  });
};

const changesByPart = async (
  { deps, tenantId }: AcceptAsked,
  plan: Plan,
  only: readonly PlanPartRef[] | undefined,
): Promise<ChangesOfPart[]> => {
  const parts = (await planParts(deps.table, tenantId, plan.id)).filter(
    ({ status, territoryId, day }) =>
      status === 'done' && (only?.some((one) => one.territoryId === territoryId && one.day === day) ?? true),
  );
  const overtimeSeconds = plan.preferences?.mostOvertimeSeconds ?? 0;
  return Promise.all(
    parts.map(async (part) => {
      const { routes } = await planProposalOf(deps.table, tenantId, part);
      const changes = wantedChanges(routes, overtimeSeconds);
      return { part, changes };
    }),
  );
};

const wantedOf = (parts: readonly ChangesOfPart[], named: readonly string[] | undefined): WantedStop[] => {
  const proposed = parts.flatMap(({ changes }) => changes);
  const known = new Map(proposed.map((change) => [change.stop.appointmentId, change]));
  const unknown = named?.findIndex((id) => !known.has(id)) ?? -1;
  if (unknown >= 0) throw badField(`body.appointmentIds.${unknown}`, 'the plan does not move this appointment');
  const names = new Set(named ?? known.keys());
  if (names.size > mostAskedFor) {
    throw badField('body.parts', `name parts with ${mostAskedFor} changes at most: these have ${names.size}`);
  }
  return proposed.filter(({ stop }) => names.has(stop.appointmentId));
};

/** Those that stand where the plan wants them. */
const standingOf = async (
  { deps, tenantId }: AcceptAsked,
  changes: readonly WantedStop[],
): Promise<ReadonlySet<string>> => {
  const wanted = new Map(changes.map((change) => [change.stop.appointmentId, change]));
  const present = await appointmentsById(deps.table, tenantId, [...wanted.keys()]);
  return new Set(
    present.flatMap((appointment) => {
      const change = wanted.get(appointment.id);
      return change && standsThere(appointment, change) ? [appointment.id] : [];
    }),
  );
};

/** Writes how much of each part stands, and the plan's status with the sum. */
const counted = async (
  { deps, tenantId }: AcceptAsked,
  work: ReturnType<AcceptAsked['begin']>,
  planId: string,
  counts: readonly { readonly part: PlanPart; readonly accepted: number }[],
): Promise<Plan> => {
  const before = await deps.table.get(planEntity, tenantId, { id: planId });
  if (!before) throw new Error(`The plan ${planId} is missing`);
  let total = before.accepted;
  for (const { part, accepted } of counts) {
    const present = await deps.table.get(planPartEntity, tenantId, part);
    if (!present || present.accepted === accepted) continue;
    total += accepted - present.accepted;
    work.update(planPartEntity, present, { ...present, accepted });
  }
  const status = statusOf(before, total);
  if (status === before.status && total === before.accepted) return before;
  return work.update(planEntity, before, { ...before, accepted: total, status });
};

const statusOf = ({ changes, status }: Plan, accepted: number): Plan['status'] => {
  if (accepted === changes) return 'accepted';
  return accepted > 0 && status !== 'accepted' ? 'partly-accepted' : status;
};
