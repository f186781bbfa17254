import type { Language } from '../../shared/model/scalar.ts';

type Instant = string | number | Date;

/** Times, spans, durations and distances in one language and one time zone. Built once per pair: Intl is slow to build. */
export interface Format {
  /** 14:05 */
  time(at: Instant): string;
  /** 14:05–14:35 */
  timeSpan(from: Instant, to: Instant): string;
  /** Mon 21 Sep; from a day YYYY-MM-DD */
  day(day: string): string;
  /** Mon 21; where there is room for no more */
  weekdayAndDay(day: string): string;
  /** 21 Sep 2029; from a day YYYY-MM-DD that may lie years away */
  date(day: string): string;
  /** Mon 14:05; within a week it is enough */
  weekdayAndTime(at: Instant): string;
  /** Mon 21 Sep, 14:05 */
  dayAndTime(at: Instant): string;
  /** 1h 20 min; whole minutes, at least one */
  duration(seconds: number): string;
  /** 850 m, 1.2 km */
  distance(metres: number): string;
  /** 4 min ago, in 2 hr */
  relative(at: Instant, now: number): string;
  number(value: number): string;
  percent(value: number): string;
  /** EDT */
  zoneName(at: Instant): string;
  /** Eastern Time: for those who are not in it */
  zoneInWords(at: Instant): string;
}

const cache = new Map<string, Format>();

export const formatFor = (language: Language, timeZone: string): Format => {
  const key = `${language} ${timeZone}`;
  const kept = cache.get(key);
  if (kept) return kept;
  const made = build(language === 'zh' ? 'zh-CN' : 'en-GB', timeZone);
  cache.set(key, made);
  return made;
};

const build = (locale: string, timeZone: string): Format => {
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dayFormat = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...dayFormat });
  const weekdayAndDay = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric' });
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const dayAndTime = new Intl.DateTimeFormat(locale, {
    timeZone,
    ...dayFormat,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const weekdayAndTime = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const zone = (timeZoneName: 'short' | 'longGeneric', at: Instant) =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts(new Date(at))
      .find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short' });
  const unit = unitFormats(locale);
  return {
    time: (at) => time.format(new Date(at)),
    timeSpan: (from, to) => `${time.format(new Date(from))}–${time.format(new Date(to))}`,
    day: (text) => day.format(new Date(`${text}T12:00:00Z`)),
    weekdayAndDay: (text) => weekdayAndDay.format(new Date(`${text}T12:00:00Z`)),
    date: (text) => date.format(new Date(`${text}T12:00:00Z`)),
    weekdayAndTime: (at) => weekdayAndTime.format(new Date(at)),
    dayAndTime: (at) => dayAndTime.format(new Date(at)),
    duration: (seconds) => unit.duration(Math.max(1, Math.round(Math.abs(seconds) / 60))),
    distance: (metres) => unit.distance(metres),
    // What is newer than a `now` of whole minutes was just now, and not in some seconds.
    relative: (at, now) => relativeTo(relative, Math.min(-0, (new Date(at).getTime() - now) / 1000)),
    number: (value) => unit.number.format(value),
    percent: (value) => unit.percent.format(value / 100),
    zoneName: (at) => zone('short', at),
    zoneInWords: (at) => zone('longGeneric', at),
  };
};

const unitFormats = (locale: string) => {
  const of = (name: string, digits = 0) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });
  // Rows are dense: not "2 hrs 24 mins". English of Britain knows no "24 min", and "24m" would be metres.
  const minute = new Intl.NumberFormat(locale === 'en-GB' ? 'en' : locale, { style: 'unit', unit: 'minute' });
  const hour = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'narrow' });
  const metre = of('meter');
  const kilometre = of('kilometer', 1);
  const together = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' });
  return {
    number: new Intl.NumberFormat(locale),
    percent: new Intl.NumberFormat(locale, { style: 'percent' }),
    duration: (minutes: number): string => {
      if (minutes < 60) return minute.format(minutes);
      const rest = minutes % 60;
      return together.format([hour.format(Math.floor(minutes / 60)), ...(rest > 0 ? [minute.format(rest)] : [])]);
    },
    distance: (metres: number): string =>
      metres < 950 ? metre.format(Math.round(metres / 10) * 10) : kilometre.format(metres / 1000),
  };
};

const relativeTo = (format: Intl.RelativeTimeFormat, seconds: number): string => {
  const size = Math.abs(seconds);
  if (size < 60) return format.format(Math.round(seconds), 'second');
  if (size < 3600) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return format.format(Math.round(seconds / 3600), 'hour');
  return format.format(Math.round(seconds / 86_400), 'day');
};
