import type { RowReader } from '../administration/exchange/row-reader.ts';
import { minorUnitsOf } from '../../ui/money.ts';

/** The amount in a column, in minor units; nothing where nothing stands, and what is no amount is refused. */
export const amountIn = (reader: RowReader, column: string, currency: string): number | undefined => {
  const text = reader.text(column);
  if (text === '') return undefined;
  const minor = minorUnitsOf(text, currency);
  if (minor === undefined) reader.refuse(column);
  return minor;
};
