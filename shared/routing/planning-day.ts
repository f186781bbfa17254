import type { TravelModel } from '../geo/travel-model.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Position } from '../model/place.ts';
import type { PlanPreferences } from '../model/plan-preferences.ts';
import type { LatestPosition } from '../model/position-fix.ts';
import type { TakenInterval } from '../model/technician-day.ts';
import type { Technician } from '../model/technician.ts';
import type { Territory } from '../model/territory.ts';
import type { Day, Instant, InstantSpan } from '../model/time.ts';
import type { PickupSource } from './problem.ts';

/** All that is known of a territory's day, as it is asked to be planned. */
export interface PlanningDay {
  readonly territory: Pick<Territory, 'id' | 'timeZone'>;
  readonly day: Day;
  readonly now: Instant;
  readonly technicians: readonly PlanningTechnician[];
  /** Those on the board of the day. */
  readonly appointments: readonly Appointment[];
  /** The unscheduled ones of the territory. */
  readonly backlog: readonly Appointment[];
  readonly travel: TravelModel;
  /** How many of the backlog are looked at, the most urgent first. */
  readonly backlogLimit?: number;
  /** Nothing new begins sooner after now; absent: as long as somebody needs to look a proposal over. */
  readonly reviewSeconds?: number;
  /** What the company wishes beside short ways and kept promises; absent: nothing but that plans change little. */
  readonly preferences?: PlanPreferences | undefined;
  /** By appointment: the only technicians who may have it. */
  readonly onlyBy?: ReadonlyMap<string, readonly string[]>;
  /** Of which incomplete crews the missing are sought; absent: of none. */
  readonly completes?: 'all' | readonly string[];
  /** By appointment: whom the customer's contracts prefer and forbid; who has it already keeps it. */
  readonly named?: ReadonlyMap<string, NamedForStop>;
  readonly sources?: readonly PlanningSource[];
}

export interface PlanningTechnician {
  readonly technician: Technician;
  readonly shifts: readonly InstantSpan[];
  /** What his guard of the day holds, with the place where it is known. */
  readonly taken: readonly (TakenInterval & { readonly location?: Position | undefined })[];
  readonly latest?: LatestPosition | undefined;
  /** Quantity by part id. */
  readonly vanStock: ReadonlyMap<string, number>;
}

/** Where parts can be fetched on the way. */
export interface PlanningSource {
  readonly source: PickupSource;
  /** Absent: at any time. */
  readonly open?: InstantSpan;
  /** What is free there, by part id. */
  readonly parts: ReadonlyMap<string, number>;
}

/** Technicians by id whom a customer's contracts name. */
export interface NamedForStop {
  readonly preferred: readonly string[];
  readonly forbidden: readonly string[];
}
