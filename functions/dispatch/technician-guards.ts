import type { Appointment } from '../../shared/model/appointment.ts';
import type { TechnicianDay } from '../../shared/model/technician-day.ts';
import { freeInterval } from '../../shared/rules/technician-day.ts';
import { technicianDay } from '../store/questions/technician-days.ts';
import { technicianDayEntity } from '../store/entities/technician-day.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { guardRefsOf, sameGuard, type GuardRef } from './guard-refs.ts';
import type { StaffAsked } from './route.ts';

/** The guards of technicians' days as they will stand; each is read once and written once. */
export class TechnicianGuards {
  readonly #asked: StaffAsked;
  #days: TechnicianDay[] = [];
  readonly #changed = new Set<string>();

  constructor(asked: StaffAsked) {
    this.#asked = asked;
  }

  async of({ technicianId, day }: GuardRef): Promise<TechnicianDay> {
    const known = this.#days.find((one) => sameGuard(one, { technicianId, day }));
    if (known) return known;
    const read = await technicianDay(this.#asked.deps.table, this.#asked.tenantId, technicianId, day);
    this.#days.push(read);
    return read;
  }

  change(day: TechnicianDay): void {
    this.#days = this.#days.map((one) => (sameGuard(one, day) ? day : one));
    this.#changed.add(`${day.technicianId} ${day.day}`);
  }

  async free(appointment: Appointment): Promise<void> {
    for (const ref of await guardRefsOf(this.#asked, appointment)) {
      const guard = await this.of(ref);
      if (guard.intervals.some(({ id }) => id === appointment.id)) this.change(freeInterval(guard, appointment.id));
    }
  }

  write(work: UnitOfWork): void {
    for (const day of this.#days) {
      if (this.#changed.has(`${day.technicianId} ${day.day}`)) work.update(technicianDayEntity, day, day);
    }
  }
}
