import type { Language } from '../../../shared/model/scalar.ts';
import type { Day } from '../../../shared/model/time.ts';

/** A day of the calendar as people read it, with its year. */
export const dayInWords = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
