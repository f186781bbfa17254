import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import { liveStateOf, type LiveState } from '../../../shared/rules/live-state.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { LatestPosition } from '../../../shared/model/position-fix.ts';
import type { TakenInterval } from '../../../shared/model/technician-day.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { InstantSpan } from '../../../shared/model/time.ts';
import type { BoardState } from './board-state.svelte.ts';
import { pickupTime } from './pickup-time.ts';
import type { Catalogue } from './read-catalogue.ts';

export interface BoardBlock {
  readonly appointment: Appointment;
  /** Epoch milliseconds; as it was where it was, else as planned. */
  readonly from: number;
  readonly to: number;
  readonly travelFrom: number;
  readonly due: number;
  /** What the customer was told. */
  readonly told: { readonly from: number; readonly to: number } | undefined;
  /** When its technician fetches parts for it. */
  readonly pickups: readonly { readonly from: number; readonly to: number }[];
  /** Its place in that technician's day, from 1. */
  readonly number: number;
}

export interface BoardRowView {
  readonly id: string;
  readonly technician: Technician;
  readonly shifts: readonly InstantSpan[];
  readonly taken: readonly TakenInterval[];
  readonly blocks: readonly BoardBlock[];
  readonly position: LatestPosition | undefined;
  readonly state: LiveState;
}

interface Desk {
  readonly board: BoardState;
  readonly catalogue: Catalogue;
  readonly minute: number;
}

/** One row for each technician of the day, with his stops in order. */
export const rowsOf = ({ board, catalogue, minute }: Desk): BoardRowView[] => {
  const byTechnician = new Map<string, Appointment[]>();
  for (const appointment of board.onDay) {
    for (const { technicianId } of appointment.assignments) {
      const own = byTechnician.get(technicianId);
      if (own) own.push(appointment);
      else byTechnician.set(technicianId, [appointment]);
    }
  }
  return board.rows.flatMap(({ technicianId, shifts, taken }) => {
    const technician = catalogue.technicians.get(technicianId);
    if (!technician) return [];
    const own = byTechnician.get(technicianId) ?? [];
    const position = board.positions.get(technicianId);
    const now = new Date(minute).toISOString();
    const state = liveStateOf({ technicianId, shifts, appointments: own, latest: position, now });
    const blocks = numbered(own.map((one) => blockOf(one, technicianId, minute)).sort((a, b) => a.from - b.from));
    return [{ id: technicianId, technician, shifts, taken, blocks, position, state }];
  });
};

type Unnumbered = Omit<BoardBlock, 'number'>;

const blockOf = (appointment: Appointment, technicianId: string, now: number): Unnumbered => {
  const planned = appointment.assignments.find((one) => one.technicianId === technicianId);
  const start = Date.parse(appointment.actualStartAt ?? planned?.plannedStartAt ?? appointment.dueBy);
  const plannedLength = planned
    ? Date.parse(planned.plannedEndAt) - Date.parse(planned.plannedStartAt)
    : appointment.durationSeconds * 1000;
  const to = appointment.actualEndAt
    ? Date.parse(appointment.actualEndAt)
    : Math.max(start + plannedLength, appointment.actualStartAt ? now : 0);
  const travelFrom = appointment.travelStartedAt
    ? Date.parse(appointment.travelStartedAt)
    : start - (appointment.plannedTravelSeconds ?? 0) * 1000;
  const isDone = isFinished(appointment.status);
  const told = appointment.arrivalWindow;
  return {
    appointment,
    from: start,
    to: isDone ? Math.max(to, start + 60_000) : to,
    travelFrom,
    due: Date.parse(appointment.dueBy),
    pickups: pickupTime(appointment, technicianId).map(({ from, to: until }) => ({
      ...{ from: Date.parse(from), to: Date.parse(until) },
    })),
    told: told && { from: Date.parse(told.from), to: Date.parse(told.to) },
  };
};

/** Each day's stops count from one. */
const numbered = (blocks: readonly Unnumbered[]): BoardBlock[] => {
  let [day, number] = ['', 0];
  return blocks.map((block) => {
    number = block.appointment.day === day ? number + 1 : 1;
    day = block.appointment.day ?? '';
    return { ...block, number };
  });
};
