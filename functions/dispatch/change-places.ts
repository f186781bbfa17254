import { mostMovesTogether } from '../../shared/protocol/endpoints/appointment-moves.ts';
import { Refusal } from '../platform/errors.ts';
import { moveOf } from './accept-crew.ts';
import { moveTogether } from './move-together.ts';
import type { StaffAsked } from './route.ts';
import type { BlockedStop } from './wanted-stop.ts';

/** So often is a group decided anew when a guard was written by another meanwhile. */
const mostDecisions = 10;

/** Moves stops that stand in one another's way in one transaction, group by group; answers those that moved. */
export const changePlaces = async (asked: StaffAsked, blocked: readonly BlockedStop[]): Promise<string[]> => {
  const moved: string[] = [];
  for (const group of groupsOf(blocked)) {
    const isInOne = group.length > 1 && group.length <= mostMovesTogether;
    if (isInOne && (await moveGroup(asked, group))) moved.push(...group.map(({ stop }) => stop.appointmentId));
  }
  return moved;
};

/** Stops that hang together by who blocks whom. */
const groupsOf = (blocked: readonly BlockedStop[]): BlockedStop[][] => {
  let groups: BlockedStop[][] = [];
  for (const one of blocked) {
    const near = groups.filter((group) => group.some((other) => isBlockedBy(one, other) || isBlockedBy(other, one)));
    groups = [...groups.filter((group) => !near.includes(group)), [...near.flat(), one]];
  }
  return groups;
};

const isBlockedBy = ({ byId }: BlockedStop, { stop }: BlockedStop): boolean => byId === stop.appointmentId;

const moveGroup = async (asked: StaffAsked, group: readonly BlockedStop[]): Promise<boolean> => {
  const moves = group.map(moveOf);
  // A part of the acceptance: the answer for a repeat is kept with the whole.
  const part: StaffAsked = { ...asked, begin: () => asked.begin('part') };
  try {
    for (let count = 0; count < mostDecisions; count++) {
      const { work } = await moveTogether(part, moves);
      if ((await work.commit()).ok) return true;
    }
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused;
  }
  return false;
};
