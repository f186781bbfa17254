import { idPrefix, type EntityKind } from '../../shared/model/entity.ts';

let made = 0;

/** A new id of a kind; ids count up, so that tests read and sort the same on every run. */
export const anId = (kind: EntityKind): string => {
  made += 1;
  return `${idPrefix[kind]}_01J${String(made).padStart(23, '0')}`;
};

/** What every stored thing carries, as it is when it was just made. */
export const aRecord = (kind: EntityKind) => ({
  id: anId(kind),
  version: 1,
  createdAt: '2026-05-12T11:00:00.000Z',
  updatedAt: '2026-05-12T11:00:00.000Z',
});
