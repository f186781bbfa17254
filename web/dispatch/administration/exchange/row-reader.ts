import type { Cells, ReadRow, Unreadable } from './exchange-table.ts';

/** Reads cells of a line; the first one that cannot be read ends it and is named. */
export class RowReader {
  readonly #cells: Cells;
  unreadable: Unreadable | undefined;

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  text(column: string): string {
    return (this.#cells[column] ?? '').trim();
  }

  needed(column: string): string {
    const text = this.text(column);
    if (text === '') this.refuse(column);
    return text;
  }

  /** What is separated by semicolons. */
  list(column: string): string[] {
    return this.text(column)
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean);
  }

  number(column: string, usual: number): number {
    const text = this.text(column);
    const value = text === '' ? usual : Number(text);
    if (!Number.isFinite(value)) this.refuse(column);
    return Number.isFinite(value) ? value : usual;
  }

  /** A calendar day, or nothing where nothing stands. */
  day(column: string): string | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
    if (!isDay) this.refuse(column);
    return text;
  }

  neededDay(column: string): string {
    this.needed(column);
    return this.day(column) ?? '';
  }

  /** One of the words, in any case; the first one where nothing stands. */
  choice<Word extends string>(column: string, words: readonly [Word, ...Word[]]): Word {
    const text = this.text(column).toLowerCase();
    const found = text === '' ? words[0] : words.find((word) => word === text);
    if (found === undefined) this.refuse(column);
    return found ?? words[0];
  }

  phone(column: string): string {
    return this.text(column).replace(/[\s().-]/g, '');
  }

  refuse(column: string): void {
    this.unreadable ??= { column, text: this.text(column) };
  }

  done<Row>(row: Row): ReadRow<Row> {
    return this.unreadable ? { ok: false, unreadable: this.unreadable } : { ok: true, row };
  }
}

/** The id of what bears a name, in any case; also the id itself. */
export const idByName = (named: Iterable<readonly [string, string]>, text: string): string | undefined => {
  const wanted = text.toLowerCase();
  for (const [id, name] of named) if (id === text || name.toLowerCase() === wanted) return id;
  return undefined;
};
