import type { Appointment } from '../model/appointment.ts';
import type { Draft } from '../model/entity.ts';

/** Work is divided into so many parts at most. */
export const mostParts = 10;

export type SplitRefusal = 'wrong-state' | 'short-enough' | 'too-many-parts';
type Split =
  | {
      readonly ok: true;
      /** The appointment itself, as the first part. */
      readonly first: Appointment;
      readonly others: readonly Draft<Appointment>[];
    }
  | { readonly ok: false; readonly reason: SplitRefusal };

/**
 * Work too long for a shift as parts of at most `longestSeconds`, each after the one before and by the same technician. Parts from
 * the van are for the first; the checklist is ticked off in the last.
 */
export const splitAppointment = (before: Appointment, longestSeconds: number, newId: () => string): Split => {
  if (before.status !== 'unscheduled') return { ok: false, reason: 'wrong-state' };
  const count = Math.ceil(before.durationSeconds / longestSeconds);
  if (count <= 1) return { ok: false, reason: 'short-enough' };
  if (count > mostParts) return { ok: false, reason: 'too-many-parts' };
  const each = Math.ceil(before.durationSeconds / count / minute) * minute;
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, arrivalWindow: _told, ...rest } = before;
  const others: Draft<Appointment>[] = [];
  for (let part = 1; part < count; part += 1) {
    others.push({
      ...rest,
      id: newId(),
      durationSeconds: Math.min(each, before.durationSeconds - part * each),
      partRequirements: [],
      tasks: part === count - 1 ? before.tasks : [],
      follows: others.at(-1)?.id ?? before.id,
    });
  }
  const linked = others.map((part, index): Draft<Appointment> => withNext(part, others[index + 1]?.id));
  return { ok: true, first: withNext({ ...before, durationSeconds: each, tasks: [] }, others[0]?.id), others: linked };
};

export type JoinRefusal = 'wrong-state' | 'not-divided';
type Join =
  | { readonly ok: true; readonly whole: Appointment; readonly gone: readonly Appointment[] }
  | { readonly ok: false; readonly reason: JoinRefusal };

/** Parts of divided work as one again, in the first; the others are cancelled. Only while none of them has a time. */
export const joinAppointments = (part: Appointment, ofWorkOrder: readonly Appointment[], reason: string): Join => {
  const parts = chainOf(part, ofWorkOrder);
  const [first, ...others] = parts;
  if (!first || others.length === 0) return { ok: false, reason: 'not-divided' };
  if (parts.some(({ status }) => status !== 'unscheduled')) return { ok: false, reason: 'wrong-state' };
  const { followedBy: _next, ...kept } = first;
  const durationSeconds = parts.reduce((sum, one) => sum + one.durationSeconds, 0);
  return {
    ok: true,
    whole: { ...kept, durationSeconds, tasks: parts.flatMap(({ tasks }) => tasks) },
    gone: others.map((one) => ({ ...one, status: 'cancelled', cancelReason: reason })),
  };
};

/** From the first part to the last; what was cancelled is none. */
const chainOf = (part: Appointment, all: readonly Appointment[]): Appointment[] => {
  const open = all.filter(({ status }) => status !== 'cancelled');
  const before = open.find(({ id }) => id === part.follows);
  if (before) return chainOf(before, open);
  const chain = [part];
  for (let next = after(part, open); next; next = after(next, open)) chain.push(next);
  return chain;
};

const after = ({ id }: Appointment, all: readonly Appointment[]): Appointment | undefined =>
  all.find(({ follows }) => follows === id);

const withNext = <Part extends Draft<Appointment>>(part: Part, nextId: string | undefined): Part =>
  nextId === undefined ? part : { ...part, followedBy: nextId };

const minute = 60;
