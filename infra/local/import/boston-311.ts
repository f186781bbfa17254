import { addDays, dayOf, instantOf } from '../../../shared/geo/zoned-time.ts';
import type { Priority } from '../../../shared/model/priority.ts';
import type { ImportedRequest } from '../../../shared/protocol/endpoints/service-requests.ts';
import type { WorkTypeKey } from '../demo/work-type-list.ts';

/** A row of the City of Boston's 311 records, as its CSV names the columns. */
export interface Boston311Row {
  readonly case_enquiry_id: string;
  readonly open_dt: string;
  readonly target_dt: string;
  readonly case_title: string;
  readonly type: string;
  readonly reason: string;
  readonly location: string;
  readonly latitude: string;
  readonly longitude: string;
}

/** Why a row is not a request that could be worked on. */
export type SkipReason =
  | 'default-point'
  | 'no-place'
  | 'unreadable-date'
  | 'no-due-time'
  | 'due-before-opened'
  | 'due-too-far-ahead'
  | 'unmapped-type';

export const skipReasonText: Readonly<Record<SkipReason, string>> = {
  'default-point': 'lies on the default point of the city (no real place)',
  'no-place': 'has no coordinates',
  'unreadable-date': 'opening time cannot be read',
  'no-due-time': 'has no target time',
  'due-before-opened': 'target lies before the opening',
  'due-too-far-ahead': 'target lies more than 180 days ahead',
  'unmapped-type': 'type is no work of the demonstration company',
};

export interface Boston311Options {
  /** The company's work type by its short name. */
  readonly workTypeId: (key: WorkTypeKey) => string | undefined;
  /** By how many whole days all times are moved. */
  readonly moveDays: number;
}

export type MappedRow =
  | { readonly ok: true; readonly request: ImportedRequest; readonly openedOn: string }
  | { readonly ok: false; readonly reason: SkipReason };

/** Records carry local time without a zone. */
const zone = 'America/New_York';
/** Where rows are put whose address could not be found. */
const defaultPoint = { latitude: 42.3594, longitude: -71.0587 };
const longestPromiseDays = 180;
const secondsADay = 86_400;

/** One row as a request of the company, or why it is none. */
export function mapBoston311(row: Boston311Row, { workTypeId, moveDays }: Boston311Options): MappedRow {
  const skipped = (reason: SkipReason): MappedRow => ({ ok: false, reason });
  const location = locationOf(row);
  if (location === undefined) return skipped('no-place');
  if (location === 'default') return skipped('default-point');
  const openedAt = localInstant(row.open_dt, moveDays);
  if (openedAt === undefined) return skipped('unreadable-date');
  const dueBy = localInstant(row.target_dt, moveDays);
  if (dueBy === undefined) return skipped('no-due-time');
  const promisedSeconds = (Date.parse(dueBy) - Date.parse(openedAt)) / 1000;
  if (promisedSeconds <= 0) return skipped('due-before-opened');
  if (promisedSeconds > longestPromiseDays * secondsADay) return skipped('due-too-far-ahead');
  const key = workTypeKeyOf(row);
  const id = key && workTypeId(key);
  if (id === undefined) return skipped('unmapped-type');
  const request: ImportedRequest = {
    kind: 'fault',
    subject: (row.case_title || row.type).slice(0, 200),
    description: `${row.reason}: ${row.type}`,
    contact: { name: 'City of Boston 311' },
    place: { location, addressText: addressOf(row) },
    workTypeId: id,
    externalRef: `boston-311:${row.case_enquiry_id}`,
    receivedAt: openedAt,
    dueBy,
    priority: priorityOf(promisedSeconds),
  };
  return { ok: true, request, openedOn: dayOf(openedAt, zone) };
}

/** The day on which a row was opened, before any moving; undefined where it cannot be read. */
export const openedOn = ({ open_dt }: Boston311Row): string | undefined => localTime(open_dt)?.day;

/** The city has no priorities; how soon it promises tells as much. */
function priorityOf(promisedSeconds: number): Priority {
  if (promisedSeconds <= secondsADay / 2) return 'emergency';
  if (promisedSeconds <= 2 * secondsADay) return 'high';
  return promisedSeconds <= 14 * secondsADay ? 'normal' : 'low';
}

