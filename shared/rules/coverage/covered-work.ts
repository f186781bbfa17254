import { secondsBetween } from '../../geo/instant-arithmetic.ts';
import type { Appointment } from '../../model/appointment.ts';
import type { CoveredWork } from '../../model/coverage-facts.ts';
import type { FoundCauses } from '../../model/found-causes.ts';
import type { Part } from '../../model/part.ts';
import type { PartUsage } from '../../model/stock.ts';
import { isFinished } from '../appointment-lifecycle.ts';
import { causesOfWork } from './causes-of-work.ts';

export interface WorkDone {
  /** Of the work order, in the order of their making. */
  readonly appointments: readonly Appointment[];
  readonly partUsages: readonly PartUsage[];
  /** The catalogue, at least of what is used. */
  readonly parts: readonly Part[];
  /** What the office says was found. */
  readonly causes?: FoundCauses | undefined;
}

/** What is charged for a work order: as planned while it is open, as done from then on. Cancelled appointments cost nothing. */
export const coveredWork = ({ appointments, partUsages, parts, causes }: WorkDone): CoveredWork => {
  const lines = appointments.map((appointment, at) => linesOf(appointment, at + 1, partUsages, parts));
  const found = causesOfWork(causes, appointments);
  return {
    labour: lines.flatMap(({ labour }) => labour),
    travel: lines.flatMap(({ travel }) => travel),
    parts: lines.flatMap(({ parts: used }) => used),
    ...(found.length > 0 && { causes: found }),
  };
};

/** What one appointment adds; its number in the work order names its lines. */
export const linesOf = (
  appointment: Appointment,
  number: number,
  partUsages: readonly PartUsage[],
  parts: readonly Part[],
): Pick<CoveredWork, 'labour' | 'travel' | 'parts'> => {
  if (appointment.status === 'cancelled') return { labour: [], travel: [], parts: [] };
  return {
    labour: [labourOf(appointment, number)],
    travel: [{ id: `travel-${number}`, metres: appointment.plannedTravelMetres ?? 0 }],
    parts: partsOf(appointment, number, partUsages, parts),
  };
};

const labourOf = (appointment: Appointment, number: number): CoveredWork['labour'][number] => {
  const { actualStartAt, actualEndAt, assignments, durationSeconds } = appointment;
  const isDone = actualStartAt !== undefined && actualEndAt !== undefined;
  const seconds = isDone ? Math.max(0, Math.round(secondsBetween(actualStartAt, actualEndAt))) : durationSeconds;
  const startsAt = actualStartAt ?? assignments[0]?.plannedStartAt;
  return {
    id: `labour-${number}`,
    workTypeId: appointment.workTypeId,
    skillIds: appointment.skillRequirements.map(({ skillId }) => skillId).sort(),
    ...(startsAt !== undefined && { startsAt }),
    seconds: seconds * Math.max(1, assignments.length),
  };
};

const partsOf = (
  appointment: Appointment,
  number: number,
  usages: readonly PartUsage[],
  parts: readonly Part[],
): CoveredWork['parts'] => {
  const used = quantities(usages.filter(({ appointmentId }) => appointmentId === appointment.id));
  if (!isFinished(appointment.status)) {
    for (const { partId, quantity } of appointment.partRequirements) {
      used.set(partId, Math.max(used.get(partId) ?? 0, quantity));
    }
  }
  return [...used].flatMap(([partId, quantity]) => {
    const part = parts.find(({ id }) => id === partId);
    if (quantity <= 0) return [];
    const line = { id: `part-${number}-${partId}`, partId, quantity };
    return [{ ...line, unitPriceMinorUnits: part?.priceMinorUnits ?? 0, ...(part?.wears && { wears: true }) }];
  });
};

/** Used and swapped, less what was put back. */
const quantities = (usages: readonly PartUsage[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { partId, quantity, kind } of usages) {
    sums.set(partId, (sums.get(partId) ?? 0) + (kind === 'returned' ? -quantity : quantity));
  }
  return sums;
};
