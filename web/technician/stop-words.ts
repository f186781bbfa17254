import type { Appointment, AppointmentStatus } from '../../shared/model/appointment.ts';
import type { Format } from '../ui/format.ts';

/** The tones of web/ui/StatusMark.svelte. */
const tones = {
  unscheduled: 'waiting',
  scheduled: 'waiting',
  dispatched: 'waiting',
  accepted: 'fine',
  travelling: 'moving',
  'on-site': 'here',
  completed: 'done',
  'cannot-complete': 'risk',
  cancelled: 'done',
} as const satisfies Readonly<Record<AppointmentStatus, string>>;

export const toneOf = (status: AppointmentStatus): (typeof tones)[AppointmentStatus] => tones[status];

/** The planned time of a technician's stop, e.g. 10:30–11:00; empty while it has none. */
export const plannedSpan = (stop: Appointment, format: Format): string => {
  const [first] = stop.assignments;
  return first === undefined ? '' : format.timeSpan(first.plannedStartAt, first.plannedEndAt);
};

export type PromiseState = 'kept' | 'at-risk' | 'late';

/** Whether the promise still holds: at risk when the planned end lies beyond it. */
export const promiseOf = (stop: Appointment, now: number): PromiseState => {
  const due = Date.parse(stop.dueBy);
  if (stop.actualStartAt !== undefined) return 'kept';
  if (now > due) return 'late';
  const [first] = stop.assignments;
  return first !== undefined && Date.parse(first.plannedEndAt) > due ? 'at-risk' : 'kept';
};
