import { placeIf, proposed, type ChangeKind } from './change-search.ts';

const mostOvertimeSeconds = 2 * 3600;
/** A second of overtime that nobody planned is as bad as two of travel. */
const perSecond = 2;

/** Where a technician who stays up to two hours longer could do it. */
export const changeOvertime: ChangeKind = ({ timelines, stop, rules }) =>
  timelines.flatMap((timeline) => {
    const found = placeIf({ ...timeline, limit: timeline.limit + mostOvertimeSeconds }, stop, rules);
    if (!found) return [];
    const seconds = Math.max(0, found.shiftEndsAt - timeline.limit);
    return seconds > 0 ? [proposed({ kind: 'overtime', seconds }, found, seconds * perSecond)] : [];
  });
