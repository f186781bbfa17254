import { TZDate } from '@date-fns/tz';

/** When `rate(…)` or `cron(…)` of EventBridge Scheduler is due next, after an instant. */
export function nextTime(expression: string, after: Date, zone: string): Date {
  const [, kind, inner = ''] = /^(rate|cron)\((.+)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return new Date(after.getTime() + rateMs(inner));
  if (kind === 'cron') return nextCron(inner, after, zone);
  throw new Error(`The runner reads no schedule ${expression}`);
}

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function rateMs(text: string): number {
  const [count = '', unit = ''] = text.split(' ');
  const ms = Number(count) * (unitMs[unit.replace(/s$/, '')] ?? Number.NaN);
  if (!(ms > 0)) throw new Error(`The runner reads no rate ${text}`);
  return ms;
}

const minuteMs = 60_000;
/** A schedule that is not due within a year is a mistake. */
const mostMinutes = 366 * 24 * 60;

/** Fields as AWS has them: minute, hour, day of month, month, day of week (1 is Sunday), year. */
function nextCron(text: string, after: Date, zone: string): Date {
  const fields = text.split(' ').map(fieldOf);
  for (let i = 1; i <= mostMinutes; i++) {
    const at = new Date((Math.floor(after.getTime() / minuteMs) + i) * minuteMs);
    const local = new TZDate(at.getTime(), zone);
    const parts = [
      local.getMinutes(),
      local.getHours(),
      local.getDate(),
      local.getMonth() + 1,
      local.getDay() + 1,
      local.getFullYear(),
    ];
    if (parts.every((part, index) => fields[index]?.(part) ?? true)) return at;
  }
  throw new Error(`The schedule cron(${text}) is not due within a year`);
}

const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** `*`, `?`, numbers, names of days, lists, ranges and steps. */
function fieldOf(text: string): (value: number) => boolean {
  if (text === '*' || text === '?') return () => true;
  const ranges = text.split(',').map((part) => {
    const [range = '', step = '1'] = part.split('/');
    const [from, to] = range === '*' ? [0, Number.POSITIVE_INFINITY] : range.split('-').map(numberOf);
    if (from === undefined || Number.isNaN(from)) throw new Error(`The runner reads no schedule field ${text}`);
    const last = to ?? (part.includes('/') ? Number.POSITIVE_INFINITY : from);
    return (value: number) => value >= from && value <= last && (value - from) % Number(step) === 0;
  });
  return (value) => ranges.some((fits) => fits(value));
}

const numberOf = (text: string): number => (dayNames.includes(text) ? dayNames.indexOf(text) + 1 : Number(text));
