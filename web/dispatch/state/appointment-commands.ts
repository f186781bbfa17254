import type { Api } from '../../api/api.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { SoftReason } from '../../../shared/rules/assignment.ts';
import { isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import { crewOf, lacksCrew } from '../../../shared/rules/crew-of.ts';
import { setAppointmentStatus } from '../../../shared/protocol/endpoints/appointment-work.ts';
import { cancelAppointment, listCandidates } from '../../../shared/protocol/endpoints/appointments.ts';
import { t } from '../messages.ts';
import { candidateMoves } from './candidate-moves.ts';
import { crewAsOne } from './crew-as-one.ts';
import { everySoftRule, isSoftRule } from './soft-rules.ts';
import { problemWords } from './problem-words.ts';
import { replayStep } from './replay-step.ts';
import { sendMoves, type WantedMove } from './send-moves.ts';
import { nowWords } from './now-words.ts';
import { samePlace, standingPlace } from './standing-place.ts';
import type { UndoStack } from './undo-stack.svelte.ts';

interface Deps {
  readonly api: Api;
  readonly undo: UndoStack;
  readonly take: (appointments: readonly Appointment[]) => void;
  /** The appointment as it is known now, whatever the caller holds. */
  readonly present: (appointmentId: string) => Appointment | undefined;
  readonly nameOf: (technicianId: string) => string;
  readonly timeOf: (at: string) => string;
}

export interface AssignTo {
  readonly technicianId: string;
  readonly plannedStartAt: string;
  readonly despite?: readonly SoftReason[];
}

/** What a dispatcher does to appointments: sent at once, told in words, taken back by Z. A refusal changes nothing. */
export class AppointmentCommands {
  readonly #deps: Deps;
  #before: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  assign(appointment: Appointment, { technicianId, plannedStartAt, despite = [] }: AssignTo): Promise<boolean> {
    const to = { technicianIds: [technicianId], plannedStartAt, despite };
    return this.move([{ appointment, to }]);
  }

  /** Places, moves, swaps, resizes or puts back, all of it one step to undo. */
  move(wanted: readonly WantedMove[], told?: string): Promise<boolean> {
    return this.#inTurn(() => this.#move(wanted, told));
  }

  /** One after the other, so that Z pressed before the answer came takes back what was asked for, not what was before. */
  #inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const done = this.#before.then(act);
    this.#before = done.catch(() => undefined);
    return done;
  }

  async #move(wanted: readonly WantedMove[], told: string | undefined): Promise<boolean> {
    const { api, present, take, undo } = this.#deps;
    const befores = wanted.map(({ appointment }) => present(appointment.id) ?? appointment);
    const moves = wanted.map((move, i): WantedMove => ({ ...move, appointment: befores[i] ?? move.appointment }));
    const overtaken = wanted.find(({ appointment }, i) => {
      const now = befores[i];
      return now && !samePlace(standingPlace(now), standingPlace(appointment));
    });
    if (overtaken) return this.#overtaken(present(overtaken.appointment.id) ?? overtaken.appointment);
    const sent = await sendMoves(api, moves);
    take(sent.appointments);
    if (sent.appointments.length > 0) {
      const label = told ?? this.#wordsOf(moves);
      const detail = befores.length === 1 ? befores[0]?.subject : t('many', { count: sent.appointments.length });
      undo.push({
        label: `${label} · ${detail ?? ''}`,
        parts: sent.appointments.flatMap((after) => {
          const before = befores.find(({ id }) => id === after.id);
          const { id: appointmentId, subject } = after;
          return before ? { appointmentId, subject, before: standingPlace(before), after: standingPlace(after) } : [];
        }),
      });
      const action = { label: t('undo'), run: () => void this.undoLast() };
      toasts.show({ tone: 'fine', text: label, detail, action });
    }
    if ('fault' in sent) this.#refused(sent.fault, moves.slice(sent.appointments.length));
    return !('fault' in sent);
  }

  /** Gives it to the best candidate of the day. */
  async assignToBest(appointment: Appointment, day: string): Promise<void> {
    if (crewOf(appointment).needed > 1 && crewOf(appointment).missing === 0) {
      toasts.show({ tone: 'plain', text: t('crew.complete'), detail: appointment.subject });
      return;
    }
    const best = await this.#asking(() =>
      this.#deps.api.call(listCandidates, { params: { appointmentId: appointment.id }, query: { day } }),
    );
    if (!best) return;
    const isWhole = crewOf(appointment).needed > 1 && !lacksCrew(appointment);
    const [crew] = best.crews ?? [];
    const [first] = best.candidates;
    if (isWhole ? !crew : !first) {
      toasts.show({ tone: 'late', text: t('refused.nobody'), detail: appointment.subject });
      return;
    }
    const { present } = this.#deps;
    const chosen = isWhole && crew ? crewAsOne(crew) : first;
    const moves = chosen && candidateMoves(appointment, chosen, present);
    if (moves) await this.move(moves);
  }

  /** Plans leave locked appointments where they are; all of them become what the first is not. */
  async toggleLock(...appointments: readonly Appointment[]): Promise<void> {
    const standing = appointments.flatMap((one) => {
      const appointment = this.#deps.present(one.id) ?? one;
      const place = standingPlace(appointment);
      return place && isPlannable(appointment.status) ? { appointment, place } : [];
    });
    const [first] = standing;
    if (!first) {
      toasts.show({ tone: 'late', text: t('refused.lock'), detail: appointments[0]?.subject });
      return;
    }
    const locked = !first.place.locked;
    const wanted = standing.map(({ appointment, place }) => ({
      appointment,
      to: { ...place, locked, despite: everySoftRule },
    }));
    await this.move(wanted, t(locked ? 'done.locked' : 'done.unlocked'));
  }

  async unassign(...appointments: readonly Appointment[]): Promise<void> {
    await this.move(
      appointments.map((appointment) => ({ appointment, to: null })),
      t('done.unassigned'),
    );
  }

  async dispatch(...appointments: readonly Appointment[]): Promise<void> {
    for (const appointment of appointments) {
      const { id, version } = this.#deps.present(appointment.id) ?? appointment;
      const after = await this.#asking(() =>
        this.#deps.api.call(
          setAppointmentStatus,
          { params: { appointmentId: id }, body: { to: 'dispatched' } },
          { ifMatch: version },
        ),
      );
      if (!after) return;
      this.#deps.take([after]);
      toasts.show({ tone: 'fine', text: t('done.dispatched'), detail: after.subject });
    }
  }

  async cancel(appointment: Appointment, reason: string): Promise<boolean> {
    const { id, version } = this.#deps.present(appointment.id) ?? appointment;
    const after = await this.#asking(() =>
      this.#deps.api.call(cancelAppointment, { params: { appointmentId: id }, body: { reason } }, { ifMatch: version }),
    );
    if (!after) return false;
    this.#deps.take([after]);
    toasts.show({ tone: 'fine', text: t('done.cancelled'), detail: after.subject });
    return true;
  }

  undoLast(): Promise<void> {
    return this.#inTurn(() => this.#replay('undo'));
  }

  redoLast(): Promise<void> {
    return this.#inTurn(() => this.#replay('redo'));
  }

  async #replay(direction: 'undo' | 'redo'): Promise<void> {
    const outcome = await replayStep(this.#deps, direction);
    const detail = outcome.step?.label;
    if (outcome.kind === 'nothing') toasts.show({ tone: 'plain', text: t(`${direction}.nothing`) });
    else if (outcome.kind === 'done')
      toasts.show({ tone: 'fine', text: t(`${direction}.done`), detail, action: this.#backFrom(direction) });
    else if (outcome.kind === 'moved-by-others') {
      const { subject } = outcome.part;
      toasts.show({ tone: 'late', text: t(`${direction}.refused`), detail: t('undo.moved', { subject }) });
    } else toasts.show({ tone: 'late', text: t(`${direction}.refused`), detail: problemWords(outcome.fault) });
  }

  /** What was taken back may be done again from where that is said, and the other way round. */
  #backFrom(direction: 'undo' | 'redo') {
    return direction === 'undo'
      ? { label: t('redo'), run: () => void this.redoLast() }
      : { label: t('undo'), run: () => void this.undoLast() };
  }

  #wordsOf(moves: readonly WantedMove[]): string {
    const [first] = moves;
    const { nameOf, timeOf } = this.#deps;
    if (!first?.to || moves.length > 1) return t('done.moved');
    const name = first.to.technicianIds.map(nameOf).join(' + ');
    return t('done.assigned', { name, time: timeOf(first.to.plannedStartAt) });
  }

  /** Somebody moved it between the moment it was taken up and the drop: nothing is sent over his change. */
  #overtaken(now: Appointment): false {
    const what = nowWords(now, this.#deps);
    const detail = t('edit.changed', { who: t('edit.somebody'), what });
    toasts.show({ tone: 'late', text: t('refused.assign', { subject: now.subject }), detail });
    return false;
  }

  #refused(fault: unknown, moves: readonly WantedMove[]): void {
    const reason = fault instanceof ApiProblem ? fault.problem.reason : undefined;
    const given = moves.flatMap(({ to }) => to?.despite ?? []);
    const mayInsist = isSoftRule(reason) && !given.includes(reason);
    const insisting = moves.map(({ appointment, to }) => ({
      appointment,
      to: to && { ...to, despite: [...new Set([...(to.despite ?? []), ...(isSoftRule(reason) ? [reason] : [])])] },
    }));
    toasts.show({
      tone: 'late',
      text: t('refused.assign', { subject: moves[0]?.appointment.subject ?? '' }),
      detail: problemWords(fault),
      ...(mayInsist && { action: { label: t('assign.anyway'), run: () => void this.move(insisting) } }),
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
