import type { Api } from '../../api/api.ts';
import type { TrackerApp } from '../../../shared/model/device.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import { addDevice, listDevices, revokeDevice, type DeviceView } from '../../../shared/protocol/endpoints/devices.ts';

export type AddedDevice = ResponseOf<typeof addDevice>;

/** One technician's tracker apps; what was just added is shown with its secret until it is put away. */
export class Devices {
  items: readonly DeviceView[] | undefined = $state.raw();
  added: AddedDevice | undefined = $state.raw();
  fault: unknown = $state.raw();
  busy = $state(false);
  readonly #api: Api;
  #technicianId = '';

  constructor(api: Api) {
    this.#api = api;
  }

  async of(technicianId: string): Promise<void> {
    this.#technicianId = technicianId;
    this.items = undefined;
    this.added = undefined;
    await this.#attempt(() => this.#read());
  }

  add(app: TrackerApp, name: string): Promise<void> {
    const params = { technicianId: this.#technicianId };
    return this.#attempt(async () => {
      this.added = await this.#api.call(addDevice, { params, body: { app, name } });
      await this.#read();
    });
  }

  revoke(deviceId: string): Promise<void> {
    const params = { technicianId: this.#technicianId, deviceId };
    return this.#attempt(async () => {
      await this.#api.call(revokeDevice, { params });
      await this.#read();
    });
  }

  async #read(): Promise<void> {
    const asked = this.#technicianId;
    if (asked === '') return;
    const { items } = await this.#api.call(listDevices, { params: { technicianId: asked } });
    // Who was chosen meanwhile is the one that is shown.
    if (asked === this.#technicianId) this.items = items;
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.fault = undefined;
    this.busy = true;
    try {
      await act();
    } catch (fault) {
      this.fault = fault;
    } finally {
      this.busy = false;
    }
  }
}
