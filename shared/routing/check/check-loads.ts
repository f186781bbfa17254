import { broken, type Violation } from '../violation.ts';
import type { CheckedDay, CheckedShift } from './checked-day.ts';

/** The van never carries more than it holds: all deliveries from the start, less what is left, more what is taken up. */
export const checkLoads = (day: CheckedDay): Violation[] => {
  const { capacity, id } = day.technician;
  if (!capacity) return [];
  return day.shifts
    .filter((shift) => shift.isTouched && capacity.some((most, dimension) => fullest(shift, dimension) > most))
    .map(({ index }) =>
      broken('overloaded', `shift ${index} carries more than ${capacity.join(', ')}`, { technicianId: id }),
    );
};

const fullest = ({ visits }: CheckedShift, dimension: number): number => {
  const stops = visits.flatMap(({ checked }) => checked?.stop ?? []);
  let load = stops.reduce((sum, { delivery }) => sum + (delivery?.[dimension] ?? 0), 0);
  let most = load;
  for (const { delivery, pickup } of stops) {
    load += (pickup?.[dimension] ?? 0) - (delivery?.[dimension] ?? 0);
    most = Math.max(most, load);
  }
  return most;
};
