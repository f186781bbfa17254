import type { Appointment } from '../../shared/model/appointment.ts';
import { partsFromVan } from '../../shared/model/parts-from-van.ts';
import { isFinished } from '../../shared/rules/appointment-lifecycle.ts';
import { stockOf } from '../store/questions/stock.ts';
import type { TechniciansQuestion } from './technicians-question.ts';

export interface VanStock {
  /** What lies there, whoever it is promised to. */
  readonly onVan: (technicianId: string, partId: string) => number;
  /** What nothing else on any day is promised, by part. */
  readonly free: (technicianId: string) => ReadonlyMap<string, number>;
}

/**
 * Of the parts that are asked for: what lies on each van, and what of it is left when all that stands elsewhere and all that
 * earlier parts of the plan propose has taken its share. What stands on the day itself takes its share in the problem.
 */
export const freeVanStock = async (
  question: TechniciansQuestion & { readonly known: ReadonlyMap<string, Appointment> },
): Promise<VanStock> => {
  const { table, tenantId, technicians, askedPartIds, appointments, settled, known } = question;
  const vans = new Map(
    technicians.flatMap(({ id, vanStockLocationId: van }) => (van === undefined ? [] : [[van, id]])),
  );
  const levels = await stockOf(table, tenantId, [...vans.keys()], askedPartIds);
  const there = new Map(
    levels.map(({ stockLocationId, partId, quantity }) => [
      nameOf(vans.get(stockLocationId) ?? '', partId),
      { technicianId: vans.get(stockLocationId), partId, quantity },
    ]),
  );
  const left = new Map([...there].map(([name, { quantity }]) => [name, quantity]));
  const take = (technicianId: string, partId: string, quantity: number): void => {
    const name = nameOf(technicianId, partId);
    left.set(name, Math.max(0, (left.get(name) ?? 0) - quantity));
  };
  const onDay = new Set(appointments.map(({ id }) => id));
  for (const appointment of known.values()) {
    const { id, status, assignments } = appointment;
    if (onDay.has(id) || isFinished(status) || settled.stops.has(id)) continue;
    for (const { partId, quantity } of partsFromVan(appointment))
      take(assignments[0]?.technicianId ?? '', partId, quantity);
  }
  for (const { technicianId, partId, quantity } of settled.promised) take(technicianId, partId, quantity);
  return {
    onVan: (technicianId, partId) => there.get(nameOf(technicianId, partId))?.quantity ?? 0,
    free: (technicianId) => {
      const his = [...there.entries()].filter(([, level]) => level.technicianId === technicianId);
      return new Map(his.map(([name, { partId }]) => [partId, left.get(name) ?? 0]));
    },
  };
};

const nameOf = (technicianId: string, partId: string): string => `${technicianId} ${partId}`;
