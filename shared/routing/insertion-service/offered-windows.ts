import { addSeconds } from '../../geo/instant-arithmetic.ts';
import { instantOf } from '../../geo/zoned-time.ts';
import type { Instant, InstantSpan } from '../../model/time.ts';
import { insertionDay, type InsertionQuestion } from './insertion-day.ts';
import { priceWindows, type PricedWindow } from './price-windows.ts';

/** A window with what it costs to promise it. */
export interface WindowOffer {
  window: InstantSpan;
  technicians: number;
  keeper?: { technicianId: string; plannedStartAt: Instant };
  surchargeSeconds?: number;
  best: boolean;
}

const windowCount = 20;
const firstStart = '08:00';
const stepSeconds = 1800;
const lengthSeconds = 7200;

/** Windows of two hours from eight in the territory on, each half an hour later; those that have begun are left out. */
export const offeredWindows = (question: InsertionQuestion): WindowOffer[] => {
  const { day, now, territory, appointment } = question;
  const { problem, stop, timelines, rules } = insertionDay(question);
  const first = instantOf(day, firstStart, territory.timeZone);
  const earliest = Math.max(Date.parse(now), Date.parse(appointment.earliestStartAt) - lengthSeconds * 1000);
  const windows = Array.from({ length: windowCount }, (_, at) => addSeconds(first, at * stepSeconds))
    .filter((from) => Date.parse(from) >= earliest)
    .map((from) => (Date.parse(from) - Date.parse(problem.startAt)) / 1000)
    .map((from) => ({ from, to: from + lengthSeconds }));
  const { window: _told, ...open } = stop;
  const priced = priceWindows(timelines, open, windows, rules);
  const cheapest = priced.find(({ best, surcharge }) => best && surcharge === 0);
  return priced.map((one) => offerOf(problem.startAt, one, one === cheapest));
};

const offerOf = (
  startAt: Instant,
  { window, technicians, best, surcharge }: PricedWindow,
  isBest: boolean,
): WindowOffer => ({
  window: { from: addSeconds(startAt, window.from), to: addSeconds(startAt, window.to) },
  technicians,
  ...(best && {
    keeper: { technicianId: best.timeline.technician.id, plannedStartAt: addSeconds(startAt, best.start) },
    surchargeSeconds: Math.round(surcharge),
  }),
  best: isBest,
});
