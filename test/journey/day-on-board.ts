import type { Appointment } from '../../shared/model/appointment.ts';
import { isPlannable } from '../../shared/rules/appointment-lifecycle.ts';
import { askAs } from './ask-as.ts';
import type { People } from './people.ts';

export type DayOnBoard = Awaited<ReturnType<typeof dayOnBoard>>;

/** The day of Downtown & North as the server has it, beside what the consoles show. */
export const dayOnBoard = async (people: People, day: string) => {
  const ask = async (path: string, body?: object) => (await askAs(people.fieldline, 'dispatcher')(path, body)).body;
  const { items: areas } = await ask('/territories');
  const territory: string = areas.find(({ name }: { name: string }) => name === 'Downtown & North').id;
  const { items: technicians } = await ask('/technicians?limit=100');
  const names = new Map<string, string>(technicians.map(({ id, name }: { id: string; name: string }) => [id, name]));
  const readBoard = () => ask(`/territories/${territory}/days/${day}/board`);
  const present = async (id: string): Promise<Appointment> => (await ask(`/appointments/${id}`)).appointment;
  const startOf = async (id: string) => (await present(id)).assignments[0]?.plannedStartAt ?? '';
  const nameOf = ({ assignments: [first] }: Appointment) => names.get(first?.technicianId ?? '') ?? '';

  /** What stands on the day and may still be moved, the last of each technician: there is room after it. */
  const lastOnes = async (): Promise<Appointment[]> => {
    const { appointments } = await readBoard();
    const byTechnician = new Map<string, Appointment>();
    for (const one of appointments.filter(({ status }: Appointment) => isPlannable(status))) {
      const [first] = one.assignments;
      const before = byTechnician.get(first?.technicianId ?? '');
      if (!first || (before?.assignments[0]?.plannedStartAt ?? '') > first.plannedStartAt) continue;
      byTechnician.set(first.technicianId, one);
    }
    return [...byTechnician.values()];
  };
  const lastOne = async (): Promise<Appointment> => {
    const [one] = await lastOnes();
    if (!one) throw new Error('nothing on the board can be moved');
    return one;
  };

  /** Two of different technicians, each of whom may do the other's work. */
  const swappable = async (): Promise<readonly [Appointment, Appointment]> => {
    const may = ({ skillRequirements }: Appointment, technicianId: string | undefined) => {
      const { skills } = technicians.find(({ id }: { id: string }) => id === technicianId);
      return skillRequirements.every(({ skillId, level }) =>
        skills.some(
          (held: { skillId: string; level: number; expiresOn?: string }) =>
            held.skillId === skillId && held.level >= level && (held.expiresOn ?? day) >= day,
        ),
      );
    };
    const ones = await lastOnes();
    for (const one of ones) {
      const mine = one.assignments[0]?.technicianId;
      const other = ones.find(
        (each) => each.id !== one.id && may(one, each.assignments[0]?.technicianId) && may(each, mine),
      );
      if (other) return [one, other];
    }
    throw new Error('no two on the board can change places');
  };

  /** What stands and may be moved becomes work for twelve hours, longer than any shift, that waits. */
  const tooLong = async (): Promise<Appointment> => {
    const { id, version, assignments } = await lastOne();
    const [first] = assignments;
    const technicianIds = assignments.map(({ technicianId }) => technicianId);
    const despite = ['after-due-time', 'part-not-on-van', 'outside-arrival-window', 'off-shift'];
    const to = { technicianIds, plannedStartAt: first?.plannedStartAt, durationSeconds: 12 * 3600, despite };
    await ask('/appointment-moves', { moves: [{ appointmentId: id, version, to }] });
    const longer = await present(id);
    await ask('/appointment-moves', { moves: [{ appointmentId: id, version: longer.version, to: null }] });
    return present(id);
  };

  return { tooLong, ask, territory, names, readBoard, present, startOf, nameOf, lastOnes, lastOne, swappable };
};
