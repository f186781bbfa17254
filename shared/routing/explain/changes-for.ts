import { changeMove } from './change-move.ts';
import { changeOvertime } from './change-overtime.ts';
import { changeParts } from './change-parts.ts';
import { changePermission } from './change-permission.ts';
import type { ChangeKind, ChangeSearch } from './change-search.ts';
import { changeSkill } from './change-skill.ts';
import { changeWindow } from './change-window.ts';
import type { ProposedChange } from './change.ts';

/** A new kind of change is one file and one line here. */
const kinds: readonly ChangeKind[] = [
  changeMove,
  changeOvertime,
  changeWindow,
  changeParts,
  changePermission,
  changeSkill,
];

/** Changes that would let a stop in, the cheapest of each kind, the cheapest first. */
export const changesFor = (search: ChangeSearch): ProposedChange[] =>
  kinds.flatMap((kind) => cheapest(kind(search))).sort((a, b) => a.price - b.price);

const cheapest = (changes: readonly ProposedChange[]): ProposedChange[] => {
  const [first, ...others] = changes;
  return first ? [others.reduce((best, each) => (each.price < best.price ? each : best), first)] : [];
};
