import { addSeconds } from '../../../shared/geo/instant-arithmetic.ts';
import type { Appointment, AppointmentStatus } from '../../../shared/model/appointment.ts';
import type { Actor } from '../../../shared/model/history-entry.ts';
import { arrivalWindowFor } from '../../../shared/rules/arrival-window.ts';
import type { Happened } from './keep-work.ts';
import type { DayRoute, RoutedWork } from './plan-routes.ts';
import type { Random } from './random.ts';

/** How far a stop has come by now, and what happened on the way there. */
export interface Progress {
  readonly stop: RoutedWork;
  readonly change: Partial<Appointment>;
  readonly happened: readonly Happened[];
}

const office: Actor = { kind: 'staff', id: 'demonstration', name: 'Dora Lindgren' };

/** What became of a route by now: done, under way or still to come, as it goes on a real day: a little early, a little late. */
export function progressOf(route: DayRoute, day: string, today: string, now: string, random: Random): Progress[] {
  const { technician } = route.crewed;
  const doer: Actor = { kind: 'technician', id: technician.id, name: technician.name };
  let freeAt = route.shift.from;
  let reached = true;
  return route.stops.map((stop) => {
    const times = actualTimes(stop, freeAt, random);
    freeAt = times.endAt;
    const failed = random.chance(0.05);
    const status = statusAt(times, now, failed, day, today, reached);
    reached = status === 'completed' || status === 'cannot-complete';
    const toldAt = addSeconds(stop.work.receivedAt, 300);
    const change: Partial<Appointment> = {
      status,
      day,
      assignments: [
        {
          technicianId: technician.id,
          plannedStartAt: stop.plannedStartAt,
          plannedEndAt: stop.plannedEndAt,
          locked: false,
        },
      ],
      arrivalWindow: arrivalWindowFor(stop.plannedStartAt, toldAt),
      plannedTravelSeconds: stop.leg.seconds,
      plannedTravelMetres: stop.leg.metres,
      ...actualFacts(status, times, random),
      ...(status === 'unscheduled' ? {} : { tasks: answeredTasks(stop, status, times, random) }),
    };
    return { stop, change, happened: historyOf(status, times, toldAt, doer) };
  });
}

interface ActualTimes {
  readonly travelAt: string;
  readonly startAt: string;
  readonly endAt: string;
}

function actualTimes({ leg, plannedStartAt, work }: RoutedWork, freeAt: string, random: Random): ActualTimes {
  const earliest = Date.parse(freeAt) + leg.seconds * 1000;
  const start = Math.max(earliest, Date.parse(plannedStartAt) + random.between(-8, 18) * 60_000);
  const startAt = new Date(start).toISOString();
  const worked = Math.round(work.workType.durationSeconds * (0.7 + random.next() * 0.5));
  return { travelAt: addSeconds(startAt, -leg.seconds), startAt, endAt: addSeconds(startAt, worked) };
}

function statusAt(
  times: ActualTimes,
  now: string,
  failed: boolean,
  day: string,
  today: string,
  reached: boolean,
): AppointmentStatus {
  if (times.endAt <= now) return failed ? 'cannot-complete' : 'completed';
  if (times.startAt <= now) return 'on-site';
  if (times.travelAt <= now) return 'travelling';
  if (day !== today) return 'scheduled';
  return reached ? 'accepted' : 'dispatched';
}

function actualFacts(status: AppointmentStatus, times: ActualTimes, random: Random): Partial<Appointment> {
  const travelling = { travelStartedAt: times.travelAt };
  const onSite = { ...travelling, actualStartAt: times.startAt };
  switch (status) {
    case 'travelling':
      return travelling;
    case 'on-site':
      return onSite;
    case 'completed':
      return {
        ...onSite,
        actualEndAt: times.endAt,
        outcome: { code: random.chance(0.88) ? 'fixed' : random.pick(['temporary-fix', 'no-fault-found']) },
      };
    case 'cannot-complete':
      return { ...onSite, actualEndAt: times.endAt, outcome: { code: random.pick(['no-access', 'part-missing']) } };
    default:
      return {};
  }
}

/** Done work has every required answer; work under way its first ones. */
function answeredTasks(
  stop: RoutedWork,
  status: AppointmentStatus,
  times: ActualTimes,
  random: Random,
): Appointment['tasks'] {
  const tasks = stop.work.workType.tasks.map((task, index) => ({ key: `step-${index + 1}`, ...task }));
  const answered = status === 'completed' ? tasks.length : status === 'on-site' ? 1 : 0;
  return tasks.map((task, index) => {
    if (index >= answered || (!task.required && random.chance(0.4))) return task;
    const value = {
      check: true,
      number: random.between(1, 9),
      text: random.pick(['as expected', 'see photo', 'worn out']),
    }[task.answer];
    return { ...task, value, answeredAt: addSeconds(times.startAt, 300 * (index + 1)) };
  });
}

const order: readonly AppointmentStatus[] = [
  'scheduled',
  'dispatched',
  'accepted',
  'travelling',
  'on-site',
  'completed',
];

function historyOf(status: AppointmentStatus, times: ActualTimes, toldAt: string, doer: Actor): Happened[] {
  const done = status === 'cannot-complete' ? 'completed' : status;
  const reached = order.slice(0, order.indexOf(done) + 1);
  const at: Partial<Record<AppointmentStatus, string>> = {
    travelling: times.travelAt,
    'on-site': times.startAt,
    completed: times.endAt,
  };
  return reached.map((step) => ({
    event:
      `appointment.${step === 'completed' && status === 'cannot-complete' ? 'cannot-complete' : step}` as Happened['event'],
    at: at[step] ?? toldAt,
    by: step === 'scheduled' || step === 'dispatched' ? office : doer,
  }));
}
