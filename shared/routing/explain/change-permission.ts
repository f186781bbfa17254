import { placeIf, proposed, type ChangeKind } from './change-search.ts';

/** As bad as an hour of travel: the customer said no to this technician. */
const permissionPrice = 3600;

/** Where only the customer's own choice of technicians stands against it. */
export const changePermission: ChangeKind = ({ timelines, stop, rules }) => {
  const { allowedTechnicianIds: allowed, forbiddenTechnicianIds: forbidden, ...anyone } = stop;
  if (!allowed && !forbidden) return [];
  return timelines.flatMap((timeline) => {
    const { id } = timeline.technician;
    if (allowed?.includes(id) !== false && !forbidden?.includes(id)) return [];
    const found = placeIf(timeline, anyone, rules);
    return found ? [proposed({ kind: 'permission' }, found, permissionPrice)] : [];
  });
};
