import type { Format } from '../../ui/format.ts';
import { t } from './messages.ts';
import type { WhatIfChange } from './what-if-change.ts';

interface Known {
  readonly format: Format;
  readonly nameOf: (technicianId: string) => string;
  readonly subjectOf: (appointmentId: string) => string;
}

/** A change as a sentence. */
export const changeWords = (change: WhatIfChange, { format, nameOf, subjectOf }: Known): string => {
  switch (change.kind) {
    case 'shift':
      return t('says.shift', {
        name: nameOf(change.technicianId),
        span: format.timeSpan(change.from, change.to),
      });
    case 'away':
      return t('says.away', { name: nameOf(change.technicianId) });
    case 'technician':
      return t('says.technician', { name: nameOf(change.likeId) });
    case 'promise':
      return t(change.bySeconds > 0 ? 'says.promise.later' : 'says.promise.earlier', {
        subject: subjectOf(change.appointmentId),
        time: format.duration(change.bySeconds),
      });
    case 'drop':
      return t('says.drop', { customer: change.customer, count: change.appointmentIds.length });
  }
};
