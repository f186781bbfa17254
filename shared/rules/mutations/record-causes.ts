import { refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** What the technician found to be the cause; whether a warranty covers it hangs on it. */
export const recordCauses: VisitRule<'record-causes'> = (visit, { causes }, doing) => {
  const found = [...new Set(causes)].sort();
  return (
    refuseOthers(visit, doing) ?? {
      ok: true,
      appointment: { ...visit.appointment, causes: { found, at: doing.at } },
      event: 'appointment.causes-recorded',
      facts: { count: found.length, causes: found.join(', ').slice(0, 200) || '-' },
    }
  );
};
