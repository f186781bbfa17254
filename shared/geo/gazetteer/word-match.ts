import { editDistance } from './edit-distance.ts';

/** How well a written word fits a word of an address, 0 to 1. The one that is still being typed may be its beginning. */
export const wordMatch = (written: string, word: string, isBeginning: boolean): number => {
  if (written === word) return 1;
  if (isBeginning && word.startsWith(written)) return 0.9;
  const most = typosAllowed(written);
  if (most === 0) return 0;
  const whole = editDistance(written, word, most);
  const typed = isBeginning ? editDistance(written, word.slice(0, written.length), most) : most + 1;
  const typos = Math.min(whole, typed);
  return typos > most ? 0 : 0.8 - 0.25 * (typos - 1);
};

/** Short words become others too easily. */
const typosAllowed = ({ length }: string): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
