import type { Found } from './gazetteer.ts';

/** The address as it is written where it lies: the number before the street in English-speaking streets, after it elsewhere. */
export const addressText = ({ street, house }: Found): string => {
  const line = house
    ? isNumberFirst(street.name)
      ? `${house.number} ${street.name}`
      : `${street.name} ${house.number}`
    : street.name;
  return street.locality === '' ? line : `${line}, ${street.locality}`;
};

const isNumberFirst = (name: string): boolean =>
  /\b(street|st|road|rd|avenue|ave|boulevard|blvd|drive|dr|lane|ln|court|ct|place|pl|square|sq|way|terrace|parkway|highway|alley|circle|row|wharf)\.?$/i.test(
    name,
  );
