import type { Appointment } from '../../model/appointment.ts';
import type { FieldConflict, FieldNotice } from '../../model/field-notice.ts';
import type { Draft } from '../../model/entity.ts';
import type { HistoryEvent } from '../../model/history-entry.ts';
import type { MeterReading } from '../../model/meter-reading.ts';
import type { ArgsOf, MutationName } from '../../model/mutation.ts';
import type { Note } from '../../model/note.ts';
import type { Photo } from '../../model/photo.ts';
import type { Signature } from '../../model/signature.ts';
import type { PartUsage, StockLevel } from '../../model/stock.ts';
import type { TimeEntry } from '../../model/time-entry.ts';
import type { Instant } from '../../model/time.ts';

/** What a rule looks at: the appointment as it stands and what lies with it. */
export interface VisitFacts {
  readonly appointment: Appointment;
  readonly partUsages: readonly PartUsage[];
  readonly meterReadings: readonly MeterReading[];
  /** Of the doer's van. */
  readonly stock: readonly Pick<StockLevel, 'partId' | 'quantity'>[];
  /** The parts that there are, or at least the one that is spoken of. */
  readonly parts: readonly { readonly id: string; readonly name: string }[];
}

/** Who does it, when, and what he had seen. */
export interface Doing {
  /** Absent where the office does it on a technician's behalf. */
  readonly technicianId?: string | undefined;
  readonly name: string;
  readonly accountId: string;
  readonly vanStockLocationId?: string | undefined;
  /** When it happened, as far as the clock that told it can be believed. */
  readonly at: Instant;
  readonly isClockDoubted?: boolean | undefined;
  readonly now: Instant;
  /** Written down without signal and sent later: only its order is held against its time. */
  readonly isQueued?: boolean | undefined;
  /** What the phone's clock must be given to be right. */
  readonly clockOffsetMilliseconds?: number | undefined;
  /** The version of the appointment that he saw; absent: the present one. */
  readonly baseVersion?: number | undefined;
}

/** What a change does; the phone folds it into its view, the server writes it in one transaction. */
export interface VisitChange {
  /** As it stands afterwards, still with the version from before; absent where it stays as it is. */
  readonly appointment?: Appointment;
  readonly note?: Note;
  readonly photo?: Photo;
  readonly signature?: Signature;
  readonly partUsage?: PartUsage;
  readonly meterReading?: MeterReading;
  readonly timeEntries?: readonly TimeEntry[];
  readonly notice?: NoticeDraft;
  /** What it adds to the level of the van's part; never below zero. */
  readonly stock?: { readonly stockLocationId: string; readonly partId: string; readonly change: number };
  /** What is left to be done, as an appointment of its own that nobody has yet. */
  readonly followUp?: { readonly text: string };
  /** The colleague who takes it over, if the server finds him free and able. */
  readonly handedTo?: string;
  readonly event: HistoryEvent;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** Fields that another had changed too; theirs were kept. */
  readonly conflicts?: readonly FieldConflict[];
}

/** A notice that may still want its id. */
export type NoticeDraft = Omit<Draft<FieldNotice>, 'id'> & Partial<Pick<FieldNotice, 'id'>>;

/** Why a change is refused, as a code and in words. */
export interface VisitRefusal {
  readonly reason: string;
  readonly detail: string;
  /** The checklist steps that stand in the way. */
  readonly taskKeys?: readonly string[];
  /** How much the van has of the part. */
  readonly available?: number;
}
export type VisitDecision = ({ readonly ok: true } & VisitChange) | ({ readonly ok: false } & VisitRefusal);

/** The rule of one mutation: pure, and the same on phone and server. */
export type VisitRule<Name extends MutationName> = (
  visit: VisitFacts,
  args: ArgsOf<Name>,
  doing: Doing,
) => VisitDecision;

/** One that looks at the appointment alone. */
export type AppointmentRule<Name extends MutationName> = (
  visit: Pick<VisitFacts, 'appointment'>,
  args: ArgsOf<Name>,
  doing: Doing,
) => VisitDecision;
