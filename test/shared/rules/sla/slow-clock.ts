import type { ServiceHours } from '../../../../shared/model/service-hours.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * In which minutes of an hour of UTC promised time runs, read off the wall clock that Intl shows, minute by minute: slow, and
 * it shares nothing with the rule but the schema. Zones that change their clocks within an hour of UTC are not its business.
 */
export const slowClock = ({ timeZone, weekly, daysOff }: ServiceHours): ((hour: number) => boolean[]) => {
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const spansOf = new Map(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => [
      weekday,
      weekly
        .filter((span) => span.weekdays.includes(weekday))
        .map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })),
    ]),
  );
  return (hour) => {
    // Such as: Tue, 2026-05-12, 14:00
    const [name = '', day = '', time = ''] = wall.format(hour * 3_600_000).split(', ');
    const weekday = weekdays.indexOf(name.slice(0, 3)) + 1;
    const start = minutesOf(time);
    const spans = daysOff.includes(day) ? [] : (spansOf.get(weekday) ?? []);
    return Array.from({ length: 60 }, (_, minute) =>
      spans.some(({ from, to }) => from <= start + minute && start + minute < to),
    );
  };
};
