import * as z from 'zod/mini';
import { instant } from './time.ts';

/** Every kind of thing that has an id, and the prefix that its ids carry so that a wrong kind is caught at the edge. */
export const idPrefix = {
  absence: 'ab',
  appointment: 'ap',
  asset: 'as',
  authorisation: 'au',
  customer: 'cu',
  customerLink: 'cl',
  device: 'dv',
  fieldNotice: 'fn',
  historyEntry: 'he',
  holidayCalendar: 'hc',
  knowledgeArticle: 'ka',
  message: 'me',
  meterReading: 'mr',
  note: 'no',
  part: 'pa',
  partUsage: 'pu',
  photo: 'ph',
  plan: 'pl',
  priceList: 'pr',
  serviceContract: 'sc',
  serviceRequest: 'sr',
  signature: 'sg',
  site: 'si',
  skill: 'sk',
  stockLocation: 'sl',
  stockMovement: 'sm',
  technician: 'te',
  tenant: 'tn',
  territory: 'tr',
  timeEntry: 'ti',
  warranty: 'wa',
  workOrder: 'wo',
  workType: 'wt',
} as const;
export type EntityKind = keyof typeof idPrefix;

const ulid = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** An id of one kind: its prefix, an underscore and a ULID (Crockford base 32, sorts by time of making). */
export const idOf = (kind: EntityKind): IdSchema => {
  const known = idSchemas.get(kind);
  if (known) return known;
  const made = newIdSchema(kind);
  idSchemas.set(kind, made);
  return made;
};

const newIdSchema = (kind: EntityKind) =>
  z
    .string()
    .check(
      z.refine(
        (id) => id.startsWith(`${idPrefix[kind]}_`) && ulid.test(id.slice(idPrefix[kind].length + 1)),
        `expected the id of a ${kind}, beginning with ${idPrefix[kind]}_`,
      ),
    );
type IdSchema = ReturnType<typeof newIdSchema>;

/** One schema for a kind, as hundreds of fields ask for them: a third of what a cold start made. */
const idSchemas = new Map<EntityKind, IdSchema>();

const versionNumber = z.int().check(z.positive());

/** What every stored thing carries beside its facts; `version` rises by one with each write. */
export const recordOf = <Kind extends EntityKind>(kind: Kind) => ({
  id: idOf(kind),
  version: versionNumber,
  createdAt: instant,
  updatedAt: instant,
});

/** The fields that the store fills in, so that whoever makes a thing need not. */
export type Draft<Entity> = Omit<Entity, 'version' | 'createdAt' | 'updatedAt'>;
