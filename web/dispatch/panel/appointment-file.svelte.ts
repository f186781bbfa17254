import type { Api } from '../../api/api.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import { getAppointmentFile } from '../../../shared/protocol/endpoints/appointment-files.ts';

export type FileOfAppointment = ResponseOf<typeof getAppointmentFile>;

/** An appointment with all that belongs to it, read anew whenever the board hears of a newer version. */
export class AppointmentFile {
  file: FileOfAppointment | undefined = $state.raw();
  fault: unknown = $state.raw();
  readonly #api: Api;
  readonly #appointmentId: string;
  #run = 0;

  constructor(api: Api, appointmentId: string) {
    this.#api = api;
    this.#appointmentId = appointmentId;
  }

  async read(): Promise<void> {
    const run = (this.#run += 1);
    try {
      const file = await this.#api.call(getAppointmentFile, { params: { appointmentId: this.#appointmentId } });
      if (run !== this.#run) return;
      this.file = file;
      this.fault = undefined;
    } catch (fault) {
      if (run === this.#run) this.fault = fault;
    }
  }
}
