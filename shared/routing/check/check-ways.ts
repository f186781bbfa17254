import { broken, type Violation } from '../violation.ts';
import type { CheckedDay } from './checked-day.ts';
import { breaksIn, freeFrom, gapsOf, waysThrough, type Gap, type TakenBreak } from './gap.ts';
import { takenBreaksOf } from './taken-breaks.ts';

/** Between one and the next is time for the way and the breaks on it, wherever either was planned; ways are told as they are. */
export const checkWays = (day: CheckedDay): Violation[] => {
  const breaks = takenBreaksOf(day);
  return [
    ...gapsOf(day).flatMap((gap) => checkGap(day, gap, breaksIn(gap, breaks))),
    ...day.shifts
      .filter(({ back, endPlace, isTouched }) => isTouched && endPlace !== undefined && !back)
      .map(({ index }) => broken('wrong-return', `shift ${index} does not end`, { technicianId: day.technician.id })),
  ];
};

const checkGap = (day: CheckedDay, gap: Gap, breaks: readonly TakenBreak[]): Violation[] => {
  if (gap.next === undefined && gap.back === undefined) return [];
  const stopId = gap.next?.checked?.stop.id;
  const where = { technicianId: day.technician.id, ...(stopId !== undefined && { stopId }) };
  const told = gap.next?.checked?.planned ?? gap.next?.pickup ?? gap.back;
  const possible = gap.target === undefined ? [] : waysThrough(day, gap, breaks);
  const isStanding = gap.target === undefined && freeFrom(gap) <= gap.until;
  if (gap.isTouched && possible.length === 0 && !isStanding) {
    return [broken('travel-too-short', `free at ${freeFrom(gap)}, expected at ${gap.until}`, where)];
  }
  const anyWay = gap.isTouched ? possible : waysThrough(day, { ...gap, until: Infinity }, []);
  const isTrue = anyWay.some(({ seconds, metres }) => seconds === told?.travelSeconds && metres === told.travelMetres);
  if (told && gap.target !== undefined && !isTrue) {
    const ways = anyWay.map(({ seconds }) => seconds).join(' or ');
    return [broken('wrong-leg', `the way takes ${ways} s, not ${told.travelSeconds}`, where)];
  }
  return [];
};
