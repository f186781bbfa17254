import type { Appointment } from '../../../shared/model/appointment.ts';
import type { BoardRowView } from './board-rows.ts';
import { instantAt } from './instant-at.ts';
import type { KnownDays } from './judge-proposal.ts';
import type { Catalogue } from './read-catalogue.ts';
import type { VanStock } from './van-stock.svelte.ts';
import type { KnownWays } from './ways.ts';

interface Desk {
  readonly rows: readonly BoardRowView[];
  readonly catalogue: Catalogue;
  readonly vanStock: VanStock;
  readonly ways: KnownWays;
  readonly preferred: ReadonlyMap<string, readonly string[]>;
  readonly board: { readonly appointments: ReadonlyMap<string, Appointment> };
  readonly zone: string;
  readonly now: { readonly current: number };
}

/** What the desk knows of the technicians' days, for its own copy of the rules. */
export const knownDays = (desk: Desk): KnownDays => {
  const rows = new Map(desk.rows.map((row) => [row.id, row]));
  return {
    technician: (id) => desk.catalogue.technicians.get(id),
    appointmentsOf: (id) => rows.get(id)?.blocks.map(({ appointment }) => appointment) ?? [],
    appointment: (id) => desk.board.appointments.get(id),
    takenOf: (id) => rows.get(id)?.taken ?? [],
    vanStockOf: ({ vanStockLocationId }) => desk.vanStock.of(vanStockLocationId),
    preferredFor: (id) => desk.preferred.get(id) ?? [],
    timeZone: desk.zone,
    now: instantAt(desk.now.current),
    skillNames: desk.catalogue.skillNames,
    travel: desk.ways,
  };
};
