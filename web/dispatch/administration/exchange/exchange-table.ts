import type { Api } from '../../../api/api.ts';
import type { ImportResult } from '../../../../shared/protocol/endpoints/imports.ts';
import type { Catalogue } from '../../state/read-catalogue.ts';

export type Cells = Readonly<Record<string, string>>;
/** A column that cannot be read, and what stands there. */
export interface Unreadable {
  readonly column: string;
  readonly text: string;
}
export type ReadRow<Row> =
  { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly unreadable: Unreadable };
export type RowResult = Omit<ImportResult, 'result'> & {
  readonly result: ImportResult['result'] | 'waits' | 'unreadable';
};

/** One kind of thing as a table: its columns, how a line becomes a thing, and how things become lines. */
export interface ExchangeTable<Row> {
  readonly columns: readonly string[];
  /** One line to copy, in the order of the columns. */
  readonly example: readonly string[];
  /** So many lines go in one call. */
  readonly atOnce: number;
  read(cells: Cells, known: Catalogue): ReadRow<Row>;
  send(api: Api, rows: readonly Row[], signal: AbortSignal): Promise<readonly RowResult[]>;
  /** Pages of lines, until there are no more. */
  lines(api: Api, known: Catalogue, signal: AbortSignal): AsyncGenerator<readonly (readonly string[])[]>;
}
