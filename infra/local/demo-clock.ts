import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayOf, instantOf, weekdayOf } from '../../shared/geo/zoned-time.ts';
import { writeSecret } from './write-secret.ts';

/** How far the demonstration's clock is from the real one, kept between starts. */
interface KeptClock {
  readonly setting: string;
  readonly offsetMs: number;
}

const zone = 'America/New_York';
/** A restart outside of these hours moves on to the next morning, so that the demonstration is never asleep. */
const opens = '07:30';
const closes = '18:00';
const morning = '10:00';

/**
 * The clock by its setting: 'real', 'demonstration' (10:00 in Boston in the middle of a week, then at real speed), or an instant
 * to start from. The distance to real time is kept in the folder, so that time does not run backwards over a restart.
 */
export async function openClock(folder: string, setting: string, realNow: () => number): Promise<() => Date> {
  if (setting === 'real') return () => new Date(realNow());
  const file = join(folder, 'clock.json');
  const kept = readKept(file);
  const same = kept?.setting === setting ? kept : undefined;
  const startMs = startOf(setting, same && realNow() + same.offsetMs, realNow());
  const offsetMs = startMs - realNow();
  await writeSecret(file, JSON.stringify({ setting, offsetMs } satisfies KeptClock));
  return () => new Date(realNow() + offsetMs);
}

function startOf(setting: string, keptMs: number | undefined, realMs: number): number {
  if (setting === 'demonstration') return demonstrationStart(keptMs, realMs);
  const given = Date.parse(setting);
  if (Number.isNaN(given)) throw new Error(`FIELDLINE_CLOCK is neither 'real' nor an instant: ${setting}`);
  return keptMs ?? given;
}

/** 10:00 of today or of the next Tuesday, Wednesday or Thursday; a kept clock goes on within working hours and else jumps forward to a morning. */
export function demonstrationStart(keptMs: number | undefined, realMs: number): number {
  const at = new Date(keptMs ?? realMs).toISOString();
  const today = dayOf(at, zone);
  const timeOf = (time: string) => Date.parse(instantOf(today, time, zone));
  if (keptMs === undefined) return morningOf(midweekFrom(today));
  if (weekdayOf(today) <= 5 && keptMs >= timeOf(opens) && keptMs < timeOf(closes)) return keptMs;
  return morningOf(weekdayFrom(keptMs < timeOf(morning) ? today : addDays(today, 1)));
}

const morningOf = (day: string) => Date.parse(instantOf(day, morning, zone));

/** A first start falls on a day that has working days on both sides, so that yesterday and tomorrow are full as well. */
function midweekFrom(day: string): string {
  const weekday = weekdayOf(day);
  return weekday >= 2 && weekday <= 4 ? day : midweekFrom(addDays(day, 1));
}

function weekdayFrom(day: string): string {
  return weekdayOf(day) <= 5 ? day : weekdayFrom(addDays(day, 1));
}

function readKept(file: string): KeptClock | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeptClock; // written by openClock
  } catch {
    return undefined;
  }
}
