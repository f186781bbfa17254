import type { Appointment } from '../../../shared/model/appointment.ts';

/** What this person has begun to change and not yet sent: a form that is filled in, a dialog that is open. */
export class OpenEdit {
  #begun: { readonly appointmentId: string; readonly version: number } | undefined = $state.raw();

  /** From the first keystroke on; what was begun on another appointment is over. */
  begin({ id, version }: Appointment): void {
    if (this.#begun?.appointmentId !== id) this.#begun = { appointmentId: id, version };
  }

  /** One's own change is no surprise. */
  took(appointments: readonly Appointment[]): void {
    const own = appointments.find(({ id }) => id === this.#begun?.appointmentId);
    if (own) this.#begun = { appointmentId: own.id, version: own.version };
  }

  end(): void {
    this.#begun = undefined;
  }

  /** Whether others changed it since. */
  isOvertaken({ id, version }: Appointment): boolean {
    return this.#begun?.appointmentId === id && version > this.#begun.version;
  }

  /** It was read: from now on this version counts. */
  understood({ id, version }: Appointment): void {
    this.#begun = { appointmentId: id, version };
  }
}
