import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { ConsoleState } from './console-state.svelte.ts';
import type { BoardRowView } from './board-rows.ts';

export interface PlanLoad {
  readonly id: string;
  readonly name: string;
  /** Work and driving, per cent of the day's shift. */
  readonly before: number;
  readonly after: number;
}

/** How much of each technician's day is taken now, and would be by the plan under review. */
export const planLoads = (desk: Pick<ConsoleState, 'rows' | 'plan' | 'zone'>, day: string): PlanLoad[] => {
  const routes = new Map(
    desk.plan.proposals
      .filter(({ part }) => part.day === day)
      .flatMap(({ routes }) => routes.map((route) => [route.technicianId, route] as const)),
  );
  const gone = new Set([...routes.values()].flatMap(({ stops }) => stops.map(({ appointmentId }) => appointmentId)));
  return desk.rows.flatMap((row) => {
    const shift = shiftSeconds(row, day, desk.zone);
    if (shift === 0) return [];
    const share = (seconds: number) => Math.round((100 * seconds) / shift);
    const own = row.blocks.filter(({ appointment }) => appointment.day === day);
    // What is finished or under way is no stop of the plan and stays.
    const stays = own.filter(({ appointment }) => !gone.has(appointment.id));
    const route = routes.get(row.id);
    const planned = (route?.stops ?? []).reduce(
      (sum, { plannedStartAt, plannedEndAt }) => sum + (Date.parse(plannedEndAt) - Date.parse(plannedStartAt)) / 1000,
      route?.travelSeconds ?? 0,
    );
    return [
      {
        id: row.id,
        name: row.technician.name,
        before: share(secondsOf(own)),
        after: share(secondsOf(stays) + planned),
      },
    ];
  });
};

const secondsOf = (blocks: BoardRowView['blocks']): number =>
  blocks.reduce((sum, { travelFrom, to }) => sum + (to - travelFrom) / 1000, 0);

const shiftSeconds = ({ shifts }: BoardRowView, day: string, zone: string): number =>
  shifts
    .filter(({ from }) => dayOf(from, zone) === day)
    .reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 1000, 0);
