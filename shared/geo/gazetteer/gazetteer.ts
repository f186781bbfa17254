import { metresBetween } from '../distance.ts';
import type { Position } from '../../model/place.ts';
import { foldWords } from './fold-words.ts';
import { splitAddress } from './split-address.ts';
import type { House, Street } from './street.ts';
import { wordMatch } from './word-match.ts';

export interface Found {
  readonly street: Street;
  /** The house that was asked for; absent where only its street is known. */
  readonly house: House | undefined;
  readonly position: Position;
  /** 0 to 1. */
  readonly score: number;
}

export interface Gazetteer {
  readonly streets: number;
  readonly houses: number;
  /** Addresses that fit what is written so far, typos forgiven, best first, nearer ones before farther. */
  search(text: string, limit: number, near?: Position): Found[];
  /** The nearest house within reach, else the nearest street. */
  reverse(position: Position): Found | undefined;
}

/** Every word that counts has to be found; one of three may be unknown (a district, a company's name). */
const leastScore = 0.6;
/** A pin at the kerb is this near to its house. */
const houseMetres = 60;
const streetMetres = 250;
/** What a kilometre costs in rank: as much as a tenth of a letter. */
const costOfKilometre = 0.002;

/** Opens a gazetteer for searching: every word of every street in one sorted list, compared word by word. */
export const openGazetteer = (streets: readonly Street[]): Gazetteer => {
  const index = new Map<string, number[]>();
  streets.forEach(({ name, locality }, i) => {
    for (const word of new Set([...foldWords(name), ...foldWords(locality)])) {
      const held = index.get(word);
      if (held) held.push(i);
      else index.set(word, [i]);
    }
  });
  const words = [...index.keys()];
  return {
    streets: streets.length,
    houses: streets.reduce((sum, { houses }) => sum + houses.length, 0),
    search(text, limit, near) {
      const { words: written, number } = splitAddress(text);
      const scores = scoresOf(written, words, index, /[\s,]$/.test(text));
      const ranked = [...scores]
        .flatMap(([i, score]) => (streets[i] && score >= leastScore ? foundIn(streets[i], number, score) : []))
        .map((found) => ({ found, rank: rankOf(found, written.length, near) }))
        .sort((a, b) => b.rank - a.rank || (a.found.street.name < b.found.street.name ? -1 : 1));
      return ranked.slice(0, limit).map(({ found }) => found);
    },
    reverse: (position) => nearestOf(streets, position),
  };
};

/** Of two that fit alike, the one with fewer words that nobody wrote, then the nearer one. */
const rankOf = ({ street, position, score }: Found, written: number, near: Position | undefined): number => {
  const unwritten = Math.max(0, foldWords(street.name).length - written);
  return score - 0.01 * unwritten - (near ? costOf(near, position) : 0);
};

const costOf = (near: Position, position: Position): number =>
  Math.min(0.1, (costOfKilometre * metresBetween(near, position)) / 1000);

/** Share of the written words that a street has, by its index; words of every street count little. */
const scoresOf = (
  written: readonly string[],
  words: readonly string[],
  index: ReadonlyMap<string, readonly number[]>,
  isComplete: boolean,
): ReadonlyMap<number, number> => {
  const scores = new Map<number, number>();
  const weights = written.map((word) => Math.min(1, word.length / 5));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  written.forEach((one, i) => {
    const best = new Map<number, number>();
    const isBeginning = i === written.length - 1 && !isComplete;
    for (const word of words) {
      const match = wordMatch(one, word, isBeginning);
      if (match === 0) continue;
      for (const street of index.get(word) ?? []) best.set(street, Math.max(match, best.get(street) ?? 0));
    }
    const share = (weights[i] ?? 0) / whole;
    for (const [street, match] of best) scores.set(street, (scores.get(street) ?? 0) + match * share);
  });
  return scores;
};

const foundIn = (street: Street, number: string | undefined, score: number): Found => {
  const house = number === undefined ? undefined : street.houses.find((one) => one.number.toLowerCase() === number);
  // A street that lacks the number that was asked for is less likely meant.
  const lacks = number !== undefined && !house ? 0.02 : 0;
  return { street, house, position: house?.position ?? street.position, score: score - lacks };
};

const nearestOf = (streets: readonly Street[], position: Position): Found | undefined => {
  let best: Found | undefined;
  let least = Infinity;
  const reach = 0.01;
  for (const street of streets) {
    const [x, y] = street.position;
    // A street's houses lie within some kilometres of its middle.
    if (Math.abs(x - position[0]) > 10 * reach || Math.abs(y - position[1]) > 10 * reach) continue;
    for (const house of [undefined, ...street.houses]) {
      const at = house?.position ?? street.position;
      const metres = metresBetween(at, position);
      if (metres > (house ? houseMetres : streetMetres)) continue;
      // Any house within reach goes before the best of streets.
      const rank = house ? metres : houseMetres + metres;
      if (rank >= least) continue;
      least = rank;
      best = { street, house, position: at, score: 1 - rank / (2 * streetMetres) };
    }
  }
  return best;
};
