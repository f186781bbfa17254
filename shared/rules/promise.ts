import { addDays, dayOf } from '../geo/zoned-time.ts';
import type { HolidayCalendar } from '../model/holiday-calendar.ts';
import type { Priority } from '../model/priority.ts';
import type { FixPromises } from '../model/fix-promises.ts';
import type { ServiceContract } from '../model/service-contract.ts';
import type { ServiceHours } from '../model/service-hours.ts';
import type { ClockKind, SlaPromise, SlaTerms } from '../model/sla.ts';
import type { Instant } from '../model/time.ts';
import type { WorkType } from '../model/work-type.ts';
import { promisedTime } from './sla/promised-time.ts';

type PromisingContract = Pick<ServiceContract, 'fixWithinSeconds'> &
  Partial<Pick<ServiceContract, 'id' | 'respondWithinSeconds' | 'arriveWithinSeconds' | 'hours'>>;

export interface PromiseQuestion {
  /** As an agent set it; the work type's where he did not. */
  readonly priority?: Priority | undefined;
  /** Absent while nobody has decided what work it is. */
  readonly workType?: Pick<WorkType, 'priority' | 'fixWithinSeconds'> | undefined;
  /** Contracts in force for the site. */
  readonly contracts?: readonly PromisingContract[] | undefined;
  /** The days off that contracts name. */
  readonly calendars?: readonly Pick<HolidayCalendar, 'id' | 'days'>[] | undefined;
  readonly receivedAt: Instant;
}

const hourSeconds = 3600;

/** Within what time someone answers a request that is no work yet; an assumption of the house. */
export const answerWithinSeconds: FixPromises = {
  emergency: 2 * hourSeconds,
  high: 8 * hourSeconds,
  normal: 24 * hourSeconds,
  low: 72 * hourSeconds,
};

/** How urgent a request is and by when it is due: the best promise among work type and contracts, counted from its receipt in each one's hours. */
export const decidePromise = (question: PromiseQuestion): { priority: Priority; dueBy: Instant } => {
  const { priority, terms } = promiseTerms(question);
  const fix = terms.promises.find(({ kind }) => kind === 'fix');
  if (!fix) throw new Error('A work type without a promise to fix');
  return { priority, dueBy: dueOf(fix, question.receivedAt) };
};

/** What is promised of response, arrival and fix: of each the promise that falls due first. Response and arrival are only promised by contracts. */
export const promiseTerms = (question: PromiseQuestion): { priority: Priority; terms: SlaTerms } => {
  const { workType, contracts = [], receivedAt: startsAt } = question;
  const priority = question.priority ?? workType?.priority ?? 'normal';
  const own: SlaPromise = {
    kind: 'fix',
    withinSeconds: (workType?.fixWithinSeconds ?? answerWithinSeconds)[priority],
  };
  const offered = [own, ...contracts.flatMap((contract) => promisesOf(contract, priority, question))];
  const promises = kinds.flatMap((kind) => {
    const [best] = offered
      .filter((promise) => promise.kind === kind)
      .map((promise) => ({ promise, due: Date.parse(dueOf(promise, startsAt)) }))
      .sort((a, b) => a.due - b.due || ((a.promise.contractId ?? '') < (b.promise.contractId ?? '') ? -1 : 1));
    return best ? [best.promise] : [];
  });
  return { priority, terms: { startsAt, promises } };
};

const kinds: readonly ClockKind[] = ['response', 'arrival', 'fix'];

const promisesOf = (contract: PromisingContract, priority: Priority, question: PromiseQuestion): SlaPromise[] => {
  const { id, respondWithinSeconds, arriveWithinSeconds, fixWithinSeconds } = contract;
  const hours = hoursOf(contract, question);
  const common = { ...(hours && { hours }), ...(id !== undefined && { contractId: id }) };
  const withins = { response: respondWithinSeconds, arrival: arriveWithinSeconds, fix: fixWithinSeconds };
  return kinds.flatMap((kind) => {
    const within = withins[kind];
    return within ? [{ kind, withinSeconds: within[priority], ...common }] : [];
  });
};

/** A promise is kept within weeks: days off that lie further away are left out. */
const keptDaysOff = 400;

const hoursOf = (
  { hours }: PromisingContract,
  { calendars = [], receivedAt }: PromiseQuestion,
): ServiceHours | undefined => {
  if (!hours) return undefined;
  const { timeZone, weekly, holidayCalendarId } = hours;
  const first = dayOf(receivedAt, timeZone);
  const last = addDays(first, keptDaysOff);
  const days = calendars.find(({ id }) => id === holidayCalendarId)?.days ?? [];
  const daysOff = days.map(({ on }) => on).filter((on) => on >= first && on <= last);
  return { timeZone, weekly, daysOff: daysOff.sort() };
};

const dueOf = ({ withinSeconds, hours }: SlaPromise, from: Instant): Instant => {
  const start = Date.parse(from);
  const due = promisedTime(hours).after(start, withinSeconds * 1000);
  return new Date(due ?? start + neverSeconds * 1000).toISOString();
};

/** Where hours never come, it is due in a year and no sooner than anything else. */
const neverSeconds = 366 * 86_400;
