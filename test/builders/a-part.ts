import { partSchema, type Part } from '../../shared/model/part.ts';
import { aRecord } from './an-id.ts';

export const aPart = (changes: Partial<Part> = {}): Part =>
  partSchema.parse({
    ...aRecord('part'),
    name: 'Ignition electrode',
    number: 'IE-24',
    priceMinorUnits: 3_450,
    ...changes,
  });
