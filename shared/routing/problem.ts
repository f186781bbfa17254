import type { TravelMatrix } from '../geo/travel-model.ts';
import type { PartRequirement } from '../model/part.ts';
import type { SkillRequirement } from '../model/skill.ts';
import type { Instant } from '../model/time.ts';

/** Whole seconds counted from the problem's `startAt`; may be negative. */
export type Seconds = number;

export interface TimeSpan {
  readonly from: Seconds;
  readonly to: Seconds;
}

/** Time that something outside of the problem takes: an absence, or an appointment in another territory with its place. */
export interface ProblemBlock extends TimeSpan {
  readonly place?: number;
}

/** A pause without a place that starts between two times and may interrupt a drive (VROOM's rule). */
export interface ProblemBreak {
  readonly earliest: Seconds;
  readonly latest: Seconds;
  readonly durationSeconds: number;
}

export interface ProblemTechnician {
  readonly id: string;
  readonly territoryIds: readonly string[];
  /** In order, without overlaps. */
  readonly shifts: readonly TimeSpan[];
  /** He leaves `startPlace` no earlier; the beginning of his first shift, or now on a running day. */
  readonly availableFrom: Seconds;
  /** A row of the matrix. */
  readonly startPlace: number;
  readonly blocks: readonly ProblemBlock[];
  readonly breakRule?: ProblemBreak;
  /** Only what counts on the day. */
  readonly skills: readonly SkillRequirement[];
  readonly expiredSkillIds: readonly string[];
  /** Quantity by part id. */
  readonly vanStock: ReadonlyMap<string, number>;
}

/** Where a stop stands before planning. */
export interface PresentAssignment extends TimeSpan {
  readonly technicianId: string;
  /** It must stay exactly so: locked, told to the technician, or under way. */
  readonly fixed: boolean;
}

export interface ProblemStop {
  readonly id: string;
  /** The appointment's version, so that acceptance sees what has changed since. */
  readonly version: number;
  readonly territoryId: string;
  /** A row of the matrix. */
  readonly place: number;
  readonly durationSeconds: number;
  /** Work may not begin before. */
  readonly earliest: Seconds;
  /** Work should be over by then; later is late but allowed. */
  readonly due: Seconds;
  /** Work begins inside, both ends included: what the customer was told. */
  readonly window?: TimeSpan;
  /** 0 is the most urgent. */
  readonly priority: number;
  readonly skills: readonly SkillRequirement[];
  readonly parts: readonly PartRequirement[];
  readonly present?: PresentAssignment;
}

/** Everything a planner may know, in whole numbers; immutable. */
export interface Problem {
  readonly startAt: Instant;
  readonly technicians: readonly ProblemTechnician[];
  readonly stops: readonly ProblemStop[];
  /** Less urgent ones of the backlog that were not even looked at. */
  readonly leftOut: number;
  readonly matrix: TravelMatrix;
}
