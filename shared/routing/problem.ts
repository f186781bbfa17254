import type { TravelMatrix } from '../geo/travel-model.ts';
import type { PartRequirement } from '../model/part.ts';
import type { Pickup } from '../model/pickup.ts';
import type { SkillRequirement } from '../model/skill.ts';
import type { Instant } from '../model/time.ts';

/** Whole seconds counted from the problem's `startAt`; may be negative. */
export type Seconds = number;

/** Whole thousandths of a cent, or whatever the caller's rates are in; only sums and comparisons are made of them. */
export type Cost = number;

export interface TimeSpan {
  readonly from: Seconds;
  readonly to: Seconds;
}

/** Time that something outside of the problem takes: an absence, or an appointment in another territory with its place. */
export interface ProblemBlock extends TimeSpan {
  readonly place?: number;
}

/** A pause that starts between two times; without a place it may interrupt a drive (VROOM's rule). */
export interface ProblemBreak {
  readonly earliest: Seconds;
  readonly latest: Seconds;
  readonly durationSeconds: number;
  /** A row of the matrix where it must be taken. */
  readonly place?: number;
}

/** One stretch of work; each is a route of its own, from a start place to an end place. */
export interface ProblemShift extends TimeSpan {
  /** Work and the way home may go on until then, at the technician's overtime rate; absent: no overtime. */
  readonly overtimeUntil?: Seconds;
  /** Rows of the matrix; absent: the technician's. */
  readonly startPlace?: number;
  readonly endPlace?: number;
  /** Breaks of this shift; a break relative to the start of the shift is put in absolute times by who builds the problem. */
  readonly breaks?: readonly ProblemBreak[];
}

/** A skill with its level, and from when to when its certificate counts. */
export interface HeldSkill extends SkillRequirement {
  readonly validFrom?: Seconds;
  readonly validTo?: Seconds;
}

/** What a technician's time and way cost; every rate is 0 where it is absent, but a second of travel costs 1. */
export interface TechnicianRates {
  /** Once for each shift that has a stop. */
  readonly perUse?: Cost;
  readonly perTravelSecond?: Cost;
  readonly perMetre?: Cost;
  readonly perServiceSecond?: Cost;
  /** Between the first stop and the end of a shift, breaks apart; before the first stop he leaves late. */
  readonly perWaitingSecond?: Cost;
  /** After the shift's `to`, until the last stop's end or being at the end place. */
  readonly perOvertimeSecond?: Cost;
}

export interface ProblemTechnician {
  readonly id: string;
  readonly territoryIds: readonly string[];
  /** In order, without overlaps. */
  readonly shifts: readonly ProblemShift[];
  /** He leaves `startPlace` no earlier; the beginning of his first shift, or now on a running day. */
  readonly availableFrom: Seconds;
  /** A row of the matrix: where his first shift begins on a running day, else where each begins. */
  readonly startPlace: number;
  /** A row of the matrix where his shifts end; absent: at the last stop. */
  readonly endPlace?: number;
  readonly blocks: readonly ProblemBlock[];
  /** A break of his one shift; where shifts have breaks of their own these count. */
  readonly breakRule?: ProblemBreak;
  readonly skills: readonly HeldSkill[];
  readonly expiredSkillIds: readonly string[];
  /** Quantity by part id, for all his shifts together. */
  readonly vanStock: ReadonlyMap<string, number>;
  /** Which travel matrix: a key of `profiles`; absent: `matrix`. */
  readonly profile?: string;
  /** His travel times and `durationSeconds` in hundredths of the usual, rounded half up; absent: 100. Setup and `durationByTechnician` keep theirs. */
  readonly travelPercent?: number;
  readonly pacePercent?: number;
  readonly rates?: TechnicianRates;
  readonly maxStopsPerShift?: number;
  readonly maxTravelSecondsPerShift?: number;
  readonly maxMetresPerShift?: number;
  /** From leaving the start place to being at the end place, waiting included; leaving late is free. */
  readonly maxDurationSecondsPerShift?: number;
  /** How much his van holds, by dimension of load; absent: without limit. */
  readonly capacity?: readonly number[];
}

/** Where a stop stands before planning. */
export interface PresentAssignment extends TimeSpan {
  readonly technicianId: string;
  /** It must stay exactly so: locked, told to the technician, or under way. */
  readonly fixed: boolean;
  /** Weaker locks: it must keep the technician, or the time, or its position among the stops of his shift, counted from 0. */
  readonly keeps?: { readonly technician?: boolean; readonly time?: boolean; readonly position?: number };
  /** What changing it costs; absent: nothing. A window told to the customer is a promise of its own. */
  readonly changeCost?: { readonly technician?: Cost; readonly perSecondMoved?: Cost; readonly order?: Cost };
}

