import type { ChaosServer } from './chaos-server.ts';

export interface ChaosOfficeOptions {
  readonly server: ChaosServer;
  readonly token: string;
  readonly technicianIds: readonly string[];
  readonly appointmentIds: readonly string[];
  readonly random: () => number;
  readonly clock: () => Date;
}

/** Dispatchers who do not know of one another: they give the same hour of one technician away twice, answer steps and cancel. */
export class ChaosOffice {
  readonly #options: ChaosOfficeOptions;
  constructor(options: ChaosOfficeOptions) {
    this.#options = options;
  }

  async act(): Promise<void> {
    const { random } = this.#options;
    const luck = random();
    if (luck < 0.6) await this.#assignTwice();
    else if (luck < 0.97) await this.#answer();
    else await this.#post(this.#appointment(), 'cancel', { reason: 'Sold the house' });
  }

  async #assignTwice(): Promise<void> {
    const { technicianIds, clock, random } = this.#options;
    const technicianId = pick(technicianIds, random);
    const plannedStartAt = new Date(clock().getTime() + Math.floor(random() * 8) * 3_600_000).toISOString();
    const body = { technicianId, plannedStartAt, despite: ['off-shift', 'after-due-time', 'outside-arrival-window'] };
    const [one, other] = [this.#appointment(), this.#appointment()];
    await Promise.all([this.#post(one, 'assign', body), this.#post(other, 'assign', body)]);
    await Promise.all([one, other].map((id) => this.#post(id, 'status', { to: 'dispatched' })));
  }

  async #answer(): Promise<void> {
    const { server, token, random } = this.#options;
    const path = `/v1/appointments/${this.#appointment()}/tasks/step-1`;
    await server.call({ method: 'PUT', path, token, body: { value: Math.floor(random() * 1000) + 1000 } });
  }

  async #post(appointmentId: string, what: string, body: object): Promise<void> {
    const { server, token } = this.#options;
    await server.call({ method: 'POST', path: `/v1/appointments/${appointmentId}/${what}`, token, body });
  }

  #appointment(): string {
    return pick(this.#options.appointmentIds, this.#options.random);
  }
}

const pick = (ids: readonly string[], random: () => number): string => ids[Math.floor(random() * ids.length)] ?? '';
