import { describe, expect, it } from 'vitest';
import type { AppointmentStatus } from '../../../shared/model/appointment.ts';
import { nextStep, nextStop, openRequiredTasks } from '../../../web/technician/next-step.ts';
import { anAppointment } from '../../builders/an-appointment.ts';

const stops = (...statuses: AppointmentStatus[]) => statuses.map((status) => anAppointment({ status }));

describe('The biggest button', () => {
  it('leads from planned to completed in four steps', () => {
    const steps: AppointmentStatus[] = [];
    for (let status: AppointmentStatus | undefined = 'dispatched'; status !== undefined; status = nextStep(status)) {
      steps.push(status);
    }
    expect(steps).toEqual(['dispatched', 'accepted', 'travelling', 'on-site', 'completed']);
  });

  it('has nothing more to offer once it is over', () => {
    expect(
      ['completed', 'cannot-complete', 'cancelled'].map((status) => nextStep(status as AppointmentStatus)),
    ).toEqual([undefined, undefined, undefined]);
  });
});

describe('The next stop', () => {
  it('is the one he is at, then the one he travels to, then the earliest that is still to do', () => {
    const [done, first, travelling, onSite] = stops('completed', 'accepted', 'travelling', 'on-site');
    if (!done || !first || !travelling || !onSite) throw new Error('four stops');
    expect(nextStop([done, first, travelling, onSite])).toBe(onSite);
    expect(nextStop([done, first, travelling])).toBe(travelling);
    expect(nextStop([done, first])).toBe(first);
    expect(nextStop([done])).toBeUndefined();
  });
});

describe('Completing waits for', () => {
  const task = { key: 'gas', label: 'Gas off', answer: 'check', required: true } as const;
  const open = (tasks: Parameters<typeof anAppointment>[0]) =>
    openRequiredTasks(anAppointment(tasks)).map(({ key }) => key);

  it('required steps without an answer, and a box that was unticked', () => {
    const tasks = [
      { ...task, key: 'gas', value: true },
      { ...task, key: 'flue' },
      { ...task, key: 'leak', value: false },
      { ...task, key: 'photo', required: false },
    ];
    expect(open({ tasks })).toEqual(['flue', 'leak']);
  });

  it('no step whose answer is nought', () => {
    expect(open({ tasks: [{ ...task, answer: 'number', value: 0 }] })).toEqual([]);
  });
});
