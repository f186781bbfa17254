import type { Api } from '../../../api/api.ts';
import type { Catalogue } from '../../state/read-catalogue.ts';
import { readCsv } from './csv.ts';
import type { Cells, ExchangeTable, RowResult } from './exchange-table.ts';

/** A line of the file and what became of it; `line` counts as a spreadsheet does, the head being 1. */
export interface ImportedLine extends RowResult {
  readonly line: number;
}
interface Waiting<Row> {
  readonly line: number;
  readonly row: Row;
}

/** An import from its file to its report: what can be read is told before anything is sent; it may be stopped between calls. */
export class ImportRun<Row> {
  total = $state(0);
  lines: readonly ImportedLine[] = $state.raw([]);
  state: 'ready' | 'running' | 'done' | 'stopped' | 'broken' = $state('ready');
  fault: unknown = $state.raw();
  missing: readonly string[] = [];
  readonly #waiting: Waiting<Row>[] = [];
  readonly #table: ExchangeTable<Row>;
  readonly #stop = new AbortController();

  constructor(table: ExchangeTable<Row>, text: string, known: Catalogue) {
    this.#table = table;
    const [head = [], ...rows] = readCsv(text);
    const names = head.map((one) => one.trim().toLowerCase());
    this.missing = table.columns.slice(0, 2).filter((column) => !names.includes(column));
    this.total = rows.length;
    const unreadable: ImportedLine[] = [];
    rows.forEach((row, i) => {
      const cells: Cells = Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']));
      const read = table.read(cells, known);
      if (read.ok) this.#waiting.push({ line: i + 2, row: read.row });
      else {
        const { column, text: said } = read.unreadable;
        unreadable.push({ line: i + 2, ref: cells['ref'] ?? '', result: 'unreadable', reason: column, detail: said });
      }
    });
    this.lines = unreadable;
  }

  get readable(): number {
    return this.#waiting.length;
  }

  get sent(): number {
    return this.lines.filter(({ result }) => result !== 'unreadable').length;
  }

  async run(api: Api): Promise<void> {
    this.state = 'running';
    try {
      for (let at = this.sent; at < this.#waiting.length; at += this.#table.atOnce) {
        if (this.#stop.signal.aborted) break;
        await this.#send(api, this.#waiting.slice(at, at + this.#table.atOnce));
      }
      this.state = this.#stop.signal.aborted ? 'stopped' : 'done';
    } catch (fault) {
      this.fault = fault;
      this.state = 'broken';
    }
  }

  /** What is under way is finished and told; the rest is not sent. */
  stop(): void {
    this.#stop.abort();
  }

  async #send(api: Api, part: readonly Waiting<Row>[]): Promise<void> {
    const rows = part.map(({ row }) => row);
    const results = await this.#table.send(api, rows, new AbortController().signal);
    this.lines = [...this.lines, ...results.map((result, i) => ({ ...result, line: part[i]?.line ?? 0 }))];
  }
}
