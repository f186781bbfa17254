import scanShape from 'dynalite/validations/scan.js';
import type { Operation } from './engine-core.ts';
import { parseRequest } from './parse-request.ts';
import { readPage, sourceOf, startRow } from './read-page.ts';
import { AFTER } from './row-keys.ts';
import type { ScanRequest } from './wire-requests.ts';
import { validationError } from './wire-error.ts';

export const scan: Operation = (core, body) => {
  const request = parseRequest<ScanRequest>(scanShape, body);
  const source = sourceOf(core, request);
  const prefix = source.index?.rows ?? source.table.rows.items;
  const { gte, lt } = segmentBounds(prefix, request);
  const start = request.ExclusiveStartKey && startRow(source, request.ExclusiveStartKey);
  if (start !== undefined && (start < gte || start >= lt))
    throw validationError('The provided starting key is outside of the segment');
  return readPage(core, request, source, start === undefined ? { gte, lt } : { gt: start, lt });
};

// Rows begin with 24 bits of the partition key's hash, so segments are equal slices of that number.
const HASHES = 2 ** 24;

function segmentBounds(prefix: string, { Segment = 0, TotalSegments = 1 }: ScanRequest): { gte: string; lt: string } {
  const bound = (segment: number) =>
    segment === TotalSegments ? prefix + AFTER : prefix + hex(Math.floor((segment * HASHES) / TotalSegments));
  return { gte: bound(Segment), lt: bound(Segment + 1) };
}

function hex(hash: number): string {
  return hash.toString(16).padStart(6, '0');
}
