import { foldWords } from './fold-words.ts';

export interface SplitAddress {
  /** The words of street and place, folded. */
  readonly words: readonly string[];
  /** 12, 12a; absent where none was written. */
  readonly number: string | undefined;
}

/** A house number: digits with at most one letter. Postcodes are longer and stay words. */
const numberForm = /^\d{1,4}[a-z]?$/;

/** Takes the house number out of an address, written before the street as in English or after it as elsewhere. */
export const splitAddress = (text: string): SplitAddress => {
  const words = foldWords(text);
  const at = words.findIndex((word) => numberForm.test(word));
  // "1st", "2nd" are streets; a lone number says nothing.
  if (at < 0 || words.length === 1) return { words, number: undefined };
  return { words: words.toSpliced(at, 1), number: words[at] };
};
