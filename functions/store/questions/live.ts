import type { ChangesFrame } from '../../../shared/protocol/live-event.ts';
import { liveFrameEntity } from '../entities/live-frame.ts';
import { liveSequenceEntity } from '../entities/live-sequence.ts';
import { liveSocketEntity, type LiveSocket } from '../entities/live-socket.ts';
import { padded } from '../keys.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** A number that is a moment old is safe: the frames after it come again, and things are applied by version. */
export const newestSequence = async (table: Table, tenantId: string, territoryId: string): Promise<number> =>
  (await table.get(liveSequenceEntity, tenantId, { territoryId }, 'eventually'))?.sequence ?? 0;

/** Frames with a higher number, in order. */
export const framesAfter = async (
  table: Table,
  tenantId: string,
  territoryId: string,
  after: number,
): Promise<ChangesFrame[]> => {
  const items = await table.all({
    tenantId,
    partition: ['LIVE', territoryId],
    after: `FRAME#${padded(after)}`,
  });
  return readItems(liveFrameEntity, items).map(({ frame }) => frame);
};

export const socketsOf = async (table: Table, tenantId: string, territoryId: string): Promise<LiveSocket[]> =>
  readItems(liveSocketEntity, await table.all({ tenantId, partition: ['SOCKETS', territoryId] }));
