import type { Api } from '../../../api/api.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import type { Absence } from '../../../../shared/model/absence.ts';
import { appointmentSchema, type Appointment } from '../../../../shared/model/appointment.ts';
import type { InstantSpan } from '../../../../shared/model/time.ts';
import { addAbsence, listAbsences, removeAbsence } from '../../../../shared/protocol/endpoints/technicians.ts';

export interface AbsenceWish {
  readonly kind: Absence['kind'];
  readonly span: InstantSpan;
  readonly remark?: string;
}

/** A technician's absences from now on, and the work that stands against a new one. */
export class Absences {
  items: readonly Absence[] | undefined = $state.raw();
  fault: unknown = $state.raw();
  busy = $state(false);
  /** Planned in the time of the absence that was asked for. */
  inTheWay: readonly Appointment[] = $state.raw([]);
  readonly #api: Api;
  readonly #technicianId: string;

  constructor(api: Api, technicianId: string) {
    this.#api = api;
    this.#technicianId = technicianId;
  }

  async read(endingAfter: string): Promise<void> {
    const params = { technicianId: this.#technicianId };
    await this.#doing(async () => {
      ({ items: this.items } = await this.#api.call(listAbsences, { params, query: { endingAfter } }));
    });
  }

  /** Enters it; where work is planned then, it is shown first, and entered only knowingly. */
  async add(wish: AbsenceWish, knowingly: boolean): Promise<boolean> {
    const body = { ...wish, ...(knowingly && { despite: ['work-planned' as const] }) };
    this.inTheWay = [];
    return this.#doing(async () => {
      const added = await this.#api.call(addAbsence, { params: { technicianId: this.#technicianId }, body });
      this.items = [...(this.items ?? []), added].sort((a, b) => a.span.from.localeCompare(b.span.from));
    });
  }

  async remove(absence: Absence): Promise<boolean> {
    const params = { technicianId: this.#technicianId, absenceId: absence.id };
    return this.#doing(async () => {
      await this.#api.call(removeAbsence, { params });
      this.items = this.items?.filter(({ id }) => id !== absence.id);
    });
  }

  async #doing(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.fault = undefined;
    try {
      await work();
      return true;
    } catch (fault) {
      const planned = plannedWork(fault);
      if (planned) this.inTheWay = planned;
      else this.fault = fault;
      return false;
    } finally {
      this.busy = false;
    }
  }
}

const plannedWork = (fault: unknown): readonly Appointment[] | undefined => {
  if (!(fault instanceof ApiProblem) || fault.problem.reason !== 'work-planned') return undefined;
  const { present } = fault.problem;
  if (typeof present !== 'object' || present === null || !('appointments' in present)) return [];
  const { appointments } = present;
  return Array.isArray(appointments) ? appointments.flatMap((one) => appointmentSchema.safeParse(one).data ?? []) : [];
};
