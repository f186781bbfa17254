import { addSeconds } from '../../../shared/geo/instant-arithmetic.ts';
import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import { linkedWork } from '../../../shared/rules/linked-work.ts';
import { missingParts } from '../../../shared/rules/missing-parts.ts';
import { detourSeconds, dropVerdict, type DropQuestion, type DropVerdict } from './drop-verdict.ts';
import type { Placement } from './proposal.ts';
import { standingPlace } from './standing-place.ts';

/** What the rules say to all that a drop would do. */
export interface ProposalVerdict {
  readonly kind: DropVerdict['kind'];
  /** Driving that all of the days together gain. */
  readonly addedTravelSeconds: number;
  /** Whether some of that is reckoned by the straight line. */
  readonly isEstimate: boolean;
  readonly parts: readonly { readonly appointment: Appointment; readonly verdict: DropVerdict }[];
}

/** What this desk knows of the technicians and their days. */
export interface KnownDays extends Pick<DropQuestion, 'timeZone' | 'now' | 'skillNames' | 'travel'> {
  readonly technician: (id: string) => Technician | undefined;
  readonly appointmentsOf: (technicianId: string) => readonly Appointment[];
  readonly takenOf: (technicianId: string) => DropQuestion['taken'];
  readonly appointment: (id: string) => Appointment | undefined;
  readonly vanStockOf: (technician: Technician) => DropQuestion['vanStock'];
  readonly preferredFor?: (appointmentId: string) => readonly string[];
}

/** Judges each placement as if the others of the proposal were already made. */
export const judgeProposal = (placements: readonly Placement[], known: KnownDays): ProposalVerdict => {
  const parts = placements.map((placement) => ({
    appointment: placement.appointment,
    verdict: lessDriving(
      worst(placement.technicianIds.flatMap((id) => judge(placement, id, placements, known) ?? [])),
      savedSeconds(placement.appointment, placements, known),
    ),
  }));
  const kinds = parts.map(({ verdict }) => verdict.kind);
  return {
    kind: kinds.includes('refused') ? 'refused' : kinds.includes('breaks') ? 'breaks' : 'keeps',
    isEstimate: parts.some(({ verdict }) => verdict.kind !== 'refused' && verdict.isEstimate),
    addedTravelSeconds: parts.reduce((sum, { verdict }) => sum + addedBy(verdict), 0),
    parts,
  };
};

const addedBy = (verdict: DropVerdict): number => (verdict.kind === 'refused' ? 0 : verdict.addedTravelSeconds);

const judge = (placement: Placement, technicianId: string, all: readonly Placement[], known: KnownDays) => {
  const technician = known.technician(technicianId);
  if (!technician) return undefined;
  const { appointment, plannedStartAt, durationSeconds } = placement;
  const day = dayOf(plannedStartAt, known.timeZone);
  const ids = new Set(all.map((one) => one.appointment.id));
  const standing = standingOn(technicianId, plannedStartAt, all, known);
  const others = all.filter((one) => one !== placement && one.technicianIds.includes(technicianId)).map(asPlaced);
  return dropVerdict({
    ...known,
    appointment: {
      ...appointment,
      durationSeconds,
      ...(isSpared(placement, technicianId, known) && { partRequirements: [] }),
    },
    technician,
    appointments: [...standing, ...others.filter((one) => dayOf(startOf(one), known.timeZone) === day)],
    taken: known.takenOf(technicianId).filter(({ id }) => !ids.has(id)),
    vanStock: known.vanStockOf(technician),
    preferred: (known.preferredFor?.(appointment.id) ?? []).flatMap((id) => known.technician(id) ?? []),
    plannedStartAt,
    linked: linkedWork(
      placedOrKnown(appointment.follows, all, known),
      placedOrKnown(appointment.followedBy, all, known),
    ),
  });
};

/** As the proposal would put it, else as it stands. */
const placedOrKnown = (id: string | undefined, all: readonly Placement[], known: KnownDays) => {
  const placement = all.find(({ appointment }) => appointment.id === id);
  if (placement) return asPlaced(placement);
  return id === undefined ? undefined : known.appointment(id);
};

/** A crew's parts are needed once: he is spared where another of it has them all. */
const isSpared = ({ appointment, technicianIds }: Placement, technicianId: string, known: KnownDays): boolean =>
  technicianIds.some((id) => {
    const other = id === technicianId ? undefined : known.technician(id);
    const stock = other && known.vanStockOf(other);
    return stock !== undefined && missingParts(appointment.partRequirements, stock).length === 0;
  });

const lessDriving = (verdict: DropVerdict, saved: number): DropVerdict =>
  verdict.kind === 'refused' ? verdict : { ...verdict, addedTravelSeconds: verdict.addedTravelSeconds - saved };

/** Driving that it costs where it stands now. */
const savedSeconds = (appointment: Appointment, all: readonly Placement[], known: KnownDays): number => {
  const stands = standingPlace(appointment);
  const technician = known.technician(stands?.technicianIds[0] ?? '');
  if (!stands || !technician) return 0;
  const { plannedStartAt } = stands;
  const appointments = standingOn(technician.id, plannedStartAt, all, known);
  return detourSeconds({ appointment, technician, plannedStartAt, appointments, travel: known.travel });
};

/** What he has on that day and keeps. */
const standingOn = (technicianId: string, at: string, all: readonly Placement[], known: KnownDays): Appointment[] => {
  const day = dayOf(at, known.timeZone);
  const ids = new Set(all.map((one) => one.appointment.id));
  return known.appointmentsOf(technicianId).filter((one) => !ids.has(one.id) && (one.day ?? day) === day);
};

const startOf = ({ assignments, dueBy }: Appointment): string => assignments[0]?.plannedStartAt ?? dueBy;

const asPlaced = ({ appointment, technicianIds, plannedStartAt, durationSeconds }: Placement): Appointment => ({
  ...appointment,
  durationSeconds,
  assignments: technicianIds.map((technicianId) => ({
    technicianId,
    plannedStartAt,
    plannedEndAt: addSeconds(plannedStartAt, durationSeconds),
    locked: false,
  })),
});

const order = { refused: 2, breaks: 1, keeps: 0 } as const;

/** Of a crew, what is said to the one who can least. */
const worst = (verdicts: readonly DropVerdict[]): DropVerdict =>
  verdicts.reduce((a, b) => (order[b.kind] > order[a.kind] ? b : a), verdicts[0] ?? nobody);

const nobody: DropVerdict = { kind: 'refused', reason: 'inactive', values: {} };
