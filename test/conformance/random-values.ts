import type { AttributeValue, Item } from '../../infra/local/table-engine/attribute-value.ts';
import type { Random } from './random.ts';

const WORDS = ['', 'a', 'ab', 'abc', 'b', 'ba', 'Z', 'äö', '🚐', '\uffee', 'needle in hay'];
const NUMBERS = [
  '0',
  '1',
  '-1',
  '2',
  '10',
  '9',
  '1.5',
  '-2.25',
  '100',
  '0.001',
  '1e3',
  '12345678901234567890.5',
  '-0',
  '007',
];
const BYTES = ['', 'a', 'ab', 'b', '\u0000\u00ff'].map((text) => Buffer.from(text, 'latin1').toString('base64'));

/** A value from a small world, so that equal ones and near misses are common. */
export function randomValue(random: Random, depth = 2): AttributeValue {
  const kinds = ['S', 'S', 'N', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', ...(depth > 0 ? ['L', 'L', 'M', 'M'] : [])];
  switch (random.pick(kinds)) {
    case 'N':
      return { N: random.pick(NUMBERS) };
    case 'B':
      return { B: random.pick(BYTES) };
    case 'BOOL':
      return { BOOL: random.chance(0.5) };
    case 'NULL':
      return { NULL: true };
    case 'SS':
      return { SS: random.some(WORDS, 3) };
    case 'NS':
      return { NS: random.some(['1', '2', '3', '-4.5', '1e2'], 3) };
    case 'BS':
      return { BS: random.some(BYTES, 3) };
    case 'L':
      return { L: Array.from({ length: random.below(4) }, () => randomValue(random, depth - 1)) };
    case 'M':
      return { M: randomMap(random, depth - 1) };
    default:
      return { S: random.pick(WORDS) };
  }
}

function randomMap(random: Random, depth: number): Item {
  const entries: Item = {};
  for (let count = random.below(4); count > 0; count--)
    entries[random.pick(['x', 'y', 'z'])] = randomValue(random, depth);
  return entries;
}

/** Attributes besides the keys; the usual name carries the usual type, mostly. */
export function randomAttributes(random: Random): Item {
  const item: Item = {};
  const set = (name: string, probability: number, make: () => AttributeValue) => {
    if (random.chance(probability)) item[name] = random.chance(0.03) ? randomValue(random) : make();
  };
  set('n', 0.85, () => ({ N: random.pick(NUMBERS) }));
  set('s', 0.5, () => ({ S: random.pick(WORDS) }));
  set('tags', 0.4, () => ({ SS: random.some(WORDS, 3) }));
  set('nums', 0.3, () => ({ NS: random.some(['1', '2', '3', '4'], 3) }));
  set('bins', 0.2, () => ({ BS: random.some(BYTES, 2) }));
  set('doc', 0.85, () => ({ M: { x: randomValue(random, 1), ...randomMap(random, 2) } }));
  set('seq', 0.85, () => ({ L: Array.from({ length: random.below(4) }, () => randomValue(random, 1)) }));
  set('misc', 0.5, () => randomValue(random));
  set('size', 0.1, () => ({ S: 'x'.repeat(random.pick([10, 100, 1100])) }));
  return item;
}

export const randomNumber = (random: Random): AttributeValue => ({ N: random.pick(NUMBERS) });
