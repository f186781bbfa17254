import type { Language } from '../../../shared/model/scalar.ts';
import type { InstantSpan } from '../../../shared/model/time.ts';

/** An arrival window as people read it: the day and both times, each in their language and the territory's zone. */
export interface WindowInWords {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** Empty words where nothing was promised. */
export const windowInWords = (window: InstantSpan | undefined, language: Language, timeZone: string): WindowInWords => {
  if (!window) return { day: '', from: '', to: '' };
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone });
  return {
    day: day.format(new Date(window.from)),
    from: plainSpaces(time.format(new Date(window.from))),
    to: plainSpaces(time.format(new Date(window.to))),
  };
};

// A narrow space would make an SMS twice as long (UCS-2).
const plainSpaces = (text: string): string => text.replaceAll('\u202f', ' ');
