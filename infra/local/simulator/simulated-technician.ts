import { createHash } from 'node:crypto';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { PositionFix } from '../../../shared/model/position-fix.ts';
import { getMyDay } from '../../../shared/protocol/endpoints/technician-day.ts';
import { sendPositions } from '../../../shared/protocol/endpoints/positions.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import type { DrawnWays } from '../roads/drawn-ways.ts';
import type { Call } from './call-as.ts';
import { FixBatch } from './fix-batch.ts';
import { type Manner, type Move, nextMove, presentStop } from './next-move.ts';
import { drivingFix, standingFix } from './simulated-fix.ts';

type MyDay = ResponseOf<typeof getMyDay>;

/** How often he looks at his day without having done anything, and how often he tells where he stands. */
const looksEveryMs = 30_000;
const standsEveryMs = 60_000;
/** A day has a few dozen moves; more in one go would be a mistake of ours. */
const mostMovesAtOnce = 60;

/** One simulated technician: looks at his day, does what is due, tells where he is. */
export class SimulatedTechnician {
  readonly technicianId: string;
  readonly #call: Call;
  readonly #dispatch: Call;
  readonly #noise: () => number;
  readonly #ways: DrawnWays;
  #day: MyDay | undefined;
  #lookedAt = 0;
  #toldAt = 0;
  readonly #partsTaken = new Set<string>();
  readonly #batch = new FixBatch();

  constructor(technicianId: string, call: Call, dispatch: Call, noise: () => number, ways: DrawnWays) {
    this.technicianId = technicianId;
    this.#call = call;
    this.#dispatch = dispatch;
    this.#noise = noise;
    this.#ways = ways;
  }

  /** Does everything that is due by now. */
  async step(now: string): Promise<void> {
    for (let moves = 0; moves < mostMovesAtOnce; moves += 1) {
      const day = await this.#today(now);
      const [shift] = day.shifts;
      if (!shift || now < shift.from) return;
      const stop = presentStop(day.appointments);
      const move = stop && this.#moveOn(day, stop, now);
      if (!stop || !move) return this.#tellPosition(day, stop, now);
      const done = await this.#carryOut(stop, move, now);
      this.#lookedAt = 0;
      if (!done) return;
    }
  }

  async #today(now: string): Promise<MyDay> {
    if (this.#day && Date.parse(now) - this.#lookedAt < looksEveryMs) return this.#day;
    const { status, json } = await this.#call('GET', '/v1/my/days/today');
    if (status !== 200) throw new Error(`the day could not be read: ${status} ${JSON.stringify(json)}`);
    this.#lookedAt = Date.parse(now);
    this.#day = getMyDay.response.parse(json);
    return this.#day;
  }

  #moveOn(day: MyDay, stop: Appointment, now: string): Move | undefined {
    const ended =
      day.appointments
        .map(({ actualEndAt }) => actualEndAt ?? '')
        .sort()
        .at(-1) ?? '';
    const freeAt = [ended, day.shifts[0]?.from ?? now].sort().at(-1) ?? now;
    const taken = this.#partsTaken.has(stop.id) || stop.partRequirements.length === 0;
    const manner = mannerOf(stop.id);
    return nextMove(
      stop,
      this.#legTo(day, stop).travelSeconds,
      freeAt,
      { ...manner, usesPart: manner.usesPart && !taken },
      now,
    );
  }

  async #carryOut(stop: Appointment, move: Move, now: string): Promise<boolean> {
    const path = `/v1/appointments/${stop.id}`;
    if (move.kind === 'answer') {
      return succeeded(await this.#call('PUT', `${path}/tasks/${move.task.key}`, { value: move.value }));
    }
    if (move.kind === 'use-part') {
      this.#partsTaken.add(stop.id);
      const [part] = stop.partRequirements;
      // An empty shelf is no reason to stop working.
      if (part) await this.#call('POST', `${path}/part-usages`, { partId: part.partId, quantity: 1 });
      return true;
    }
    const { to, at, outcome } = move;
    const late = Date.parse(now) - Date.parse(at) > 60_000;
    const call = to === 'dispatched' ? this.#dispatch : this.#call;
    const body = { to, ...(late ? { at } : {}), ...(outcome ? { outcome } : {}) };
    const first = await call('POST', `${path}/status`, body);
    // Where the past cannot be told any more, it happens now.
    return succeeded(first) || (late && succeeded(await call('POST', `${path}/status`, { ...body, at: undefined })));
  }

  async #tellPosition(day: MyDay, stop: Appointment | undefined, now: string): Promise<void> {
    const driving = stop?.status === 'travelling' && stop.travelStartedAt !== undefined;
    if (!driving && Date.parse(now) - this.#toldAt < standsEveryMs) return;
    this.#toldAt = Date.parse(now);
    this.#batch.add(this.#fix(day, stop, now));
    const fixes = this.#batch.due(now, driving);
    if (fixes.length === 0) return;
    const { status, json } = await this.#call('POST', '/v1/positions', { fixes });
    if (!succeeded({ status })) return;
    this.#batch.sent(fixes.length, now, sendPositions.response.parse(json).nextBatchSeconds);
  }

  #fix(day: MyDay, stop: Appointment | undefined, now: string): PositionFix {
    const last = day.appointments.filter(({ actualEndAt }) => actualEndAt !== undefined).at(-1);
    const resting = last?.place.location ?? day.technician.startPlace.location;
    if (stop?.status === 'on-site') return standingFix(stop.place.location, now, this.#noise);
    if (stop?.status !== 'travelling' || stop.travelStartedAt === undefined)
      return standingFix(resting, now, this.#noise);
    const { travelSeconds, travelMetres } = this.#legTo(day, stop);
    const line = this.#ways(resting, stop.place.location);
    const drive = { line, metres: travelMetres, seconds: travelSeconds };
    return drivingFix({ ...drive, startedAt: stop.travelStartedAt }, now, this.#noise);
  }

  #legTo({ appointments, legs }: MyDay, stop: Appointment): { travelSeconds: number; travelMetres: number } {
    const leg = legs[appointments.findIndex(({ id }) => id === stop.id)];
    return leg ?? { travelSeconds: stop.plannedTravelSeconds ?? 900, travelMetres: stop.plannedTravelMetres ?? 5000 };
  }
}

/** From the id, so that a restart does not change his mind. */
function mannerOf(appointmentId: string): Manner {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(appointmentId).digest();
  return { pace: 0.75 + (a / 255) * 0.4, fails: b < 8, usesPart: c < 160 };
}

const succeeded = ({ status }: { readonly status: number }): boolean => status < 300;
