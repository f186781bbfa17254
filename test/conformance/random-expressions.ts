import type { AttributeValue } from '../../infra/local/table-engine/attribute-value.ts';
import type { Random } from './random.ts';
import { randomNumber, randomValue } from './random-values.ts';

const PATHS = ['n', 's', 'tags', 'nums', 'bins', 'doc', 'seq', 'misc', 'absent', '#size', 'doc.x', 'doc.y', 'doc.#z'];
const DEEP = [
  'doc.x.y',
  'doc.x[0]',
  'doc.y[1].x',
  'seq[0]',
  'seq[1]',
  'seq[2]',
  'seq[1].x',
  'seq[7]',
  'misc.x',
  'misc[0]',
];
const LIKELY = ['doc.x', 'doc.y', 'doc.#z', 'seq[0]', 'seq[1]', 'seq[7]', 'seq[1].x', 'doc.x.y', 'misc.x'];
const NAMES: Record<string, string> = { '#size': 'size', '#z': 'z', '#pk': 'pk', '#g': 'g1' };

/** Gathers the placeholders that the expressions of one request use. */
export class Placeholders {
  private readonly values: Record<string, AttributeValue> = {};
  private readonly names: Record<string, string> = {};

  value(value: AttributeValue): string {
    const name = `:v${Object.keys(this.values).length}`;
    this.values[name] = value;
    return name;
  }

