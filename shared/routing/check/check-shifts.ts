import { broken, type Violation } from '../violation.ts';
import type { CheckedDay, CheckedShift, Visit } from './checked-day.ts';

/** All that is planned, and the way home, lies in a shift or its overtime. */
export const checkShifts = ({ technician, shifts, stops, route }: CheckedDay): Violation[] => {
  const inShifts = shifts.flatMap((shift) => shift.visits.filter((visit) => isOutside(shift, visit)));
  const visits = technician.shifts.length > 0 ? inShifts : stops.filter(({ untouched }) => !untouched).map(visitAnyway);
  const late = shifts.filter(({ back, isTouched, shift }) => isTouched && back && back.at > endOf(shift));
  const unknown = route.returns?.filter(({ shift }) => !shifts[shift]) ?? [];
  return [
    ...visits.map(({ from, to, checked, pickup }) => {
      const what = checked?.stop.id ?? pickup?.partId ?? 'something';
      const where = { technicianId: technician.id, ...(checked && { stopId: checked.stop.id }) };
      return broken('outside-shift', `${what} from ${from} to ${to}`, where);
    }),
    ...late.map(({ index, back }) =>
      broken('outside-shift', `shift ${index} ends at ${back?.at ?? 0}`, { technicianId: technician.id }),
    ),
    ...unknown.map(({ shift }) =>
      broken('wrong-return', `there is no shift ${shift}`, { technicianId: technician.id }),
    ),
  ];
};

const visitAnyway = (checked: CheckedDay['stops'][number]): Visit => ({
  from: checked.planned.start,
  to: checked.planned.end,
  checked,
});

const endOf = ({ to, overtimeUntil = to }: CheckedShift['shift']): number => overtimeUntil;

const isOutside = ({ shift }: CheckedShift, { from, to, checked, pickup }: Visit): boolean => {
  const isPlanned = checked?.untouched === false || pickup !== undefined;
  return isPlanned && (from < shift.from || to > endOf(shift));
};
