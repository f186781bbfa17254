import type { AttributeValue, Item } from './attribute-value.ts';
import { childOf, type DocumentPath } from './document-path.ts';

/** The part of the item that the paths name; elements of lists keep their order and close ranks. */
export function project(item: Item, paths: readonly DocumentPath[]): Item {
  const picked = pick({ M: item }, treeOf(paths));
  return picked && 'M' in picked ? picked.M : {};
}

/** What is wanted below a place: everything, or only these children. */
type Wanted = Map<string | number, Wanted> | 'all';

function treeOf(paths: readonly DocumentPath[]): Wanted {
  const root: Wanted = new Map();
  for (const path of paths) add(root, path);
  return root;
}

function add(node: Map<string | number, Wanted>, [step, ...rest]: DocumentPath): void {
  if (step === undefined) return;
  const below = node.get(step);
  if (rest.length === 0) node.set(step, 'all');
  else if (below !== 'all') {
    const next: Map<string | number, Wanted> = below ?? new Map();
    node.set(step, next);
    add(next, rest);
  }
}

function pick(value: AttributeValue, wanted: Wanted): AttributeValue | undefined {
  if (wanted === 'all') return value;
  const steps = [...wanted.keys()];
  if ('L' in value) {
    const places = steps.filter((step) => typeof step === 'number').sort((a, b) => a - b);
    const elements = places.map((place) => child(value, place, wanted)).filter((element) => element !== undefined);
    return elements.length > 0 ? { L: elements } : undefined;
  }
  const entries: Item = {};
  for (const step of steps) {
    const entry = child(value, step, wanted);
    if (entry !== undefined) entries[step] = entry;
  }
  return Object.keys(entries).length > 0 ? { M: entries } : undefined;
}

function child(
  value: AttributeValue,
  step: string | number,
  wanted: Map<string | number, Wanted>,
): AttributeValue | undefined {
  const below = childOf(value, step);
  const part = wanted.get(step);
  return below === undefined || part === undefined ? undefined : pick(below, part);
}
