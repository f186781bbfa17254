import { broken, type Violation } from '../violation.ts';
import type { CheckedDay } from './checked-day.ts';
import { whereTouched } from './touched-stops.ts';

/** Nothing is planned into an absence or another territory's time. */
export const checkBlocks = (day: CheckedDay): Violation[] => {
  const { blocks, id } = day.technician;
  const isIn = (start: number, end: number) => blocks.some(({ from, to }) => from < end && start < to);
  return [
    ...whereTouched(day, 'in-a-block', ({ planned }) => isIn(planned.start, planned.end)),
    ...(day.route.pickups ?? [])
      .filter(({ start, end }) => isIn(start, end))
      .map(({ partId, start }) => broken('in-a-block', `${partId} is fetched at ${start}`, { technicianId: id })),
  ];
};
