import type { TravelMatrix } from '../../geo/travel-model.ts';
import { read, refuse, type Reading } from './reading.ts';
import type { VroomMatrix } from './vroom-schema.ts';

/** Rows of whole numbers as one flat matrix, with one more place at the end that is no way from anywhere: `nowhere`. */
export const matrixOfVroom = (name: string, { durations, distances }: VroomMatrix): Reading<TravelMatrix> => {
  const size = durations.length + 1;
  const seconds = new Int32Array(size * size);
  const metres = new Int32Array(size * size);
  const wrong =
    copy(durations, size, seconds, `matrices.${name}.durations`) ??
    (distances && copy(distances, size, metres, `matrices.${name}.distances`));
  return wrong ? refuse('not-readable', wrong) : read({ size, seconds, metres });
};

/** The place that stands for "where his first or last job is". */
export const nowhereOf = ({ size }: TravelMatrix): number => size - 1;

const copy = (rows: readonly unknown[], size: number, into: Int32Array, name: string): string | undefined => {
  for (const [index, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== size - 1) return `${name}[${index}] is not a row of ${size - 1}`;
    for (let column = 0; column < size - 1; column += 1) {
      const value: unknown = row[column];
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
        return `${name}[${index}][${column}] is no whole number`;
      }
      into[index * size + column] = value;
    }
  }
  return rows.length === size - 1 ? undefined : `${name} has ${rows.length} rows, not ${size - 1}`;
};
