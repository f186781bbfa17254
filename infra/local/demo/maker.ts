import type { EntityKind } from '../../../shared/model/entity.ts';
import { demoId } from './demo-ids.ts';
import { type Random, randomOf } from './random.ts';

/** Makes ids, stamps and randomness of the demonstration, all from one seed. */
export interface Maker {
  readonly seed: string;
  /** What every stored thing begins with, as if made at `at`. */
  record(
    kind: EntityKind,
    name: string,
    at?: string,
  ): { id: string; version: number; createdAt: string; updatedAt: string };
  id(kind: EntityKind, name: string, at?: string): string;
  random(name: string): Random;
}

/** When the demonstration company set up its books. */
const foundedAt = '2026-01-05T14:00:00.000Z';

export function makerOf(seed: string): Maker {
  const id = (kind: EntityKind, name: string, at = foundedAt) => demoId(seed, kind, name, new Date(at));
  return {
    seed,
    id,
    record: (kind, name, at = foundedAt) => ({ id: id(kind, name, at), version: 1, createdAt: at, updatedAt: at }),
    random: (name) => randomOf(`${seed}/${name}`),
  };
}
