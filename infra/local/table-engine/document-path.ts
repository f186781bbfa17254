import type { AttributeValue, Item } from './attribute-value.ts';

/** Where in an item: names go into maps, numbers into lists. */
export type DocumentPath = readonly (string | number)[];

/** The value at the path, or undefined where the path leaves the document. */
export function valueAt(item: Item, path: DocumentPath): AttributeValue | undefined {
  let value: AttributeValue | undefined = { M: item };
  for (const step of path) {
    if (value === undefined) return undefined;
    value = childOf(value, step);
  }
  return value;
}

/** The element or entry one step below. */
export function childOf(value: AttributeValue, step: string | number): AttributeValue | undefined {
  if (typeof step === 'number') return 'L' in value ? value.L[step] : undefined;
  return 'M' in value && Object.hasOwn(value.M, step) ? value.M[step] : undefined;
}
