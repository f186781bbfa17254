import { dayBounds } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { listHeldTo, type HeldTo } from '../../../shared/protocol/endpoints/contracts.ts';
import { continuedVisit } from '../../../shared/rules/continued-visit.ts';
import type { NamedTechnicians } from '../../../shared/rules/coverage/named-technicians.ts';
import { notFound } from '../../platform/errors.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { backlog, dayBoard } from '../../store/questions/board.ts';
import { techniciansNamed } from '../../store/questions/technicians-named.ts';
import { appointmentsById } from '../../store/questions/things-by-id.ts';
import { staffRoute, type Route } from '../route.ts';

export const heldToRoutes: readonly Route[] = [
  staffRoute(listHeldTo, async ({ deps: { table }, tenantId, params: { territoryId, day } }) => {
    const territory = await table.get(territoryEntity, tenantId, { id: territoryId });
    if (!territory) throw notFound('territory');
    const { timeZone: zone } = territory;
    const [onDay, waiting] = await Promise.all([
      dayBoard(table, tenantId, territoryId, day),
      backlog(table, tenantId, territoryId),
    ]);
    const all = [...onDay, ...waiting];
    const followed = [...new Set(all.flatMap(({ follows }) => follows ?? []))];
    const [named, before] = await Promise.all([
      techniciansNamed(table, tenantId, all, { zone, at: dayBounds(day, zone).from }),
      appointmentsById(table, tenantId, followed),
    ]);
    const firsts = new Map(before.map((one) => [one.id, one]));
    const firstOf = ({ follows }: Appointment) => (follows === undefined ? undefined : firsts.get(follows));
    return { appointments: all.flatMap((one) => heldTo(one, firstOf(one), named.get(one.id))) };
  }),
];

const heldTo = (one: Appointment, first: Appointment | undefined, named: NamedTechnicians | undefined): HeldTo[] => {
  const { preferred = [], forbidden = [] } = named ?? {};
  const continued = continuedVisit(one, first);
  if (!continued && preferred.length + forbidden.length === 0) return [];
  return [
    {
      appointmentId: one.id,
      ...(preferred.length + forbidden.length > 0 && {
        named: { preferred: [...preferred], forbidden: [...forbidden] },
      }),
      ...(continued?.kind === 'only-by' && {
        onlyBy: { technicianIds: [...continued.technicianIds], earliestStartAt: continued.earliestStartAt },
      }),
      ...(continued?.kind === 'held-back' && { heldBack: true as const }),
    },
  ];
};
