import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import type { Territory } from '../../../shared/model/territory.ts';
import type { WorkType } from '../../../shared/model/work-type.ts';
import { territoryOf } from '../../../shared/geo/territory-of.ts';
import { type ImportedRequest, importServiceRequests } from '../../../shared/protocol/endpoints/service-requests.ts';
import { workTypeList, type WorkTypeKey } from '../demo/work-type-list.ts';
import { type Boston311Row, mapBoston311, openedOn, type SkipReason } from './boston-311.ts';

/** Asks the product as an administrator. */
export type AskServer = (method: string, path: string, body?: unknown) => Promise<unknown>;

export interface ImportJob {
  readonly file: string;
  readonly ask: AskServer;
  readonly workTypes: readonly WorkType[];
  readonly territories: readonly Territory[];
  /** Only what lies in this territory. */
  readonly only?: Territory | undefined;
  /** The day that the file's first day becomes. */
  readonly moveTo?: string | undefined;
  readonly onProgress?: (rows: number) => void;
}

export interface ImportReport {
  readonly rows: number;
  /** created, already-there, waits-for-agent, failed */
  readonly results: ReadonlyMap<string, number>;
  readonly skipped: ReadonlyMap<SkipReason | 'other-territory', number>;
}

/** What the import endpoint takes at a time. */
const batchSize = 50;

/** Brings a file's rows in as service requests, batch by batch; a repeat changes nothing. */
export async function importBoston311(job: ImportJob): Promise<ImportReport> {
  const moveDays = job.moveTo === undefined ? 0 : daysBetween(await firstDayOf(job.file), job.moveTo);
  const ids = new Map(job.workTypes.map(({ name, id }) => [name, id]));
  const workTypeId = (key: WorkTypeKey) => ids.get(workTypeList[key].name);
  const results = new Map<string, number>();
  const skipped = new Map<SkipReason | 'other-territory', number>();
  let batch: ImportedRequest[] = [];
  let rows = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    const answer = await job.ask('POST', importServiceRequests.path, { requests: batch });
    for (const { result } of importServiceRequests.response.parse(answer).results) count(results, result);
    batch = [];
    job.onProgress?.(rows);
  };
  for await (const row of rowsOf(job.file)) {
    rows += 1;
    const mapped = mapBoston311(row, { workTypeId, moveDays });
    if (!mapped.ok) count(skipped, mapped.reason);
    else if (job.only && territoryOf(mapped.request.place.location, job.territories)?.id !== job.only.id) {
      count(skipped, 'other-territory');
    } else batch.push(mapped.request);
    if (batch.length === batchSize) await flush();
  }
  await flush();
  return { rows, results, skipped };
}

const columns = [
  'case_enquiry_id',
  'open_dt',
  'target_dt',
  'case_title',
  'type',
  'reason',
  'location',
  'latitude',
  'longitude',
] as const satisfies readonly (keyof Boston311Row)[];

async function* rowsOf(file: string): AsyncGenerator<Boston311Row> {
  const parser = createReadStream(file).pipe(parse({ columns: true, bom: true, skip_empty_lines: true }));
  for await (const record of parser as AsyncIterable<Record<string, string>>) {
    const missing = columns.filter((column) => record[column] === undefined);
    if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(', ')}`);
    yield Object.fromEntries(columns.map((column) => [column, record[column] ?? ''])) as Record<
      (typeof columns)[number],
      string
    >;
  }
}

/** The earliest opening in the file. */
async function firstDayOf(file: string): Promise<string> {
  let first: string | undefined;
  for await (const row of rowsOf(file)) {
    const day = openedOn(row);
    if (day !== undefined && (first === undefined || day < first)) first = day;
  }
  if (first === undefined) throw new Error(`${file} has no row with a readable opening time`);
  return first;
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