export interface ProblemStop {
  readonly id: string;
  /** The appointment's version, so that acceptance sees what has changed since. */
  readonly version: number;
  readonly territoryId: string;
  /** A row of the matrix. */
  readonly place: number;
  readonly durationSeconds: number;
  /** Instead of `durationSeconds` times pace, for those technicians. */
  readonly durationByTechnician?: ReadonlyMap<string, number>;
  /** Parking, finding the door: once at the first of several stops in a row at one place; it begins with `start` and is part of the stop's time. */
  readonly setupSeconds?: number;
  /** Work may not begin before. */
  readonly earliest: Seconds;
  /** Work should be over by then; later is late but allowed. */
  readonly due: Seconds;
  /** For each second over after `due`; absent: by the priority's usual weight. */
  readonly latenessPerSecond?: Cost;
  /** Work begins inside, both ends included: what the customer was told. */
  readonly window?: TimeSpan;
  /** Work begins inside one of these, in order without overlaps, on whichever day; absent: at any time. */
  readonly windows?: readonly TimeSpan[];
  /** 0 is the most urgent. Fewer lost of the more urgent comes before any cost, unless `value` says otherwise. */
  readonly priority: number;
  /** What is lost when it stays out; all stops of a problem have one or none has: the sum lost is then compared before any cost. */
  readonly value?: number;
  readonly skills: readonly SkillRequirement[];
  readonly parts: readonly PartRequirement[];
  /** Absent: anyone able. */
  readonly allowedTechnicianIds?: readonly string[];
  readonly forbiddenTechnicianIds?: readonly string[];
  /** Anyone else costs `otherTechnicianCost` more. */
  readonly preferredTechnicianIds?: readonly string[];
  readonly otherTechnicianCost?: Cost;
  /** How many technicians must be there from beginning to end, 1-4; absent: 1. */
  readonly crewSize?: number;
  /** Put on the van before the shift and left here, by dimension of load; or taken up here and carried to its end. */
  readonly delivery?: readonly number[];
  readonly pickup?: readonly number[];
  /** It comes before everything that is not urgent in its route. */
  readonly urgentFirst?: boolean;
  readonly present?: PresentAssignment;
}

/** What must hold between stops, or none of them is planned against it. */
export type StopDependency =
  /** The second begins between `minSeconds` and `maxSeconds` after the first begins, or ends where `from` says so. */
  | {
      readonly kind: 'after';
      readonly firstId: string;
      readonly secondId: string;
      readonly from: 'start' | 'end';
      readonly minSeconds: number;
      readonly maxSeconds?: number;
      /** Whether two technicians must do them. */
      readonly differentTechnicians?: boolean;
      /** Whether the first may be planned without the second; the second never is without the first. */
      readonly firstAlone?: boolean;
    }
  /** All begin at one moment, each by another technician; all or none. */
  | { readonly kind: 'same-time'; readonly stopIds: readonly string[] }
  | { readonly kind: 'same-day'; readonly stopIds: readonly string[] }
  | { readonly kind: 'same-technician'; readonly stopIds: readonly string[] };

/** Where a part that is not on the van can be fetched on the way, for each stop that needs it anew. */
export interface PartPickup {
  readonly partId: string;
  readonly place: number;
  readonly quantity: number;
  readonly durationSeconds: number;
  readonly open?: TimeSpan;
  /** Whose stock it is, for who is told of it. */
  readonly source?: PickupSource;
}
export type PickupSource = Pick<Pickup, 'stockLocationId' | 'stockLocationName' | 'place'>;

/** Travel of one kind of vehicle: one matrix for all day, or several by the time of leaving. */
export interface TravelProfile {
  readonly matrices: readonly TravelMatrix[];
  /** From when each matrix counts, by the time of leaving; seconds of the problem, ascending, the first before everything; repeated days are listed. */
  readonly from?: readonly Seconds[];
}

/** Preferences over whole plans; 0 or absent is switched off and costs no time. */
export interface PlanPreferences {
  /** For each second by which a route's load of work lies above the mean, per 100 seconds. */
  readonly unfairness?: Cost;
  /** For each metre between a stop and the centre of its route's stops, per kilometre. */
  readonly sprawl?: Cost;
  /** For each second of the largest lateness of any stop, beside each stop's own. */
  readonly highestLateness?: Cost;
}

/** Everything a planner may know, in whole numbers; immutable. */
export interface Problem {
  readonly startAt: Instant;
  readonly technicians: readonly ProblemTechnician[];
  readonly stops: readonly ProblemStop[];
  /** Less urgent ones of the backlog that were not even looked at. */
  readonly leftOut: number;
  readonly matrix: TravelMatrix;
  readonly profiles?: ReadonlyMap<string, TravelProfile>;
  readonly dependencies?: readonly StopDependency[];
  readonly partPickups?: readonly PartPickup[];
  readonly preferences?: PlanPreferences;
  /** Work begins on whole minutes, as boards and customers read them; absent: 60. Instances of the literature take 1. */
  readonly startGrainSeconds?: number;
  /** Beginnings of the days, for `same-day`; absent: every 86,400 s. */
  readonly dayStarts?: readonly Seconds[];
}
