import type { LiveChange, LiveFrame } from '../../shared/protocol/live-event.ts';
import { allTerritories } from '../store/questions/catalogue.ts';
import { socketsOf } from '../store/questions/live.ts';
import { liveSocketEntity, type LiveSocket } from '../store/entities/live-socket.ts';
import { appendFrame } from '../store/live-log.ts';
import { beginWork, type WorkContext } from '../store/unit-of-work.ts';
import type { ChangesDeps } from './changes-deps.ts';
import type { LiveGroup } from './live-batch.ts';

/** Writes a territory's changes into its live log and sends them, and its newest positions, to the consoles that listen. */
export const broadcast = async (deps: ChangesDeps, group: LiveGroup): Promise<void> => {
  const context = { ...deps, tenantId: group.tenantId, now: deps.clock().toISOString() };
  if (group.territoryId !== undefined) return broadcastTo(deps, context, group, group.territoryId);
  for (const { id } of await allTerritories(deps.table, group.tenantId)) await broadcastTo(deps, context, group, id);
};

const broadcastTo = async (
  deps: ChangesDeps,
  context: WorkContext,
  { changes, positions }: LiveGroup,
  territoryId: string,
): Promise<void> => {
  const frames: LiveFrame[] = [];
  for (const portion of portionsOf([...changes.values()])) {
    frames.push(await appendFrame(context, territoryId, portion));
  }
  if (positions.size > 0) frames.push({ type: 'positions', territoryId, positions: [...positions.values()] });
  const sockets = await socketsOf(deps.table, context.tenantId, territoryId);
  const closed = await Promise.all(sockets.map((socket) => sendInOrder(deps, socket, frames)));
  await forget(
    context,
    sockets.filter((_, i) => closed[i]),
  );
};

/** API Gateway carries messages of 128 KB; the rest is for the frame around them. */
const portionBytes = 110_000;

const portionsOf = (changes: readonly LiveChange[]): LiveChange[][] => {
  const portions: LiveChange[][] = [];
  let roomBytes = 0;
  for (const change of changes) {
    const bytes = Buffer.byteLength(JSON.stringify(change)) + 1;
    const portion = portions.at(-1);
    if (portion && bytes <= roomBytes) portion.push(change);
    else portions.push([change]);
    roomBytes = portion && bytes <= roomBytes ? roomBytes - bytes : portionBytes - bytes;
  }
  return portions;
};

/** Whether the socket turned out to be closed. A frame that cannot be sent is missed, not lost: the console sees the gap in the numbers and asks. */
const sendInOrder = async (
  { sendLive, log }: ChangesDeps,
  { connectionId, territoryId }: LiveSocket,
  frames: readonly LiveFrame[],
): Promise<boolean> => {
  try {
    for (const frame of frames) if ((await sendLive(connectionId, frame)) === 'gone') return true;
  } catch (error) {
    log.warn('A console missed a live frame', { connectionId, territoryId, error: String(error) });
  }
  return false;
};

const forget = async (context: WorkContext, closed: readonly LiveSocket[]): Promise<void> => {
  for (const socket of closed) {
    const work = beginWork(context);
    work.remove(liveSocketEntity, socket);
    await work.commit();
  }
};
