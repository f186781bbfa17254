import { forbid, type Constraint, type Draft } from '../kernel/draft.ts';

/** What one technician must do goes to nobody who could not do all of it. Asked last, when every other rule has spoken. */
export const sameTechnician: Constraint = {
  compile(draft) {
    const { stops, dependencies = [] } = draft.problem;
    const rows = new Map(stops.map(({ id }, row) => [id, row]));
    for (const dependency of dependencies) {
      if (dependency.kind !== 'same-technician') continue;
      const members = dependency.stopIds.flatMap((id) => rows.get(id) ?? []);
      const able = members.map((stop) => techniciansAble(draft, stop));
      const isMember = new Set(members);
      forbid(
        draft,
        ({ technicianIndex }, stop) => isMember.has(stop) && able.some((those) => !those.has(technicianIndex)),
      );
    }
  },
};

const techniciansAble = ({ frames, able, stops }: Draft, stop: number): Set<number> =>
  new Set(frames.filter(({ index }) => able[index * stops + stop] === 1).map(({ technicianIndex }) => technicianIndex));
