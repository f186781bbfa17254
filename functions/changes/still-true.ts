import type { Appointment } from '../../shared/model/appointment.ts';
import type { VisitTemplate } from '../../shared/model/message.ts';

/** Whether it may still be said: an event may be read late, or a message sent late, after the next thing has happened. */
export const stillTrue = (template: VisitTemplate, { status, arrivalWindow }: Appointment): boolean => {
  switch (template) {
    case 'appointment-scheduled':
      return arrivalWindow !== undefined && ['scheduled', 'dispatched', 'accepted'].includes(status);
    case 'technician-travelling':
      return status === 'travelling';
    case 'appointment-completed':
      return status === 'completed';
  }
};
