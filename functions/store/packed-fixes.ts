import type { PositionFix } from '../../shared/model/position-fix.ts';

/**
 * Fixes as text, each as its difference from the one before: about 14 bytes instead of the 150 of a map. Numbers are
 * zigzag and in groups of five bits, lowest first, in printable characters, as Google's encoded polylines have it. Time
 * is kept to the millisecond, places to 0.1 m, accuracy to the metre, speed to 0.1 m/s, heading and battery to one.
 */
export const packFixes = (fixes: readonly PositionFix[]): string => {
  let before = origin;
  let text = form;
  for (const fix of fixes) {
    const numbers = numbersOf(fix);
    numbers.forEach((number, i) => (text += written(number - (before[i] ?? 0))));
    before = numbers;
  }
  return text;
};

/** What was packed; a text of another form is a fault. */
export const unpackFixes = (text: string): PositionFix[] => {
  if (!text.startsWith(form)) throw new Error(`A packed trail begins with ${text.slice(0, 1)}`);
  const fixes: PositionFix[] = [];
  let numbers = [...origin];
  let at = form.length;
  while (at < text.length) {
    numbers = numbers.map((before) => {
      const { number, next } = readAt(text, at);
      at = next;
      return before + number;
    });
    fixes.push(fixOf(numbers));
  }
  return fixes;
};

/** The version of this form, so that a later one can tell. */
const form = 'A';
const origin: readonly number[] = [0, 0, 0, 0, 0, 0, 0];
const degreeParts = 1e6;

/** What a fix does not tell is 0, the rest of those begins at 1. */
const numbersOf = (fix: PositionFix): number[] => [
  Date.parse(fix.at),
  Math.round(fix.location[0] * degreeParts),
  Math.round(fix.location[1] * degreeParts),
  Math.round(fix.accuracyMetres),
  fix.speedMetresPerSecond === undefined ? 0 : 1 + Math.round(fix.speedMetresPerSecond * 10),
  fix.headingDegrees === undefined ? 0 : 1 + Math.round(fix.headingDegrees),
  fix.batteryPercent === undefined ? 0 : 1 + Math.round(fix.batteryPercent),
];

const fixOf = ([
  at = 0,
  longitude = 0,
  latitude = 0,
  accuracyMetres = 0,
  speed = 0,
  heading = 0,
  battery = 0,
]: readonly number[]): PositionFix => ({
  at: new Date(at).toISOString(),
  location: [longitude / degreeParts, latitude / degreeParts],
  accuracyMetres,
  ...(speed > 0 && { speedMetresPerSecond: (speed - 1) / 10 }),
  ...(heading > 0 && { headingDegrees: heading - 1 }),
  ...(battery > 0 && { batteryPercent: battery - 1 }),
});

/** Times need more than 32 bits, so that this counts instead of shifting. */
const written = (number: number): string => {
  let left = number < 0 ? -2 * number - 1 : 2 * number;
  let text = '';
  while (left >= 32) {
    text += String.fromCharCode(63 + 32 + (left % 32));
    left = Math.floor(left / 32);
  }
  return text + String.fromCharCode(63 + left);
};

const readAt = (text: string, from: number): { readonly number: number; readonly next: number } => {
  let value = 0;
  let weight = 1;
  for (let at = from; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 63;
    value += (digit % 32) * weight;
    weight *= 32;
    if (digit < 32) return { number: value % 2 === 1 ? -(value + 1) / 2 : value / 2, next: at + 1 };
  }
  throw new Error('A packed trail ends in the middle of a number');
};