  path(text: string): string {
    for (const name of text.match(/#\w+/g) ?? []) this.names[name] = NAMES[name] ?? name;
    return text;
  }

  /** The request's fields; empty ones are left out, as DynamoDB refuses them. */
  fields(): Record<string, unknown> {
    return {
      ...(Object.keys(this.names).length > 0 && { ExpressionAttributeNames: this.names }),
      ...(Object.keys(this.values).length > 0 && { ExpressionAttributeValues: this.values }),
    };
  }
}

export function randomPath(random: Random, holders: Placeholders): string {
  return holders.path(random.pick(random.chance(0.3) ? DEEP : PATHS));
}

/** A condition or filter of up to three levels. */
export function randomCondition(random: Random, holders: Placeholders, depth = 2): string {
  if (depth > 0 && random.chance(0.45)) {
    const left = randomCondition(random, holders, depth - 1);
    if (random.chance(0.25)) return `NOT ${random.chance(0.5) ? left : `(${left})`}`;
    const right = randomCondition(random, holders, depth - 1);
    return `${grouped(random, left)} ${random.pick(['AND', 'OR', 'and'])} ${grouped(random, right)}`;
  }
  return randomTest(random, holders);
}

function grouped(random: Random, text: string): string {
  return random.chance(0.5) && /\b(AND|OR|and|NOT)\b/.test(text) && !text.startsWith('(') ? `(${text})` : text;
}

function randomTest(random: Random, holders: Placeholders): string {
  const path = () => randomPath(random, holders);
  const value = () => holders.value(randomValue(random));
  const operand = () => (random.chance(0.2) ? path() : value());
  const ordered = () =>
    random.chance(0.96) ? holders.value(random.pick([{ S: 'ab' }, { N: '2' }, { B: 'YWI=' }])) : value();
  switch (random.below(10)) {
    case 0:
      return `attribute_exists(${path()})`;
    case 1:
      return `attribute_not_exists(${path()})`;
    case 2:
      return `attribute_type(${path()}, ${holders.value({ S: random.pick(['S', 'N', 'L', 'M', 'SS', 'NULL', 'BOOL', 'B']) })})`;
    case 3:
      return `begins_with(${path()}, ${random.chance(0.97) ? holders.value({ S: random.pick(['a', 'ab', 'n', '']) }) : value()})`;
    case 4:
      return `contains(${path()}, ${operand()})`;
    case 5:
      return `size(${path()}) ${comparator(random)} ${holders.value({ N: random.pick(['0', '1', '2', '3']) })}`;
    case 6:
      return `${path()} BETWEEN ${holders.value(randomNumber(random))} AND ${random.chance(0.97) ? holders.value({ N: '12345678901234567890.6' }) : value()}`;
    case 7:
      return `${path()} IN (${operand()}, ${value()}${random.chance(0.5) ? `, ${value()}` : ''})`;
    case 8:
      return `n ${comparator(random)} ${holders.value(randomNumber(random))}`;
    default:
      return random.chance(0.5)
        ? `${path()} ${random.pick(['=', '<>'])} ${operand()}`
        : `${path()} ${comparator(random)} ${ordered()}`;
  }
}

function comparator(random: Random): string {
  return random.pick(['=', '=', '<>', '<', '<=', '>', '>=']);
}

/** An update of one to three sections, most of them well formed. */
export function randomUpdate(random: Random, holders: Placeholders): string {
  const clauses = random.some(['SET', 'SET2', 'REMOVE', 'ADD', 'DELETE'], 2);
  const kinds = [...new Set(clauses.map((clause) => clause.replace('2', '')))];
  const used = new Set<string>();
  // Paths that overlap are refused: mostly each attribute is touched once.
  const free = (head: string) => random.chance(0.02) || (!used.has(head) && Boolean(used.add(head)));
  return kinds.map((kind) => `${kind} ${clauseOf(kind, random, holders, free)}`).join(' ');
}

type Free = (head: string) => boolean;

function clauseOf(kind: string, random: Random, holders: Placeholders, free: Free): string {
  const target = () => {
    for (let tries = 0; tries < 20; tries++) {
      const path = random.pick(random.chance(0.35) ? LIKELY : PATHS);
      if (free(path.split(/[.[]/)[0] ?? path)) return holders.path(path);
    }
    return `other${random.below(1e6)}`;
  };
  const many = (make: () => string) => Array.from({ length: 1 + random.below(3) }, make).join(', ');
  switch (kind) {
    case 'SET':
      return many(() => `${target()} = ${setOperand(random, holders)}`);
    case 'REMOVE':
      return random.chance(0.3) && free('seq')
        ? random.some(['seq[0]', 'seq[1]', 'seq[2]', 'seq[9]'], 3).join(', ')
        : many(target);
    default:
      return setChange(kind, random, holders, free);
  }
}

function setChange(kind: string, random: Random, holders: Placeholders, free: Free): string {
  const [name, value] = random.pick<[string, AttributeValue]>([
    ['tags', { SS: random.some(['a', 'b', 'ab', 'Z'], 3) }],
    ['nums', { NS: random.some(['1', '2', '3'], 3) }],
    ['bins', { BS: ['YQ=='] }],
    [kind === 'ADD' ? 'doc.x' : 'tags', { SS: ['a'] }],
    kind === 'ADD' ? ['n', randomNumber(random)] : ['misc', { SS: ['a', ''] }],
    kind === 'ADD' ? ['absent', { N: '1.25' }] : ['absent', { NS: ['1'] }],
    ['tags', { SS: random.some(['a', 'b', ''], 2) }],
    ['misc', random.chance(0.5) ? { SS: ['a'] } : randomValue(random)],
  ]);
  return free(name.split('.')[0] ?? name)
    ? `${name} ${holders.value(value)}`
    : `absent${random.below(9)} ${holders.value({ SS: ['a'] })}`;
}

function setOperand(random: Random, holders: Placeholders): string {
  const value = () => holders.value(randomValue(random));
  switch (random.below(8)) {
    case 0:
      return `n ${random.pick(['+', '-'])} ${holders.value(randomNumber(random))}`;
    case 1:
      return `if_not_exists(${randomPath(random, holders)}, ${value()})`;
    case 2:
      return `list_append(seq, ${holders.value({ L: [randomValue(random, 1)] })})`;
    case 3:
      return `list_append(if_not_exists(seq, ${holders.value({ L: [] })}), ${holders.value({ L: [{ S: 'end' }] })})`;
    case 4:
      return randomPath(random, holders);
    case 5:
      return `if_not_exists(n, ${holders.value({ N: '0' })}) + ${holders.value({ N: '1' })}`;
    default:
      return value();
  }
}
