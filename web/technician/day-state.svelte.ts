import { SvelteMap } from 'svelte/reactivity';
import type { Api } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { contentHashOf } from '../api/content-hash.ts';
import { NetworkDown } from '../api/network-down.ts';
import { upload } from '../api/upload.ts';
import type { Appointment, Outcome } from '../../shared/model/appointment.ts';
import type { BodyOf, ResponseOf } from '../../shared/protocol/endpoint.ts';
import type { EndpointOf } from '../api/route.ts';
import { Outbox } from './outbox.svelte.ts';
import * as routes from './routes.ts';

export type MyDay = ResponseOf<EndpointOf<typeof routes.getMyDay>>;
export type AppointmentFile = ResponseOf<EndpointOf<typeof routes.getAppointmentFile>>;
export type AssetFile = ResponseOf<EndpointOf<typeof routes.getAssetFile>>;
type StatusTo = BodyOf<EndpointOf<typeof routes.setAppointmentStatus>>['to'];
type TaskValue = BodyOf<EndpointOf<typeof routes.answerTask>>['value'];

export type Trouble = 'offline' | 'signed-out' | 'no-technician' | 'fault';

/**
 * The technician's day as the server last confirmed it, and the one door for his changes. Whoever wants the day to survive
 * without network puts a store under this class.
 */
export class DayState {
  day = $state.raw<MyDay>();
  /** Server time of the last answer, milliseconds since the epoch. */
  heardAt = $state.raw<number>();
  trouble = $state.raw<Trouble>();
  readonly files = new SvelteMap<string, AppointmentFile>();
  readonly assets = new SvelteMap<string, AssetFile>();
  readonly outbox: Outbox;
  readonly #api: Api;

  constructor(api: Api, outbox = new Outbox()) {
    this.#api = api;
    this.outbox = outbox;
  }

  get stops(): readonly Appointment[] {
    return this.day?.appointments ?? [];
  }

  stop(appointmentId: string): Appointment | undefined {
    return this.stops.find((stop) => stop.id === appointmentId) ?? this.files.get(appointmentId)?.appointment;
  }

  serverNow(): number {
    return this.#api.serverNow();
  }

  /** Reads the day anew; keeps the last one in sight when that fails. Sends what waited, now that there may be a network. */
  async refresh(): Promise<void> {
    await this.#hear(async () => {
      const day = await this.#api.call(routes.getMyDay, { params: { day: 'today' } });
      this.day = { ...day, appointments: day.appointments.map((stop) => newer(stop, this.stop(stop.id))) };
      this.heardAt = this.#api.serverNow();
      if (this.outbox.waits) this.outbox.retry();
    });
  }

  async openFile(appointmentId: string): Promise<void> {
    await this.#hear(async () => {
      const file = await this.#api.call(routes.getAppointmentFile, { params: { appointmentId } });
      this.files.set(appointmentId, file);
      this.#take(file.appointment);
    });
  }

  async openAsset(assetId: string): Promise<void> {
    await this.#hear(async () => {
      const file = await this.#api.call(routes.getAssetFile, { params: { assetId } });
      this.assets.set(assetId, file);
    });
  }

  setStatus(appointmentId: string, to: StatusTo, outcome?: Outcome): void {
    const body = outcome === undefined ? { to } : { to, outcome };
    this.outbox.add({ sort: 'status', appointmentId, target: to }, async (idempotencyKey) => {
      this.#take(
        await this.#api.call(routes.setAppointmentStatus, { params: { appointmentId }, body }, { idempotencyKey }),
      );
    });
  }

  answerTask(appointmentId: string, taskKey: string, value: TaskValue): void {
    this.outbox.add({ sort: 'task', appointmentId, target: taskKey, value }, async (idempotencyKey) => {
      const params = { appointmentId, taskKey };
      this.#take(await this.#api.call(routes.answerTask, { params, body: { value } }, { idempotencyKey }));
    });
  }

  usePart(appointmentId: string, partId: string, quantity: number): void {
    this.outbox.add({ sort: 'part', appointmentId, target: partId, value: quantity }, async (idempotencyKey) => {
      const body = { partId, quantity };
      try {
        await this.#api.call(routes.usePart, { params: { appointmentId }, body }, { idempotencyKey });
        await this.openFile(appointmentId);
      } finally {
        // Also after a refusal: it says how many there are, and that should be true.
        await this.#refreshStock();
      }
    });
  }

  addNote(appointmentId: string, text: string): void {
    this.outbox.add({ sort: 'note', appointmentId, value: text }, async (idempotencyKey) => {
      await this.#api.call(routes.addNote, { params: { appointmentId }, body: { text } }, { idempotencyKey });
      await this.openFile(appointmentId);
    });
  }

  /** `preview` is shown until the server has the file. */
  addPhoto(appointmentId: string, file: Blob, preview: string): void {
    this.outbox.add({ sort: 'photo', appointmentId, target: preview, value: preview }, async () => {
      // No key is kept: the hash makes a repeat harmless, and a repeat needs a fresh address to put the file to.
      const body = { contentHash: await contentHashOf(file), type: 'image/jpeg' as const, sizeBytes: file.size };
      const answer = await this.#api.call(routes.addPhoto, { params: { appointmentId }, body });
      await upload(answer.upload, file);
      await this.openFile(appointmentId);
    });
  }

  /** A short-lived address of a photo; undefined while it cannot be had. */
  async photoAddress(appointmentId: string, photoId: string): Promise<string | undefined> {
    const answer = await this.#api.call(routes.getPhoto, { params: { appointmentId, photoId } }).catch(() => undefined);
    return answer?.url;
  }

  async #refreshStock(): Promise<void> {
    const day = await this.#api.call(routes.getMyDay, { params: { day: 'today' } }).catch(() => undefined);
    if (day !== undefined && this.day !== undefined) this.day = { ...this.day, stock: day.stock };
  }

  /** Puts one confirmed appointment in its place, unless a newer one is there already. */
  #take(appointment: Appointment): void {
    if (this.day === undefined) return;
    const appointments = this.day.appointments.map((stop) =>
      stop.id === appointment.id ? newer(appointment, stop) : stop,
    );
    this.day = { ...this.day, appointments };
  }

  async #hear(ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
      this.trouble = undefined;
    } catch (fault) {
      this.trouble = troubleOf(fault);
    }
  }
}

const newer = (one: Appointment, other: Appointment | undefined): Appointment =>
  other !== undefined && other.version > one.version ? other : one;

const troubleOf = (fault: unknown): Trouble | undefined => {
  if (fault instanceof NetworkDown) return 'offline';
  if (!(fault instanceof ApiProblem)) return 'fault';
  if (fault.code === 'unauthenticated') return 'signed-out';
  if (fault.code === 'not-allowed') return 'no-technician';
  // An appointment that was moved to someone else: its screen says so.
  return fault.code === 'not-found' ? undefined : 'fault';
};
