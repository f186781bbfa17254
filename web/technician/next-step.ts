import type { Appointment, AppointmentStatus, WorkOrderTask } from '../../shared/model/appointment.ts';

/** The one big action on an appointment. */
export type Step = 'accepted' | 'travelling' | 'on-site' | 'completed';

/** What comes next for the technician; undefined once it is over. */
export const nextStep = (status: AppointmentStatus): Step | undefined => {
  switch (status) {
    case 'scheduled':
    case 'dispatched':
      return 'accepted';
    case 'accepted':
      return 'travelling';
    case 'travelling':
      return 'on-site';
    case 'on-site':
      return 'completed';
    case 'unscheduled':
    case 'completed':
    case 'cannot-complete':
    case 'cancelled':
      return undefined;
  }
};

/** The stop that stands first: what he is at or on the way to, else the earliest that is still to do. */
export const nextStop = (stops: readonly Appointment[]): Appointment | undefined =>
  stops.find((stop) => stop.status === 'on-site') ??
  stops.find((stop) => stop.status === 'travelling') ??
  stops.find((stop) => nextStep(stop.status) !== undefined);

/** A box that was unticked is no answer. */
export const isAnswered = ({ value }: WorkOrderTask): boolean => value !== undefined && value !== false;

/** Required checklist steps that still have no answer: completing waits for them. */
export const openRequiredTasks = (appointment: Appointment): WorkOrderTask[] =>
  appointment.tasks.filter((task) => task.required && !isAnswered(task));

/** What a technician can do beside the next step. */
export type SideAction =
  'decline' | 'hand-over' | 'request-part' | 'request-help' | 'read-meter' | 'raise-lead' | 'cannot-complete';

const anyTime = ['request-part', 'request-help', 'raise-lead'] as const;

/** In the order of how often they are wanted; what is over can still be told about. */
export const sideActions = (status: AppointmentStatus): SideAction[] => {
  switch (status) {
    case 'scheduled':
    case 'dispatched':
    case 'accepted':
      return [...anyTime, 'hand-over', 'decline'];
    case 'travelling':
      return [...anyTime, 'hand-over', 'cannot-complete'];
    case 'on-site':
      return ['read-meter', ...anyTime, 'hand-over', 'cannot-complete'];
    case 'completed':
    case 'cannot-complete':
      return ['read-meter', 'raise-lead'];
    case 'unscheduled':
    case 'cancelled':
      return [];
  }
};
