import type { RouteRule } from '../kernel/kernel.ts';

/** A shift has no more travel, in time and in metres, than its technician takes. */
export const mostTravel: RouteRule = {
  concerns: (_kernel, { technician }) =>
    technician.maxTravelSecondsPerShift !== undefined || technician.maxMetresPerShift !== undefined,
  allows({ place, problem, size }, { frame, count, nodeAt }) {
    const { maxTravelSecondsPerShift = Infinity, maxMetresPerShift = Infinity, profile } = frame.technician;
    const travel = profile === undefined ? undefined : problem.profiles?.get(profile);
    const { metres, size: side } = travel?.matrices[0] ?? problem.matrix;
    let [at, seconds, way] = [frame.startPlace, 0, 0];
    for (let index = 0; index <= count; index += 1) {
      const to = index === count ? frame.endPlace : place[nodeAt(index)]!;
      if (to < 0 || to === side) continue;
      seconds += frame.travel.time[at * size + to]!;
      way += metres[at * side + to] ?? 0;
      at = to;
    }
    return seconds <= maxTravelSecondsPerShift && way <= maxMetresPerShift;
  },
};
