import { addSeconds } from '../../../shared/geo/instant-arithmetic.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import { lacksCrew } from '../../../shared/rules/crew-of.ts';
import type { BoardLine } from './board-lines.ts';
import { standingPlace } from './standing-place.ts';
import type { KnownWays } from './ways.ts';

/** Where one appointment would stand. */
export interface Placement {
  readonly appointment: Appointment;
  readonly technicianIds: readonly string[];
  readonly plannedStartAt: string;
  readonly durationSeconds: number;
}

/** What a drop would do. */
export type Proposal =
  | { readonly kind: 'place' | 'swap' | 'resize' | 'join'; readonly placements: readonly Placement[] }
  | { readonly kind: 'put-back'; readonly appointments: readonly Appointment[] };

/** What is carried: one appointment that was taken hold of, and others that were chosen with it. */
export interface Load {
  readonly appointments: readonly Appointment[];
  readonly mode: 'move' | 'resize' | 'swap';
  /** The line that it was taken from. */
  readonly fromLineId?: string | undefined;
}

/** Where on the board: a line and a time, and what stands there. */
export type DropTarget =
  | {
      readonly kind: 'row';
      readonly lineId: string;
      /** Where the appointment would begin; when it is made longer or shorter, where it would end. */
      readonly at: string;
      readonly over?: Appointment | undefined;
    }
  | { readonly kind: 'unassigned' };

const shortestSeconds = 15 * 60;

/** What dropping a load there would do; undefined where it means nothing. */
export const proposalOf = (
  load: Load,
  target: DropTarget,
  { lines, travel }: { readonly lines: readonly BoardLine[]; readonly travel: KnownWays },
): Proposal | undefined => {
  const [lead] = load.appointments;
  if (!lead) return undefined;
  if (target.kind === 'unassigned') {
    const appointments = load.appointments.filter(({ status }) => status !== 'unscheduled');
    return load.mode === 'resize' || appointments.length === 0 ? undefined : { kind: 'put-back', appointments };
  }
  if (load.mode === 'resize') return resized(lead, target.at);
  const line = lines.find(({ id }) => id === target.lineId);
  if (!line) return undefined;
  if (load.mode === 'swap' && target.over) return swapped(lead, target.over);
  const joined = load.appointments.length === 1 ? joining(lead, line) : undefined;
  if (joined) return { kind: 'join', placements: [joined] };
  return { kind: 'place', placements: placed(load, lead, line, target.at, travel) };
};

/** A crew that is not complete waits where it stands for whoever is to join it. */
const joining = (appointment: Appointment, line: BoardLine): Placement | undefined => {
  const stands = standingPlace(appointment);
  if (!stands || !lacksCrew(appointment) || isOf(line, stands.technicianIds)) return undefined;
  const technicianIds = [...new Set([...stands.technicianIds, ...idsOf(line)])];
  return technicianIds.length > mostInCrew ? undefined : { appointment, ...stands, technicianIds };
};

const mostInCrew = 4;

/** Of a crew that is taken from one of its lines to another's only he is relieved. */
const insteadOf = (
  { assignments }: Appointment,
  fromLineId: string | undefined,
  line: BoardLine,
): string[] | undefined => {
  const ids = assignments.map(({ technicianId }) => technicianId);
  if (ids.length < 2 || fromLineId === undefined || !ids.includes(fromLineId)) return undefined;
  return [...new Set(ids.flatMap((id) => (id === fromLineId ? idsOf(line) : [id])))];
};

const resized = (appointment: Appointment, endAt: string): Proposal | undefined => {
  const stands = standingPlace(appointment);
  if (!stands) return undefined;
  const seconds = (Date.parse(endAt) - Date.parse(stands.plannedStartAt)) / 1000;
  return {
    kind: 'resize',
    placements: [{ appointment, ...stands, durationSeconds: Math.max(shortestSeconds, seconds) }],
  };
};

const swapped = (lead: Appointment, other: Appointment): Proposal | undefined => {
  const [here, there] = [standingPlace(lead), standingPlace(other)];
  if (!here || !there || !isPlannable(other.status) || lead.id === other.id) return undefined;
  return {
    kind: 'swap',
    placements: [
      { appointment: lead, ...there, durationSeconds: lead.durationSeconds },
      { appointment: other, ...here, durationSeconds: other.durationSeconds },
    ],
  };
};

/** The lead goes where it is dropped, the others keep their distance to it; those that had no time follow one another. */
const placed = (
  { appointments, fromLineId }: Load,
  lead: Appointment,
  line: BoardLine,
  at: string,
  travel: KnownWays,
): Placement[] => {
  const leadStands = standingPlace(lead);
  const shift = leadStands ? (Date.parse(at) - Date.parse(leadStands.plannedStartAt)) / 1000 : 0;
  const staysInLine = leadStands !== undefined && isOf(line, leadStands.technicianIds);
  let [from, freeAt] = [lead.place.location, at];
  return appointments.map((appointment): Placement => {
    const stands = standingPlace(appointment);
    const { durationSeconds } = appointment;
    const technicianIds =
      stands && (staysInLine || isOf(line, stands.technicianIds))
        ? stands.technicianIds
        : (insteadOf(appointment, fromLineId, line) ?? idsOf(line));
    if (stands)
      return { appointment, technicianIds, plannedStartAt: addSeconds(stands.plannedStartAt, shift), durationSeconds };
    const drive = appointment === lead ? 0 : travel.travel(from, appointment.place.location).seconds;
    const plannedStartAt = addSeconds(freeAt, Math.ceil(drive / 300) * 300);
    from = appointment.place.location;
    freeAt = addSeconds(plannedStartAt, durationSeconds);
    return { appointment, technicianIds, plannedStartAt, durationSeconds };
  });
};

const idsOf = (line: BoardLine): string[] => line.technicians.map(({ id }) => id);

/** A crew's appointment stands in the crew's line and in that of each of its technicians. */
const isOf = (line: BoardLine, technicianIds: readonly string[]): boolean =>
  idsOf(line).every((id) => technicianIds.includes(id));
