import { type AttributeValue, type Item, membersOf, typeOf } from './attribute-value.ts';
import { addNumbers, subtractNumbers } from './decimal.ts';
import { childOf, type DocumentPath, valueAt } from './document-path.ts';
import { isPath, type UpdateCall, type UpdateOperand, type UpdateSection } from './expression-tree.ts';
import { validationError } from './wire-error.ts';

/**
 * The item after the update; the given one is left as it was. Every operand and every list place means the item
 * before the update, as DynamoDB documents it. Throws ValidationException for paths or types that do not fit.
 */
export function applyUpdate(item: Item, sections: readonly UpdateSection[]): Item {
  const draft = new Draft(item);
  for (const section of sections) {
    if (section.type === 'set') draft.put(section.path, operandOf(section.val, item));
    else if (section.type === 'remove') draft.remove(section.path);
    else changeSet(draft, section.type, section.path, valueAt(item, section.path), section.val);
  }
  return draft.finish();
}

const badPath = () => validationError('The document path provided in the update expression is invalid for update');
const badType = () => validationError('An operand in the update expression has an incorrect data type');

function operandOf(operand: UpdateOperand, item: Item): AttributeValue {
  if (isPath(operand)) {
    const value = valueAt(item, operand);
    if (value === undefined)
      throw validationError('The provided expression refers to an attribute that does not exist in the item');
    return value;
  }
  return 'type' in operand ? resultOf(operand, item) : operand;
}

function resultOf(call: UpdateCall, item: Item): AttributeValue {
  const [first, second] = call.args;
  if (call.type === 'function' && call.name === 'if_not_exists')
    return (isPath(first) ? valueAt(item, first) : undefined) ?? operandOf(second, item);
  const left = operandOf(first, item);
  const right = operandOf(second, item);
  if (call.type === 'function') {
    if (!('L' in left && 'L' in right)) throw badType();
    return { L: [...left.L, ...right.L] };
  }
  if (!('N' in left && 'N' in right)) throw badType();
  return { N: call.type === 'add' ? addNumbers(left.N, right.N) : subtractNumbers(left.N, right.N) };
}

function changeSet(
  draft: Draft,
  action: 'add' | 'delete',
  path: DocumentPath,
  before: AttributeValue | undefined,
  operand: AttributeValue,
): void {
  if (before === undefined) {
    if (action === 'add') draft.put(path, operand);
    else draft.requireParent(path);
    return;
  }
  if (typeOf(before) !== typeOf(operand)) throw badType();
  if ('N' in before && 'N' in operand && action === 'add') {
    draft.put(path, { N: addNumbers(before.N, operand.N) });
    return;
  }
  const members = membersOf(before);
  const change = membersOf(operand);
  if (!members || !change) throw badType();
  const next = new Set(members);
  for (const member of change)
    if (action === 'add') next.add(member);
    else next.delete(member);
  if (next.size === 0) draft.remove(path);
  else draft.put(path, setLike(before, [...next]));
}

const setLike = (one: AttributeValue, members: string[]): AttributeValue => {
  if ('SS' in one) return { SS: members };
  return 'NS' in one ? { NS: members } : { BS: members };
};

const GONE: AttributeValue = { NULL: true };

/** A copy that copies only the places on the way to a change; list places stay put until `finish`. */
class Draft {
  private readonly root: { M: Item };
  private readonly own = new Set<AttributeValue>();
  private readonly appends = new Map<AttributeValue[], Map<number, AttributeValue>>();
  private readonly thinned = new Set<{ L: AttributeValue[] }>();

  constructor(item: Item) {
    this.root = { M: { ...item } };
    this.own.add(this.root);
  }

  put(path: DocumentPath, value: AttributeValue): void {
    const parent = this.parentOf(path);
    const step = path.at(-1);
    if (typeof step === 'number' && 'L' in parent) {
      if (step < parent.L.length) parent.L[step] = value;
      else this.appendsTo(parent.L).set(step, value);
    } else if (typeof step === 'string' && 'M' in parent) parent.M[step] = value;
    else throw badPath();
  }

  remove(path: DocumentPath): void {
    const parent = this.parentOf(path);
    const step = path.at(-1);
    if (typeof step === 'number' && 'L' in parent) {
      if (step >= parent.L.length) return;
      parent.L[step] = GONE;
      this.thinned.add(parent);
    } else if (typeof step === 'string' && 'M' in parent) delete parent.M[step];
    else throw badPath();
  }

  requireParent(path: DocumentPath): void {
    this.parentOf(path);
  }

  finish(): Item {
    for (const [list, places] of this.appends)
      for (const [, value] of [...places].sort(([a], [b]) => a - b)) list.push(value);
    for (const parent of this.thinned) parent.L = parent.L.filter((element) => element !== GONE);
    return this.root.M;
  }

  private parentOf(path: DocumentPath): AttributeValue {
    let at: AttributeValue = this.root;
    for (const step of path.slice(0, -1)) {
      const below = childOf(at, step);
      if (below === undefined) throw badPath();
      at = this.owned(at, step, below);
    }
    return at;
  }

  private owned(parent: AttributeValue, step: string | number, value: AttributeValue): AttributeValue {
    if (this.own.has(value)) return value;
    const copy: AttributeValue = 'L' in value ? { L: [...value.L] } : 'M' in value ? { M: { ...value.M } } : value;
    this.own.add(copy);
    if ('L' in parent && typeof step === 'number') parent.L[step] = copy;
    else if ('M' in parent) parent.M[step] = copy;
    return copy;
  }

  private appendsTo(list: AttributeValue[]): Map<number, AttributeValue> {
    const places = this.appends.get(list) ?? new Map<number, AttributeValue>();
    this.appends.set(list, places);
    return places;
  }
}
