import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { TravelLeg } from '../../../shared/geo/travel-model.ts';
import type { Position } from '../../../shared/model/place.ts';
import type { InstantSpan } from '../../../shared/model/time.ts';
import { shiftsOn } from '../../../shared/rules/working-time.ts';
import { demonstrationZone } from './catalogue.ts';
import type { DemoCompany } from './company.ts';
import { type DemoWork, inventWork } from './invent-work.ts';
import type { Random } from './random.ts';
import type { Crewed } from './technicians.ts';
import { workTypeList, type WorkTypeKey, type WorkTypeLine } from './work-type-list.ts';

/** A stop of a technician's day as it was planned. */
export interface RoutedWork {
  readonly work: DemoWork;
  readonly leg: TravelLeg;
  readonly from: Position;
  readonly plannedStartAt: string;
  readonly plannedEndAt: string;
}

export interface DayRoute {
  readonly crewed: Crewed;
  readonly shift: InstantSpan;
  readonly stops: readonly RoutedWork[];
}

/** On a working day of the demonstration. */
const stopsADay = 50;

/** A day's routes: as many appointments as a day has, dealt to those who work, each after the other with travel between. */
export function planRoutes(company: DemoCompany, day: string, now: string, absentName: string | undefined): DayRoute[] {
  const working = company.crew.flatMap((crewed) => {
    const [shift] = shiftsOn(crewed.technician, day, demonstrationZone);
    return shift && crewed.line.name !== absentName ? [{ crewed, shift }] : [];
  });
  const random = company.make.random(`dealt/${day}`);
  const dealt = random.shuffled(working.map((_, index) => index));
  const base = Math.min(3, Math.floor(stopsADay / Math.max(1, working.length)));
  const extra = Math.min(working.length, stopsADay - base * working.length);
  const withExtra = new Set(dealt.slice(0, extra));
  // Whoever signs in as `technician` is the first one: he shall find a full day.
  const more = (index: number) => (withExtra.has(index) ? 1 : 0) + (working[index]?.crewed === company.crew[0] ? 2 : 0);
  return working.map(({ crewed, shift }, index) => ({
    crewed,
    shift,
    stops: routeOf(company, crewed, shift, day, now, base + more(index)),
  }));
}

function routeOf(
  company: DemoCompany,
  crewed: Crewed,
  shift: InstantSpan,
  day: string,
  now: string,
  wanted: number,
): RoutedWork[] {
  const random = company.make.random(`route/${day}/${crewed.line.name}`);
  const stops: RoutedWork[] = [];
  const usedPlaces = new Set<string>();
  let from = crewed.technician.startPlace.location;
  let freeAt = Date.parse(shift.from);
  for (let attempt = 0; stops.length < wanted && attempt < wanted * 6; attempt += 1) {
    const name = `${day}/${crewed.line.name}/${attempt}`;
    const start = new Date(freeAt + 20 * 60_000).toISOString();
    const elapsed = random.chance(0.04) ? 1.05 : undefined;
    const wish = { name, key: workTypeFor(crewed, random), territory: crewed.line.home, now, plannedStartAt: start };
    const work = inventWork(company, random, { ...wish, ...(elapsed === undefined ? {} : { elapsed }) });
    if (!work || usedPlaces.has(work.place.addressText)) continue;
    const stop = stopFor(work, from, freeAt, random);
    if (Date.parse(stop.plannedEndAt) > Date.parse(shift.to)) continue;
    usedPlaces.add(work.place.addressText);
    stops.push(stop);
    from = work.place.location;
    freeAt = Date.parse(stop.plannedEndAt) + random.next() * spareMs(shift, freeAt, wanted - stops.length + 1);
  }
  return stops;
}

function stopFor(work: DemoWork, from: Position, freeAt: number, random: Random): RoutedWork {
  const leg = estimatedTravel.travel(from, work.place.location);
  const start = upToFiveMinutes(freeAt + leg.seconds * 1000 + random.between(0, 2) * 300_000);
  const plannedStartAt = new Date(start).toISOString();
  return {
    work,
    leg,
    from,
    plannedStartAt,
    plannedEndAt: new Date(start + work.workType.durationSeconds * 1000).toISOString(),
  };
}

/** Work that the technician may do alone: a skill he holds at the level it asks for, his first skills more often. */
function workTypeFor({ line, technician }: Crewed, random: Random): WorkTypeKey {
  const keys = Object.keys(workTypeList) as WorkTypeKey[]; // the list's own keys
  const fitting = keys.filter((key) => {
    const { skill, crew }: WorkTypeLine = workTypeList[key];
    if (crew !== undefined) return false;
    return line.skills.some(([held, level]) => held === skill[0] && level >= skill[1] && line.expired !== held);
  });
  const [first] = line.skills;
  const favourite = fitting.filter((key) => workTypeList[key].skill[0] === first?.[0]);
  if (fitting.length === 0) throw new Error(`${technician.name} can do nothing`);
  return random.pick(favourite.length > 0 && random.chance(0.6) ? favourite : fitting);
}

/** A day is not full: so much time may pass before the next of the stops that are left, each taking some hour and a half. */
function spareMs(shift: InstantSpan, freeAt: number, left: number): number {
  const usual = 90 * 60_000;
  return Math.max(0, (Date.parse(shift.to) - freeAt - left * usual) / left);
}

const upToFiveMinutes = (epochMs: number) => Math.ceil(epochMs / 300_000) * 300_000;
