import type { Technician } from '../../../../shared/model/technician.ts';
import type { Day } from '../../../../shared/model/time.ts';

export interface Expiring {
  readonly technician: Technician;
  readonly skillId: string;
  readonly expiresOn: Day;
}

/** Certificates of active technicians that have expired or expire by a day, the first one first. */
export const expiringBy = (technicians: readonly Technician[], day: Day): Expiring[] =>
  technicians
    .filter(({ active }) => active)
    .flatMap((technician) =>
      technician.skills.flatMap(({ skillId, expiresOn }) =>
        expiresOn !== undefined && expiresOn <= day ? [{ technician, skillId, expiresOn }] : [],
      ),
    )
    .sort((a, b) => a.expiresOn.localeCompare(b.expiresOn));
