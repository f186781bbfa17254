import { listClocks } from '../../../shared/protocol/endpoints/coverage.ts';
import { urgencyOf } from '../../../shared/rules/sla/next-mark.ts';
import { slaClocks } from '../../../shared/rules/sla/sla-clocks.ts';
import { clocksOfTerritory } from '../../store/questions/clocks.ts';
import { staffRoute, type Route } from '../route.ts';

export const clockRoutes: readonly Route[] = [
  staffRoute(listClocks, async ({ deps, tenantId, params, query, now }) => {
    const open = await clocksOfTerritory(deps.table, tenantId, params.territoryId);
    const items = open.map((one) => {
      const { workOrderId, workOrderNumber, serviceRequestId, appointmentIds, territoryId, priority } = one;
      const clocks = slaClocks(one.terms, one.events, now).filter(
        ({ kind }) => query.kind === undefined || kind === query.kind,
      );
      return { workOrderId, workOrderNumber, serviceRequestId, appointmentIds, territoryId, priority, clocks };
    });
    const keyOf = (item: (typeof items)[number]): string => urgencyOf(item.clocks) ?? '9999';
    return { items: items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
  }),
];
