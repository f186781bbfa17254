import { marshall } from '@aws-sdk/util-dynamodb';
import type { PositionFix } from '../../shared/model/position-fix.ts';
import { secondsAfter } from '../platform/clock.ts';
import { trailChunkEntity, type TrailChunk } from './entities/trail-chunk.ts';
import { dataAttribute, itemOf } from './entity.ts';
import { packFixes, unpackFixes } from './packed-fixes.ts';
import { readItems } from './questions/read-items.ts';
import type { Table } from './table-client.ts';
import { tableDefinition } from './table.ts';

export interface TrailPart {
  readonly tenantId: string;
  readonly technicianId: string;
  readonly device: string;
  readonly fixes: readonly PositionFix[];
  /** Absent: as long as usual. */
  readonly keptSeconds?: number | undefined;
}

/** Where somebody was is kept for so long, then the table forgets it. */
export const trailKeptSeconds = 60 * 86_400;

const chunkMs = 10 * 60_000;
const attempts = 8;

/** Adds fixes to the trail, ten minutes to an item; says how many were new. A fix of the same device and time is the same fix. */
export const keepTrail = async (table: Table, part: TrailPart): Promise<number> => {
  const kept = await Promise.all([...byChunk(part.fixes)].map(([at, fixes]) => addToChunk(table, part, at, fixes)));
  return kept.reduce((sum, count) => sum + count, 0);
};

const byChunk = (fixes: readonly PositionFix[]): ReadonlyMap<number, PositionFix[]> => {
  const chunks = new Map<number, PositionFix[]>();
  for (const fix of fixes) {
    const begins = Math.floor(Date.parse(fix.at) / chunkMs) * chunkMs;
    chunks.set(begins, [...(chunks.get(begins) ?? []), fix]);
  }
  return chunks;
};

/** Reads, joins and writes under the version that was read; who was slower joins to what the faster wrote. */
const addToChunk = async (
  table: Table,
  { tenantId, technicianId, device, keptSeconds = trailKeptSeconds }: TrailPart,
  begins: number,
  fixes: readonly PositionFix[],
): Promise<number> => {
  const beginsAt = new Date(begins).toISOString();
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await table.get(trailChunkEntity, tenantId, { technicianId, beginsAt, device });
    const there = before ? unpackFixes(before.packed) : [];
    const joined = inOrder([...there, ...fixes]);
    if (joined.length === there.length) return 0;
    const after: TrailChunk = {
      technicianId,
      beginsAt,
      device,
      version: (before?.version ?? 0) + 1,
      packed: packFixes(joined),
      expiresAt: secondsAfter(beginsAt, keptSeconds),
    };
    if (await table.put(itemOf(trailChunkEntity, tenantId, after), unlessChanged(before))) {
      return joined.length - there.length;
    }
  }
  throw new Error(`The trail of ${technicianId} could not be joined in ${attempts} attempts`);
};

const unlessChanged = (before: TrailChunk | undefined) =>
  before
    ? {
        ConditionExpression: '#data.#version = :before',
        ExpressionAttributeNames: { '#data': dataAttribute, '#version': 'version' },
        ExpressionAttributeValues: marshall({ ':before': before.version }),
      }
    : { ConditionExpression: `attribute_not_exists(${tableDefinition.partitionKey})` };

/** By time, one of each. */
const inOrder = (fixes: readonly PositionFix[]): PositionFix[] => {
  const byTime = new Map<number, PositionFix>();
  for (const fix of fixes) {
    const at = Date.parse(fix.at);
    if (!byTime.has(at)) byTime.set(at, fix);
  }
  return [...byTime].sort(([a], [b]) => a - b).map(([, fix]) => fix);
};

/** The trail of all his devices, in order of time, of everything that begins so: a day, an hour (UTC). */
export const trailOf = async (
  table: Table,
  tenantId: string,
  technicianId: string,
  beginning: string,
): Promise<PositionFix[]> => {
  const partition = trailChunkEntity.key({ technicianId, beginsAt: '', device: '' }).partition;
  const items = await table.all({ tenantId, partition, beginsWith: `TRAIL#${beginning}` });
  return readItems(trailChunkEntity, items)
    .flatMap(({ packed }) => unpackFixes(packed))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
};
