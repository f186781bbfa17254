import { idPrefix, type EntityKind } from '../../model/entity.ts';

interface QueuedMutation {
  readonly id: number;
  readonly name: string;
  readonly args: unknown;
}
type Args = Readonly<Record<string, unknown>>;
type NewId = (kind: EntityKind) => string;
/** What one version said otherwise than the next, by the mutation's name. */
type Upgrade = Readonly<Record<string, (args: Args, newId: NewId) => Args>>;

/** From version 1 on, each to the one after it. */
const upgrades: readonly Upgrade[] = [
  {
    // Version 2: whatever is added brings its id.
    'enter-time': (args, newId) => ({ ...args, entryId: newId('timeEntry') }),
    'read-meter': (args, newId) => ({ ...args, readingId: newId('meterReading') }),
    'request-part': (args, newId) => ({ ...args, noticeId: newId('fieldNotice') }),
    'request-help': (args, newId) => ({ ...args, noticeId: newId('fieldNotice') }),
    'raise-lead': (args, newId) => ({ ...args, noticeId: newId('fieldNotice') }),
  },
  {
    // Version 3: work that starts names the time entry that it will be.
    'start-work': (args, newId) => ({ ...args, entryId: newId('timeEntry') }),
  },
];

/** A change that an older phone queued, as it is said today; ids that it lacks follow from its client and number, so that every repeat gets the same. */
export const upgradeMutation = <Queued extends QueuedMutation>(
  mutation: Queued,
  schemaVersion: number,
  clientId: string,
): Queued => {
  const newId: NewId = (kind) => idOfMutation(kind, clientId, mutation.id);
  const args = upgrades
    .slice(Math.max(0, schemaVersion - 1))
    .reduce((said, upgrade) => upgraded(said, upgrade[mutation.name], newId), mutation.args);
  return { ...mutation, args };
};

const upgraded = (args: unknown, step: Upgrade[string] | undefined, newId: NewId): unknown =>
  step && typeof args === 'object' && args !== null ? step({ ...args }, newId) : args;

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id of a kind that follows from a client (its UUID's 128 bits, 90 of them) and a number: 18 letters of the one, 8 of the other. */
export const idOfMutation = (kind: EntityKind, clientId: string, mutationId: number): string => {
  const bits = BigInt(`0x${clientId.replaceAll('-', '')}`);
  const ofClient = lettersOf(bits, 18);
  return `${idPrefix[kind]}_${crockford[Number(bits >> 120n) % 8]}${ofClient.slice(1)}${lettersOf(BigInt(mutationId), 8)}`;
};

const lettersOf = (bits: bigint, count: number): string =>
  Array.from({ length: count }, (_, place) => crockford[Number((bits >> BigInt(5 * (count - 1 - place))) % 32n)]).join(
    '',
  );
