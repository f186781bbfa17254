import type { Appointment } from '../../../shared/model/appointment.ts';
import type { ServiceRequest } from '../../../shared/model/service-request.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import { noFilters, type Filters } from './place-in-address.ts';

type Narrowing = Omit<Filters, 'queue'>;

/** How many filters behind the queue's own are set. */
export const filtersSet = (filters: Filters): number =>
  names.filter((name) => filters[name] !== noFilters[name]).length;

const names = ['workType', 'skill', 'state', 'priority', 'customer'] as const satisfies (keyof Narrowing)[];

/** Whether the filters let an appointment or a request through; a request asks for no skill and has no appointment's state. */
export const matchesFilters = (thing: Appointment | ServiceRequest, filters: Narrowing): boolean => {
  const { workType, skill, state, priority, customer, words } = filters;
  const appointment = 'assignments' in thing ? thing : undefined;
  if (workType && thing.workTypeId !== workType) return false;
  if (priority && thing.priority !== priority) return false;
  if (customer && thing.customerId !== customer) return false;
  if (state && appointment?.status !== state) return false;
  if (skill && !appointment?.skillRequirements.some(({ skillId }) => skillId === skill)) return false;
  return words === '' || hasWords(thing, words);
};

/** Whoever could be sent: with the skill that is asked for. */
export const hasWantedSkill = ({ skills }: Technician, { skill }: Narrowing): boolean =>
  !skill || skills.some(({ skillId }) => skillId === skill);

const hasWords = ({ subject, contact, place, ...rest }: Appointment | ServiceRequest, words: string): boolean => {
  const number = 'workOrderNumber' in rest ? rest.workOrderNumber : '';
  const text = `${subject} ${contact.name} ${place.addressText} ${number}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
