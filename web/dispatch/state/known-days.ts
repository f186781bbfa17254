import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { ConsoleState } from './console-state.svelte.ts';
import { instantAt } from './instant-at.ts';
import type { KnownDays } from './judge-proposal.ts';

/** What the desk knows of the technicians' days, for its own copy of the rules. */
export const knownDays = (desk: ConsoleState): KnownDays => {
  const rows = new Map(desk.rows.map((row) => [row.id, row]));
  return {
    technician: (id) => desk.catalogue.technicians.get(id),
    appointmentsOf: (id) => rows.get(id)?.blocks.map(({ appointment }) => appointment) ?? [],
    takenOf: (id) => rows.get(id)?.taken ?? [],
    vanStockOf: ({ vanStockLocationId }) => desk.vanStock.of(vanStockLocationId),
    timeZone: desk.zone,
    now: instantAt(desk.now.current),
    skillNames: desk.catalogue.skillNames,
    travel: estimatedTravel,
  };
};
