import type { Instant, InstantSpan } from '../model/time.ts';

const minute = 60_000;
const quarter = 15 * minute;

/** What the customer is told when a start is planned: half an hour before to an hour and a half after, in whole quarters, not before now. */
export const arrivalWindowFor = (plannedStartAt: Instant, now: Instant): InstantSpan => {
  const start = Date.parse(plannedStartAt);
  const earliest = Math.floor((start - 30 * minute) / quarter) * quarter;
  const from = Math.max(earliest, Math.floor(Date.parse(now) / quarter) * quarter);
  const to = Math.max(Math.ceil((start + 90 * minute) / quarter) * quarter, from + quarter);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
};

/** A promise that still holds for the new start is kept; one that does not is made anew. */
export const keptOrNewWindow = (told: InstantSpan | undefined, plannedStartAt: Instant, now: Instant): InstantSpan => {
  const start = Date.parse(plannedStartAt);
  const holds = told && Date.parse(told.from) <= start && start <= Date.parse(told.to);
  return holds ? told : arrivalWindowFor(plannedStartAt, now);
};
