import { readItem, type Entity, type Item } from '../entity.ts';

export const readItems = <Value, Ref>(entity: Entity<Value, Ref>, items: readonly Item[]): Value[] =>
  items.flatMap((item) => readItem(entity, item)?.value ?? []);
