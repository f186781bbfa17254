import type { HistoryEntry, HistoryEvent } from '../../model/history-entry.ts';
import type { SlaEvent } from '../../model/sla.ts';

type Kind = SlaEvent['kind'];

/** What happened, as clocks read it. Somebody has answered who has accepted the request, or put or promised a time. */
const kinds: Readonly<Partial<Record<HistoryEvent, Kind>>> = {
  'service-request.accepted': 'responded',
  'appointment.scheduled': 'responded',
  'appointment.promised': 'responded',
  'appointment.on-site': 'arrived',
  'appointment.completed': 'fixed',
  'work-order.closed': 'fixed',
  'work-order.cancelled': 'cancelled',
};

/** The events of a work order's clocks from its history, its request's and its appointments'; a step counts from when it was taken, not from when it was told. */
export const eventsOfHistory = (entries: readonly HistoryEntry[]): SlaEvent[] =>
  entries.flatMap((entry) => eventOf(entry)).sort((a, b) => (`${a.at}${a.kind}` < `${b.at}${b.kind}` ? -1 : 1));

const eventOf = ({ event, at, facts }: HistoryEntry): SlaEvent[] => {
  const taken = typeof facts['at'] === 'string' ? facts['at'] : at;
  if (event === 'work-order.held') {
    if (facts['to'] === 'resumed') return [{ at: taken, kind: 'resumed' }];
    return [{ at: taken, kind: 'paused', ...(typeof facts['reason'] === 'string' && { reason: facts['reason'] }) }];
  }
  const kind = kinds[event];
  return kind ? [{ at: taken, kind }] : [];
};
