import type { SlaClock } from '../../../shared/model/sla.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import type { listClocks } from '../../../shared/protocol/endpoints/coverage.ts';

type ClocksView = ResponseOf<typeof listClocks>['items'][number];

/** The clocks of work orders by each appointment and the request that they belong to. */
export const clocksById = (items: readonly ClocksView[]): ReadonlyMap<string, readonly SlaClock[]> =>
  new Map(
    items.flatMap(({ appointmentIds, serviceRequestId, clocks }) =>
      [...appointmentIds, serviceRequestId].map((id) => [id, clocks] as const),
    ),
  );
