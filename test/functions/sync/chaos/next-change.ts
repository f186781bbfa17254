import type { TechnicianView, Visit } from '../../../../shared/model/technician-view.ts';
import type { Mutation } from '../../../../shared/protocol/sync.ts';
import { nextStatusesOf } from '../../../../shared/rules/appointment-lifecycle.ts';
import { idOfMutation } from '../../../../shared/rules/mutations/upgrade-mutation.ts';

type Change = Pick<Mutation, 'name' | 'args' | 'baseVersion'>;
interface Surroundings {
  readonly random: () => number;
  readonly id: number;
  readonly clientId: string;
}

/** What a technician might do next with what he sees: mostly what fits, now and then what will be refused. */
export const nextChange = (view: TechnicianView, { random, id, clientId }: Surroundings): Change => {
  const visit = pick(random() < 0.9 ? openOrAny(view.visits) : view.visits, random);
  const noteId = idOfMutation('note', clientId, id);
  // Who has nothing to do writes about what is not there.
  const nowhere = { appointmentId: idOfMutation('appointment', clientId, id), noteId, text: 'Where am I?' };
  if (!visit) return { name: 'add-note', args: nowhere };
  const { appointment } = visit;
  const about = { appointmentId: appointment.id };
  const part = pick(view.parts, random)?.id ?? '';
  const usageId = idOfMutation('partUsage', clientId, id);
  const step = pick(appointment.tasks, random);
  const colleague = pick(view.colleagues, random)?.technicianId ?? '';
  const wishes: readonly (() => Change)[] = [
    ...Array<() => Change>(appointment.status === 'on-site' ? 2 : 25).fill(() => stepOf(visit, random)),
    ...Array<() => Change>(5).fill(() => ({
      name: 'use-part',
      args: { ...about, usageId, partId: part, quantity: 1 + Math.floor(random() * 3) },
    })),
    () => ({ name: 'return-part', args: { ...about, usageId, partId: part, quantity: 1 } }),
    () => ({
      name: 'swap-part',
      args: { ...about, usageId, partId: part, removedSerial: `old-${id}`, fittedSerial: `new-${id}` },
    }),
    ...Array<() => Change>(4).fill(() => ({
      name: 'add-note',
      args: { ...about, noteId, text: `note ${id} of ${clientId}` },
    })),
    ...Array<() => Change>(4).fill(() => ({
      name: 'answer-task',
      args: { ...about, key: step?.key ?? 'none', value: id },
    })),
    () => ({ name: 'start-work', args: { ...about, entryId: idOfMutation('timeEntry', clientId, id) } }),
    () => ({ name: 'stop-work', args: about }),
    () => ({
      name: 'request-help',
      args: { ...about, noticeId: idOfMutation('fieldNotice', clientId, id), text: 'Help' },
    }),
    () => ({ name: 'hand-over', args: { ...about, toTechnicianId: colleague, reason: 'Too far' } }),
    // What is fetched for it, or nothing any more.
    ...(appointment.pickups ?? []).flatMap(({ partId, stockLocationId }) =>
      Array<() => Change>(15).fill(() => ({ name: 'fetch-part', args: { ...about, partId, stockLocationId } })),
    ),
    ...(random() < 0.3 ? [() => ({ name: 'decline', args: { ...about, reason: 'Not mine' } })] : []),
  ];
  const change = pick(wishes, random)?.() ?? stepOf(visit, random);
  return { ...change, baseVersion: appointment.version };
};

/** A technician seldom goes back to what has ended. */
const openOrAny = (visits: readonly Visit[]): readonly Visit[] => {
  const open = visits.filter(({ appointment }) => nextStatusesOf(appointment.status).length > 0);
  return open.length > 0 ? open : visits;
};

/** The next step that the appointment allows, the end of it seldom. */
const stepOf = ({ appointment }: Visit, random: () => number): Change => {
  const about = { appointmentId: appointment.id };
  const [next] = nextStatusesOf(appointment.status);
  switch (next) {
    case 'accepted':
      return { name: 'accept', args: about };
    case 'travelling':
      return { name: 'start-travel', args: about };
    case 'on-site':
      return { name: 'arrive', args: about };
    case 'completed':
      return random() < 0.5
        ? { name: 'complete', args: { ...about, outcome: { code: 'fixed' } } }
        : { name: 'cannot-complete', args: { ...about, outcome: { code: 'no-access' }, followUp: 'Come again' } };
    default:
      return { name: 'accept', args: about };
  }
};

const pick = <Thing>(things: readonly Thing[], random: () => number): Thing | undefined =>
  things[Math.floor(random() * things.length)];
