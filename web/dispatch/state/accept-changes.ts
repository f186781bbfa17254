import type { Api } from '../../api/api.ts';
import { acceptPlan, mostAcceptedAtOnce } from '../../../shared/protocol/endpoints/plan-acceptance.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import type { PlannedChange } from './plan-proposals.ts';

type Refused = ResponseOf<typeof acceptPlan>['refused'][number];
export interface Accepted {
  readonly accepted: readonly string[];
  readonly refused: readonly Refused[];
}

/** Has changes accepted day by day, so many at once as the server takes; it is safe to begin anew after a break. */
export const acceptChanges = async (
  api: Api,
  planId: string,
  changes: readonly PlannedChange[],
  onProgress: (so: Accepted) => void,
): Promise<Accepted> => {
  let so: Accepted = { accepted: [], refused: [] };
  for (const some of portionsOf(changes)) {
    const parts = [
      ...new Map(some.map(({ territoryId, day }) => [`${day} ${territoryId}`, { territoryId, day }])).values(),
    ];
    const body = { parts, appointmentIds: some.map(({ appointmentId }) => appointmentId) };
    const { accepted, refused } = await api.call(acceptPlan, { params: { planId }, body });
    so = { accepted: [...so.accepted, ...accepted], refused: [...so.refused, ...refused] };
    onProgress(so);
  }
  return so;
};

/** A day's changes go together as far as they may: some of them change places. */
const portionsOf = (changes: readonly PlannedChange[]): PlannedChange[][] => {
  const days = [...new Set(changes.map(({ day }) => day))].sort();
  return days.flatMap((day) => {
    const onDay = changes.filter((change) => change.day === day);
    const count = Math.ceil(onDay.length / mostAcceptedAtOnce);
    return Array.from({ length: count }, (_, at) =>
      onDay.slice(at * mostAcceptedAtOnce, (at + 1) * mostAcceptedAtOnce),
    );
  });
};
