import type { FieldNotice } from '../../model/field-notice.ts';
import type { TechnicianView, Visit } from '../../model/technician-view.ts';
import type { Instant } from '../../model/time.ts';
import { isAssignedTo } from '../appointment-lifecycle.ts';
import { factsAtVisit } from '../coverage/facts-at-visit.ts';
import { readMutation } from './read-mutation.ts';
import { refused } from './refused.ts';
import type { Doing, VisitChange, VisitRefusal } from './visit-rule.ts';

export interface AppliedMutation {
  readonly name: string;
  readonly args: unknown;
  readonly baseVersion?: number | undefined;
}
export type AppliedToView =
  { readonly ok: true; readonly view: TechnicianView } | ({ readonly ok: false } & VisitRefusal);

/** What the technician sees once a change of his was made: the same rule as the server's over his own view. `clockOffsetMilliseconds` is what his clock must be given to be right. */
export const applyToView = (
  view: TechnicianView,
  { name, args, baseVersion }: AppliedMutation,
  at: Instant,
  clockOffsetMilliseconds = 0,
): AppliedToView => {
  const read = readMutation(name, args);
  if (!read) return refused('unknown-mutation', 'This change is not understood.');
  const visit = view.visits.find(({ appointment }) => appointment.id === read.args.appointmentId);
  if (!visit) return refused('not-found', 'The appointment is not among yours.');
  const { technician } = view;
  const doing: Doing = {
    technicianId: technician.id,
    accountId: technician.id,
    name: technician.name,
    vanStockLocationId: technician.vanStockLocationId,
    at,
    now: at,
    isQueued: true,
    clockOffsetMilliseconds,
    baseVersion,
  };
  const decision = read.decide({ ...visit, stock: view.stock, parts: view.parts }, doing);
  return decision.ok ? { ok: true, view: withChange(view, visit, decision, at) } : decision;
};

const withChange = (view: TechnicianView, visit: Visit, change: VisitChange, at: Instant): TechnicianView => {
  const lines = withLines(visit, change);
  const changed = { ...lines, coverageFacts: factsAtVisit(lines, view.parts) };
  const isStillHis = isAssignedTo(changed.appointment, view.technician.id);
  const { id } = visit.appointment;
  return {
    ...view,
    visits: isStillHis
      ? view.visits.map((one) => (one === visit ? changed : one))
      : view.visits.filter((one) => one !== visit),
    days: isStillHis ? view.days : view.days.map((day) => withoutStop(day, id)),
    stock: withStock(view.stock, change.stock, at),
    timeEntries: [...(change.timeEntries ?? [])].reduce(added, view.timeEntries),
    notices: added(view.notices, storedNotice(change.notice, at)),
  };
};

const withLines = (visit: Visit, change: VisitChange): Visit => ({
  ...visit,
  appointment: change.appointment ?? visit.appointment,
  notes: added(visit.notes, change.note),
  photos: added(visit.photos, change.photo),
  signatures: added(visit.signatures, change.signature),
  partUsages: added(visit.partUsages, change.partUsage),
  meterReadings: added(visit.meterReadings, change.meterReading),
});

/** What is added twice is there once. */
const added = <Line extends { readonly id: string }>(lines: Line[], line: Line | undefined): Line[] =>
  line === undefined || lines.some(({ id }) => id === line.id) ? lines : [...lines, line];

const withStock = (
  levels: TechnicianView['stock'],
  moved: VisitChange['stock'],
  at: Instant,
): TechnicianView['stock'] => {
  if (!moved) return levels;
  const { stockLocationId, partId, change } = moved;
  const known = levels.find((level) => level.partId === partId);
  if (!known) return [...levels, { stockLocationId, partId, quantity: change, version: 1, updatedAt: at }];
  return levels.map((level) => (level === known ? { ...level, quantity: level.quantity + change } : level));
};

/** One without an id is the server's to tell. */
const storedNotice = (notice: VisitChange['notice'], at: Instant): FieldNotice | undefined =>
  notice?.id === undefined ? undefined : { ...notice, id: notice.id, version: 1, createdAt: at, updatedAt: at };

/** The ways to and from a stop that is gone are planned anew by the server; until then the way to the next begins where the lost one began. */
const withoutStop = (day: TechnicianView['days'][number], appointmentId: string): TechnicianView['days'][number] => {
  const place = day.appointmentIds.indexOf(appointmentId);
  if (place < 0) return day;
  return {
    ...day,
    appointmentIds: day.appointmentIds.filter((id) => id !== appointmentId),
    legs: day.legs.filter((_leg, at) => at !== place),
  };
};