const byType: Readonly<Record<string, WorkTypeKey>> = {
  'Schedule a Bulk Item Pickup': 'collection',
  'Request for Recycling Cart': 'collection',
  'Missed Trash/Recycling/Yard Waste/Bulk Item': 'collection',
  'Recycling Cart Return': 'collection',
  'Pick up Dead Animal': 'collection',
  'Requests for Street Cleaning': 'collection',
  'Empty Litter Basket': 'collection',
  'Trash on Vacant Lot': 'collection',
  'Overflowing or Un-kept Dumpster': 'collection',
  'Request for Litter Basket Installation': 'collection',
  'Abandoned Bicycle': 'collection',
  'Graffiti Removal': 'graffiti-removal',
  'PWD Graffiti': 'graffiti-removal',
  'Street Light Outages': 'street-light',
  'Street Light Outages (Internal)': 'street-light',
  'Street Light Knock Downs': 'street-light',
  'General Lighting Request': 'street-light',
  'Parks Lighting/Electrical Issues': 'street-light',
  'Traffic Signal Repair': 'traffic-signal',
  'Pothole Repair (Internal)': 'road-repair',
  'Request for Pothole Repair': 'road-repair',
  'Highway Maintenance': 'road-repair',
  'Sidewalk Repair (Make Safe)': 'road-repair',
  'Sidewalk Repair': 'road-repair',
  'Sidewalk Repair (Internal)': 'road-repair',
  'Roadway Repair': 'road-repair',
  'Utility Call-In': 'road-repair',
  'Sign Repair': 'sign-repair',
  'Missing Sign': 'sign-repair',
  'New Sign  Crosswalk or Pavement Marking': 'sign-repair',
  'Pavement Marking Maintenance': 'sign-repair',
  'Parking Meter Repairs': 'sign-repair',
  'Tree Maintenance Requests': 'tree-care',
  'Tree Emergencies': 'tree-care',
  'New Tree Requests': 'tree-care',
  'Park Maintenance Requests': 'tree-care',
  Electrical: 'power-fault',
  Plumbing: 'leak-repair',
  'Heat - Excessive  Insufficient': 'boiler-repair',
};

/** What the city's inspectors look at goes by the reason, for its types are many. */
const byReason: Readonly<Record<string, WorkTypeKey>> = {
  Housing: 'building-inspection',
  Building: 'building-inspection',
  'Environmental Services': 'building-inspection',
  Health: 'building-inspection',
  Sanitation: 'collection',
  'Street Cleaning': 'collection',
  'Street Lights': 'street-light',
  'Highway Maintenance': 'road-repair',
  Trees: 'tree-care',
};

const workTypeKeyOf = ({ type, reason }: Boston311Row): WorkTypeKey | undefined => byType[type] ?? byReason[reason];

function locationOf({ latitude, longitude }: Boston311Row): [number, number] | 'default' | undefined {
  if (latitude.trim() === '' || longitude.trim() === '') return undefined;
  const [north, east] = [Number(latitude), Number(longitude)];
  if (!Number.isFinite(north) || !Number.isFinite(east) || (north === 0 && east === 0)) return undefined;
  return north === defaultPoint.latitude && east === defaultPoint.longitude ? 'default' : [east, north];
}

const addressOf = ({ location }: Boston311Row): string =>
  location.replaceAll(/\s+/g, ' ').trim().slice(0, 200) || 'Boston, MA';

function localInstant(text: string, moveDays: number): string | undefined {
  const read = localTime(text);
  if (!read) return undefined;
  const minute = instantOf(addDays(read.day, moveDays), read.time, zone);
  return new Date(Date.parse(minute) + read.seconds * 1000).toISOString();
}

/** `2011-09-12 00:51:21` */
function localTime(text: string): { day: string; time: string; seconds: number } | undefined {
  const [, day, time, seconds] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d):(\d\d)$/.exec(text.trim()) ?? [];
  if (day === undefined || time === undefined || Number.isNaN(Date.parse(`${day}T${time}:00Z`))) return undefined;
  return { day, time, seconds: Number(seconds) };
}
