import type { ProblemStop } from '../problem.ts';
import { bestInsertion, type Insertion, type InsertionRules } from './insertion.ts';
import { isCertified, shiftRule, technicianRule, type BindingRule } from './technician-rule.ts';
import type { Timeline } from './timeline.ts';

/** Who could take a stop, best first, each at the best place of his shifts; and for all others the rule that keeps it from them. */
export interface InsertionRanking {
  readonly offers: readonly InsertionOffer[];
  readonly excluded: readonly ExcludedInsertion[];
}

export interface InsertionOffer extends Insertion {
  readonly technicianId: string;
  /** What its cost is made of, as codes with their values; the dearest first. */
  readonly reasons: readonly OfferReason[];
}

export interface OfferReason {
  readonly code: 'travel' | 'late' | 'overtime' | 'moves-others' | 'not-preferred';
  readonly value: number;
}

export interface ExcludedInsertion {
  readonly technicianId: string;
  readonly rule: BindingRule;
}

/** Ranks every technician for one stop into a day as it is planned. Equal costs stand in order of id. */
export const rankInsertions = (
  timelines: readonly Timeline[],
  stop: ProblemStop,
  rules: InsertionRules,
): InsertionRanking => {
  const offers: InsertionOffer[] = [];
  const excluded: ExcludedInsertion[] = [];
  for (const own of byTechnician(timelines)) {
    const technicianId = own[0]?.technician.id ?? '';
    const found = offerOf(own, stop, rules);
    if (typeof found === 'string') excluded.push({ technicianId, rule: found });
    else
      offers.push({
        ...found,
        technicianId,
        cost: found.cost + otherCost(stop, technicianId),
        reasons: reasonsOf(found, stop),
      });
  }
  offers.sort((a, b) => a.cost - b.cost || (a.technicianId < b.technicianId ? -1 : 1));
  return { offers, excluded };
};

const byTechnician = (timelines: readonly Timeline[]): Timeline[][] => {
  const groups = new Map<string, Timeline[]>();
  for (const timeline of timelines) {
    const group = groups.get(timeline.technician.id);
    if (group) group.push(timeline);
    else groups.set(timeline.technician.id, [timeline]);
  }
  return [...groups.values()];
};

/** The best over a technician's shifts, or the rule that binds last. */
const offerOf = (own: readonly Timeline[], stop: ProblemStop, rules: InsertionRules): Insertion | BindingRule => {
  const technician = own[0]?.technician;
  if (!technician) return 'off-shift';
  const rule = technicianRule(technician, stop);
  if (rule) return rule;
  let best: Insertion | undefined;
  let binding: BindingRule = 'no-free-time';
  for (const timeline of own) {
    const closed = shiftRule(timeline, stop);
    if (closed) {
      binding = closed;
      continue;
    }
    const found = bestInsertion(timeline, stop, rules);
    if (found && !isCertified(technician, stop, found.start, found.end)) binding = 'certificate-expired';
    else if (found && (!best || found.cost < best.cost)) best = found;
  }
  if (best) return best;
  if (binding !== 'no-free-time' || !(stop.window ?? stop.windows)) return binding;
  const { window: _window, windows: _windows, ...anyTime } = stop;
  return own.some((timeline) => bestInsertion(timeline, anyTime, rules)) ? 'outside-arrival-window' : 'no-free-time';
};

const otherCost = ({ preferredTechnicianIds, otherTechnicianCost = 0 }: ProblemStop, technicianId: string): number =>
  preferredTechnicianIds && !preferredTechnicianIds.includes(technicianId) ? otherTechnicianCost : 0;

const reasonsOf = (found: Insertion, stop: ProblemStop): OfferReason[] => {
  const all: OfferReason[] = [
    { code: 'late', value: found.lateSeconds },
    { code: 'overtime', value: found.overtimeSeconds },
    { code: 'moves-others', value: found.moved.length },
    { code: 'not-preferred', value: otherCost(stop, found.timeline.technician.id) },
    { code: 'travel', value: found.addedTravelSeconds },
  ];
  return all.filter(({ code, value }) => code === 'travel' || value > 0);
};
