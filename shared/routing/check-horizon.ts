import { secondsBetween } from '../geo/instant-arithmetic.ts';
import type { PlannedStop } from '../model/plan.ts';
import type { PlanProposal } from '../model/plan-part.ts';
import { broken, type Violation } from './violation.ts';

type Proposed = Pick<PlanProposal, 'routes' | 'promised'>;

/**
 * What the parts of a plan break together, each of them being sound by itself: an appointment proposed twice, a technician
 * who would have to be in two places, a part on a van promised twice. Found from the proposals alone.
 */
export const checkHorizon = (parts: readonly Proposed[]): Violation[] => [
  ...proposedTwice(parts),
  ...doubleBooked(parts),
  ...promisedTwice(parts),
];

const proposedTwice = (parts: readonly Proposed[]): Violation[] => {
  const seen = new Map<string, string>();
  return parts.flatMap(({ routes }, part) =>
    routes.flatMap(({ stops, technicianId }) =>
      stops.flatMap(({ appointmentId: stopId, plannedStartAt }) => {
        const moment = `${part} ${plannedStartAt}`;
        const before = seen.get(stopId);
        seen.set(stopId, moment);
        // A crew meets at one moment of one part.
        if (before === undefined || before === moment) return [];
        return [broken('stop-twice', `${stopId} stands in two parts or at two times`, { stopId, technicianId })];
      }),
    ),
  );
};

/** What stood there before may overlap, people wanted it so; whatever a plan touches may not. */
const doubleBooked = (parts: readonly Proposed[]): Violation[] => {
  const byTechnician = new Map<string, PartStop[]>();
  for (const [part, { routes }] of parts.entries()) {
    for (const { technicianId, stops } of routes) {
      const known = byTechnician.get(technicianId) ?? [];
      byTechnician.set(technicianId, [...known, ...stops.map((stop) => ({ ...stop, part }))]);
    }
  }
  return [...byTechnician].flatMap(([technicianId, stops]) =>
    stops
      .sort((a, b) => Date.parse(a.plannedStartAt) - Date.parse(b.plannedStartAt))
      .flatMap((stop, at) => {
        const before = stops[at - 1];
        if (!before || (before.change === 'kept' && stop.change === 'kept')) return [];
        const between = secondsBetween(before.plannedEndAt, stop.plannedStartAt);
        const needed = wayNeeded(before, stop);
        if (between >= needed) return [];
        const detail = `${between} s between ${before.appointmentId} and ${stop.appointmentId}, ${needed} s of way`;
        return [broken('travel-too-short', detail, { technicianId, stopId: stop.appointmentId })];
      }),
  );
};

interface PartStop extends PlannedStop {
  readonly part: number;
}

/** A stop knows the way from what was planned before its own part; the way to it from a later part was checked there. */
const wayNeeded = (before: PartStop, stop: PartStop): number =>
  stop.change !== 'kept' && stop.part >= before.part ? stop.travelSeconds : 0;

const promisedTwice = (parts: readonly Proposed[]): Violation[] => {
  const sums = new Map<string, { technicianId: string; quantity: number; onVan: number }>();
  for (const { technicianId, partId, quantity, onVan } of parts.flatMap(({ promised }) => promised)) {
    const name = `${technicianId} ${partId}`;
    const sum = sums.get(name) ?? { technicianId, quantity: 0, onVan: 0 };
    sums.set(name, { technicianId, quantity: sum.quantity + quantity, onVan: Math.max(sum.onVan, onVan) });
  }
  return [...sums].flatMap(([name, { technicianId, quantity, onVan }]) =>
    quantity <= onVan
      ? []
      : [broken('part-lacking', `${name}: ${quantity} promised, ${onVan} there`, { technicianId })],
  );
};
