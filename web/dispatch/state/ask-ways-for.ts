import type { Territory } from '../../../shared/model/territory.ts';
import { knownDays } from './known-days.ts';
import type { Proposal } from './proposal.ts';
import { standingPlace } from './standing-place.ts';
import type { Ways } from './ways.ts';

type Desk = Parameters<typeof knownDays>[0] & {
  readonly territory: Pick<Territory, 'id'> | undefined;
  readonly ways: Pick<Ways, 'ask' | 'travel'>;
};

/** Has the ways of every day worked out that a proposal touches: those of who would go, and of who goes now. */
export const askWaysFor = async (desk: Desk, proposal: Proposal): Promise<boolean> => {
  const { territory } = desk;
  if (proposal.kind === 'put-back' || !territory) return false;
  const known = knownDays(desk);
  const { placements } = proposal;
  const carried = placements.map(({ appointment }) => appointment.place.location);
  const touched = placements.flatMap(({ appointment, technicianIds }) => [
    ...technicianIds,
    ...(standingPlace(appointment)?.technicianIds ?? []),
  ]);
  const learned = await Promise.all(
    [...new Set(touched)].map((id) => {
      const start = known.technician(id)?.startPlace.location;
      const stops = known.appointmentsOf(id).map(({ place }) => place.location);
      return desk.ways.ask(territory.id, [...carried, ...(start ? [start] : []), ...stops]);
    }),
  );
  return learned.includes(true);
};
