import { absenceEntity } from '../../../functions/store/entities/absence.ts';
import { latestPositionEntity } from '../../../functions/store/entities/latest-position.ts';
import { partUsageEntity } from '../../../functions/store/entities/part-usage.ts';
import { stockMovementEntity } from '../../../functions/store/entities/stock-movement.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { dayBounds, dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { TechnicianDay } from '../../../shared/model/technician-day.ts';
import { emptyDay, takeInterval } from '../../../shared/rules/technician-day.ts';
import { demonstrationZone } from './catalogue.ts';
import type { DemoCompany } from './company.ts';
import type { Keep } from './keep.ts';
import { keepWork } from './keep-work.ts';
import { type DayRoute, planRoutes } from './plan-routes.ts';
import { type Progress, progressOf } from './progress.ts';
import type { Random } from './random.ts';
import type { Shelves } from './shelves.ts';
import type { Crewed } from './technicians.ts';
import { workTypeList } from './work-type-list.ts';
import { whereaboutsOf } from './whereabouts.ts';

export interface DemoDay {
  readonly company: DemoCompany;
  readonly day: string;
  readonly now: string;
  readonly shelves: Shelves;
  readonly keep: Keep;
}

/** Hands over one day of the company: one absence, everyone's route with what became of it by now, guards, parts used, positions. */
export function keepDay(demo: DemoDay): void {
  const { company, day, now } = demo;
  const today = dayOf(now, demonstrationZone);
  const random = company.make.random(`day/${day}`);
  const absent = random.pick(company.crew.slice(3));
  keepAbsence(demo, absent);
  for (const route of planRoutes(company, day, now, absent.line.name)) {
    const progress = progressOf(route, day, today, now, random);
    keepRoute(demo, route, progress, random);
    if (day === today && route.shift.from <= now && now < route.shift.to) {
      demo.keep(latestPositionEntity, whereaboutsOf(route, progress, now));
    }
  }
}

function keepRoute(demo: DemoDay, { crewed }: DayRoute, progress: readonly Progress[], random: Random): void {
  let guard: TechnicianDay = emptyDay(crewed.technician.id, demo.day);
  for (const { stop, change, happened } of progress) {
    const appointment = keepWork(demo.company, stop.work, demo.keep, change, happened);
    const { plannedStartAt: from, plannedEndAt: to } = stop;
    const taken = takeInterval(guard, { kind: 'appointment', id: appointment.id, from, to });
    if (!taken.ok) throw new Error(`The demonstration double-books ${crewed.technician.name} on ${demo.day}`);
    guard = taken.day;
    keepUsage(demo, crewed, appointment, stop.work.key, random);
  }
  demo.keep(technicianDayEntity, { ...guard, version: 1 });
}

/** Most completed work used one part, taken from the van by the ledger's rule. */
function keepUsage(
  { company, shelves, keep }: DemoDay,
  { van, technician }: Crewed,
  appointment: Appointment,
  key: keyof typeof workTypeList,
  random: Random,
): void {
  const { uses } = workTypeList[key];
  const at = appointment.actualEndAt;
  if (appointment.status !== 'completed' || at === undefined || uses.length === 0 || !random.chance(0.7)) return;
  const part = company.catalogue.parts[random.pick<(typeof uses)[number]>(uses)];
  if (!shelves.take(van.id, part.id, at)) return;
  const shared = { partId: part.id, stockLocationId: van.id, at, by: technician.name, appointmentId: appointment.id };
  keep(partUsageEntity, { ...shared, id: company.make.id('partUsage', appointment.id, at), quantity: 1 });
  keep(stockMovementEntity, {
    ...shared,
    id: company.make.id('stockMovement', appointment.id, at),
    kind: 'usage',
    change: -1,
  });
}

function keepAbsence({ company, day, now, keep }: DemoDay, { technician }: Crewed): void {
  const span = dayBounds(day, demonstrationZone);
  const record = company.make.record('absence', `${day}/${technician.id}`, company.tenant.createdAt);
  keep(absenceEntity, { ...record, technicianId: technician.id, kind: now > span.from ? 'sick' : 'training', span });
  const taken = takeInterval(emptyDay(technician.id, day), { kind: 'absence', id: record.id, ...span });
  if (taken.ok) keep(technicianDayEntity, { ...taken.day, version: 1 });
}
