import type { Api } from '../../api/api.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { SoftReason } from '../../../shared/rules/assignment.ts';
import { isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import {
  assignAppointment,
  cancelAppointment,
  listCandidates,
  setAppointmentStatus,
  unassignAppointment,
} from '../../../shared/protocol/endpoints/appointments.ts';
import { t } from '../messages.ts';
import { problemWords } from './problem-words.ts';
import type { UndoStack } from './undo-stack.svelte.ts';

interface Deps {
  readonly api: Api;
  readonly undo: UndoStack;
  readonly take: (appointment: Appointment) => void;
  /** The appointment as it is known now, whatever the caller holds. */
  readonly present: (appointmentId: string) => Appointment | undefined;
  readonly nameOf: (technicianId: string) => string;
  readonly timeOf: (at: string) => string;
}

export interface AssignTo {
  readonly technicianId: string;
  readonly plannedStartAt: string;
  readonly despite?: readonly SoftReason[];
  /** As it was, when left out. */
  readonly locked?: boolean;
}

const everySoftRule: readonly SoftReason[] = [
  'off-shift',
  'after-due-time',
  'part-not-on-van',
  'outside-arrival-window',
];
const isSoft = (reason: string | undefined): reason is SoftReason => everySoftRule.some((one) => one === reason);

/** What a dispatcher does to an appointment: sent at once, told in words, taken back by Z. A refusal changes nothing. */
export class AppointmentCommands {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async assign(appointment: Appointment, to: AssignTo): Promise<boolean> {
    const before = this.#deps.present(appointment.id) ?? appointment;
    try {
      const after = await this.#sendAssign(before, to);
      const { nameOf, timeOf } = this.#deps;
      const words = { name: nameOf(to.technicianId), time: timeOf(to.plannedStartAt) };
      this.#done(t('done.assigned', words), before.subject, () => this.#restore(before, after));
      return true;
    } catch (fault) {
      this.#refused(fault, appointment, to);
      return false;
    }
  }

  /** Gives it to the best candidate of the day. */
  async assignToBest(appointment: Appointment, day: string): Promise<void> {
    const best = await this.#asking(() =>
      this.#deps.api.call(listCandidates, { params: { appointmentId: appointment.id }, query: { day } }),
    );
    if (!best) return;
    const [first] = best.candidates;
    if (!first) {
      toasts.show({ tone: 'late', text: t('refused.nobody'), detail: appointment.subject });
      return;
    }
    const { technicianId, plannedStartAt, lateBySeconds, missingPartIds } = first;
    const despite: SoftReason[] = [
      ...(lateBySeconds > 0 ? (['after-due-time', 'outside-arrival-window'] as const) : []),
      ...(missingPartIds.length > 0 ? (['part-not-on-van'] as const) : []),
    ];
    await this.assign(appointment, { technicianId, plannedStartAt, despite });
  }

  /** Plans leave a locked appointment where it is. */
  async toggleLock(appointment: Appointment): Promise<void> {
    const before = this.#deps.present(appointment.id) ?? appointment;
    const [stands] = before.assignments;
    if (!stands || !isPlannable(before.status)) {
      toasts.show({ tone: 'late', text: t('refused.lock'), detail: before.subject });
      return;
    }
    const { technicianId, plannedStartAt, locked } = stands;
    const to: AssignTo = { technicianId, plannedStartAt, locked: !locked, despite: everySoftRule };
    const after = await this.#asking(() => this.#sendAssign(before, to));
    if (!after) return;
    this.#done(t(locked ? 'done.unlocked' : 'done.locked'), before.subject, () => this.#restore(before, after));
  }

  async unassign(appointment: Appointment): Promise<void> {
    const before = this.#deps.present(appointment.id) ?? appointment;
    const after = await this.#asking(() => this.#sendUnassign(before));
    if (after) this.#done(t('done.unassigned'), before.subject, () => this.#restore(before, after));
  }

  async dispatch(appointment: Appointment): Promise<void> {
    const { id, version } = this.#deps.present(appointment.id) ?? appointment;
    const after = await this.#asking(() =>
      this.#deps.api.call(
        setAppointmentStatus,
        { params: { appointmentId: id }, body: { to: 'dispatched' } },
        { ifMatch: version },
      ),
    );
    if (!after) return;
    this.#deps.take(after);
    toasts.show({ tone: 'fine', text: t('done.dispatched'), detail: after.subject });
  }

  async cancel(appointment: Appointment, reason: string): Promise<boolean> {
    const { id, version } = this.#deps.present(appointment.id) ?? appointment;
    const after = await this.#asking(() =>
      this.#deps.api.call(cancelAppointment, { params: { appointmentId: id }, body: { reason } }, { ifMatch: version }),
    );
    if (!after) return false;
    this.#deps.take(after);
    toasts.show({ tone: 'fine', text: t('done.cancelled'), detail: after.subject });
    return true;
  }

  async undoLast(): Promise<void> {
    const step = this.#deps.undo.pop();
    if (!step) {
      toasts.show({ tone: 'plain', text: t('undo.nothing') });
      return;
    }
    const ok = await this.#asking(() => step.undo().then(() => true));
    if (ok) toasts.show({ tone: 'fine', text: t('undo.done'), detail: step.label });
  }

  async #sendAssign(appointment: Appointment, { technicianId, plannedStartAt, despite = [], locked }: AssignTo) {
    const { id, version, assignments } = appointment;
    const after = await this.#deps.api.call(
      assignAppointment,
      {
        params: { appointmentId: id },
        body: {
          technicianId,
          plannedStartAt,
          locked: locked ?? assignments[0]?.locked ?? false,
          ...(despite.length > 0 && { despite: [...despite] }),
        },
      },
      { ifMatch: version },
    );
    this.#deps.take(after);
    return after;
  }

  async #sendUnassign({ id, version }: Appointment) {
    const after = await this.#deps.api.call(
      unassignAppointment,
      { params: { appointmentId: id }, body: {} },
      { ifMatch: version },
    );
    this.#deps.take(after);
    return after;
  }

  /** Puts it back where it stood before. */
  async #restore(before: Appointment, after: Appointment): Promise<void> {
    const present = this.#deps.present(before.id) ?? after;
    const [stood] = before.assignments;
    if (!stood) await this.#sendUnassign(present);
    else {
      const { technicianId, plannedStartAt, locked } = stood;
      await this.#sendAssign(present, { technicianId, plannedStartAt, locked, despite: everySoftRule });
    }
  }

  #done(text: string, subject: string, undo: () => Promise<void>): void {
    this.#deps.undo.push({ label: `${text} · ${subject}`, undo });
    const action = { label: t('undo'), run: () => void this.undoLast() };
    toasts.show({ tone: 'fine', text, detail: subject, action });
  }

  #refused(fault: unknown, appointment: Appointment, to: AssignTo): void {
    const reason = fault instanceof ApiProblem ? fault.problem.reason : undefined;
    const despite = to.despite ?? [];
    const mayInsist = isSoft(reason) && !despite.includes(reason);
    toasts.show({
      tone: 'late',
      text: t('refused.assign', { subject: appointment.subject }),
      detail: problemWords(fault),
      ...(mayInsist && {
        action: {
          label: t('assign.anyway'),
          run: () => void this.assign(appointment, { ...to, despite: [...despite, reason] }),
        },
      }),
    });
  }

  async #asking<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await ask();
    } catch (fault) {
      toasts.show({ tone: 'late', text: t('refused.any'), detail: problemWords(fault) });
      return undefined;
    }
  }
}
