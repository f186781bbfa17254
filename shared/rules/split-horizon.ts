import type { Technician } from '../model/technician.ts';
import type { Day } from '../model/time.ts';

interface PartOf {
  readonly territoryId: string;
  readonly day: Day;
}
export interface HorizonPart extends PartOf {
  /** So many parts must be planned before it. */
  readonly waitsFor: number;
  /** Those that wait for it. */
  readonly then: readonly PartOf[];
}
export interface Horizon {
  /** Those named first have technicians first that several share. */
  readonly territoryIds: readonly string[];
  readonly days: readonly Day[];
  readonly technicians: readonly Pick<Technician, 'active' | 'territoryIds'>[];
}

/**
 * The parts of a plan, territory by day, in an order that makes each result a fact for those that share something with
 * it: a territory's backlog and vans day by day, shared technicians territory by territory. What shares nothing is
 * planned side by side. Only next neighbours are named: whoever they wait for is finished before them.
 */
export const splitHorizon = ({ territoryIds, days, technicians }: Horizon): HorizonPart[] => {
  const sharing = sharingOf(territoryIds, technicians);
  const parts = days.flatMap((day, dayAt) =>
    territoryIds.map((territoryId, at) => ({ territoryId, day, before: beforeOf({ dayAt, at }) })),
  );
  function beforeOf({ dayAt, at }: { dayAt: number; at: number }): string[] {
    const today = days[dayAt] ?? '';
    const yesterday = days[dayAt - 1];
    return territoryIds.flatMap((id, other) => {
      if (other !== at && !sharing.has(`${territoryIds[at]} ${id}`)) return [];
      if (other < at) return [nameOf({ territoryId: id, day: today })];
      return yesterday === undefined ? [] : [nameOf({ territoryId: id, day: yesterday })];
    });
  }
  return parts.map(({ territoryId, day, before }) => {
    const name = nameOf({ territoryId, day });
    const then = parts.filter((one) => one.before.includes(name));
    return {
      territoryId,
      day,
      waitsFor: before.length,
      then: then.map((one) => ({ territoryId: one.territoryId, day: one.day })),
    };
  });
};

/** The parts that are settled before one and have backlog, technicians or vans in common with it. */
export const partsBefore = ({ territoryIds, days, technicians }: Horizon, { territoryId, day }: PartOf): PartOf[] => {
  const sharing = sharingOf(territoryIds, technicians);
  const near = territoryIds.filter((id) => id === territoryId || sharing.has(`${territoryId} ${id}`));
  const first = near.slice(0, near.indexOf(territoryId));
  return days
    .filter((one) => one <= day)
    .flatMap((one) => (one === day ? first : near).map((id) => ({ territoryId: id, day: one })));
};

const sharingOf = (territoryIds: readonly string[], technicians: Horizon['technicians']): ReadonlySet<string> => {
  const planned = new Set(territoryIds);
  const pairs = new Set<string>();
  for (const technician of technicians) {
    if (!technician.active) continue;
    const served = technician.territoryIds.filter((id) => planned.has(id));
    for (const one of served) for (const other of served) if (one !== other) pairs.add(`${one} ${other}`);
  }
  return pairs;
};

const nameOf = ({ territoryId, day }: PartOf): string => `${day} ${territoryId}`;
