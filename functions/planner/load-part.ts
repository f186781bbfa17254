import { departureOfDay } from '../../shared/geo/departure-of-day.ts';
import { dayBounds } from '../../shared/geo/zoned-time.ts';
import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { Position } from '../../shared/model/place.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { PlanPartRef } from '../../shared/model/plan-part.ts';
import { dealStops } from '../../shared/routing/deal-stops.ts';
import type { PlanningDay, PlanningTechnician } from '../../shared/routing/planning-day.ts';
import { partsBefore } from '../../shared/rules/split-horizon.ts';
import { backlog, dayBoard } from '../store/questions/board.ts';
import { allTechnicians, allTerritories } from '../store/questions/catalogue.ts';
import { techniciansNamed } from '../store/questions/technicians-named.ts';
import type { Table } from '../store/table-client.ts';
import { travelIn } from '../store/travel-in.ts';
import { continuedWork } from './continued-work.ts';
import { dealtDays } from './dealt-days.ts';
import { earlierParts } from './earlier-parts.ts';
import { partSources } from './part-sources.ts';
import { planningTechnicians } from './planning-technicians.ts';

export interface PartQuestion {
  readonly table: Table;
  readonly tenantId: string;
  readonly plan: Pick<Plan, 'id' | 'territoryIds' | 'days' | 'preferences' | 'disturbance'>;
  readonly part: PlanPartRef;
  readonly now: string;
  readonly travel: TravelSource;
}
export interface LoadedPart {
  readonly planning: PlanningDay;
  /** Waiting appointments that a later day of the plan may take. */
  readonly mayWait: ReadonlySet<string>;
  /** How many were not even looked at and cannot be on a later day. */
  readonly leftOut: number;
  /** What lies on a technician's van, whoever it is promised to. */
  readonly onVan: (technicianId: string, partId: string) => number;
}

/** The most urgent appointments that the planner looks at. */
const backlogLimit = 1500;

/** Everything that planning a territory's day needs to know, earlier parts of the same plan counted as done. */
export const loadPart = async (question: PartQuestion): Promise<LoadedPart> => {
  const { table, tenantId, plan, part, now, travel } = question;
  const { territoryId, day } = part;
  const [territories, everyone, appointments, waiting] = await Promise.all([
    allTerritories(table, tenantId),
    allTechnicians(table, tenantId),
    dayBoard(table, tenantId, territoryId, day),
    backlog(table, tenantId, territoryId),
  ]);
  const zones = new Map(territories.map(({ id, timeZone }) => [id, timeZone]));
  const territory = territories.find(({ id }) => id === territoryId);
  if (!territory) throw new Error(`The territory ${territoryId} is missing`);
  const { timeZone } = territory;
  const settled = await earlierParts({
    table,
    tenantId,
    planId: plan.id,
    parts: partsBefore({ ...plan, technicians: everyone }, part),
  });
  const able = everyone.filter(({ active, territoryIds }) => active && territoryIds.includes(territoryId));
  const isAsked = ({ id }: Appointment) => plan.disturbance?.appointmentIds.includes(id) ?? true;
  const { ready, onlyBy, heldBack } = await continuedWork({
    ...{ table, tenantId, settled },
    waiting: waiting.filter((one) => !settled.stops.has(one.id) && isAsked(one)),
  });
  const isLastDay = plan.days.at(-1) === day;
  const days = plan.days.filter((one) => one >= day).map((one) => ({ day: one, ...dayBounds(one, timeZone) }));
  const asked = [...appointments, ...ready].flatMap(({ partRequirements }) => partRequirements);
  const askedPartIds = [...new Set(asked.map(({ partId }) => partId))];
  const { technicians, guards, onVan } = await planningTechnicians({
    ...{ table, tenantId, now, day, technicians: able, zones, settled, appointments, askedPartIds },
    lastDay: plan.days.at(-1) ?? day,
    timeZone,
  });
  const shifts = technicians.flatMap((one) => one.shifts);
  const sources = await partSources({ table, tenantId, day, timeZone, now, shifts, everyone, settled, askedPartIds });
  const deal = dealStops(dealtDays({ days, technicians: able, zones, guards, now, planned: plan.territoryIds }), ready);
  const waitingFirst = deal.first.slice(0, backlogLimit);
  const places = [
    ...placesOf(technicians, [...appointments, ...waitingFirst]),
    ...sources.map(({ source }) => source.place.location),
  ];
  const departAt = departureOfDay(day, timeZone, now);
  const { from: at } = dayBounds(day, timeZone);
  const named = await techniciansNamed(table, tenantId, [...appointments, ...waitingFirst], { zone: timeZone, at });
  return {
    planning: {
      territory: { id: territoryId, timeZone },
      day,
      now,
      technicians,
      appointments,
      backlog: waitingFirst,
      travel: await travelIn({ table, travel, tenantId, territory, places, departAt }),
      backlogLimit,
      preferences: plan.preferences,
      onlyBy,
      completes: plan.disturbance?.appointmentIds ?? 'all',
      named,
      sources,
    },
    mayWait: deal.mayWait,
    leftOut:
      deal.first.slice(backlogLimit).filter(({ id }) => !deal.mayWait.has(id)).length +
      (isLastDay ? heldBack.length : 0),
    onVan,
  };
};

/** Every place that the day may ask a way from or to. */
const placesOf = (technicians: readonly PlanningTechnician[], appointments: readonly Appointment[]): Position[] => [
  ...technicians.flatMap(({ technician, latest, taken }) => [
    technician.startPlace.location,
    ...(latest ? [latest.fix.location] : []),
    ...taken.flatMap(({ location }) => (location ? [location] : [])),
  ]),
  ...appointments.map(({ place }) => place.location),
];
