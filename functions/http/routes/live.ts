import { createLiveTicket, getLiveChanges, listWatchers } from '../../../shared/protocol/endpoints/board.ts';
import { secondsAfter } from '../../platform/clock.ts';
import { badField, notFound } from '../../platform/errors.ts';
import { newSecret } from '../../platform/secret-token.ts';
import { framesAfter, newestSequence, socketsOf } from '../../store/questions/live.ts';
import { liveTicketEntity } from '../../store/entities/live-ticket.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { staffRoute, type Route } from '../route.ts';

const ticketSeconds = 60;

export const liveRoutes: readonly Route[] = [
  staffRoute(getLiveChanges, async ({ deps, tenantId, params, query }) => {
    const { territoryId } = params;
    if (!(await deps.table.get(territoryEntity, tenantId, { id: territoryId }))) throw notFound('territory');
    const newest = await newestSequence(deps.table, tenantId, territoryId);
    if (query.after >= newest) return { frames: [], complete: query.after === newest };
    const frames = await framesAfter(deps.table, tenantId, territoryId, query.after);
    const unbroken = frames.every(({ sequence }, index) => sequence === query.after + index + 1);
    return { frames, complete: unbroken && (frames.at(-1)?.sequence ?? 0) >= newest };
  }),

  staffRoute(listWatchers, async ({ deps, tenantId, params, caller }) => {
    const { territoryId } = params;
    if (!(await deps.table.get(territoryEntity, tenantId, { id: territoryId }))) throw notFound('territory');
    const sockets = await socketsOf(deps.table, tenantId, territoryId);
    const others = sockets.filter(({ accountId, accountName }) => accountId !== caller.accountId && accountName);
    // One person may look through several windows.
    const names = new Map(others.map(({ accountId, accountName = '' }) => [accountId, accountName]));
    return { watchers: [...names].map(([accountId, name]) => ({ accountId, name })) };
  }),

  // Good for one socket within a minute, so a repeat makes a new one.
  staffRoute(
    createLiveTicket,
    async (asked) => {
      const { deps, tenantId, now, caller, body } = asked;
      const territoryIds = [...new Set(body.territoryIds)];
      const refs = territoryIds.map((id) => ({ id }));
      const known = await deps.table.getMany(territoryEntity, tenantId, refs);
      const unknown = body.territoryIds.findIndex((id) => !known.some((territory) => territory.id === id));
      if (unknown >= 0) throw badField(`body.territoryIds.${unknown}`, 'there is no such territory');
      const { token: ticket, hash: ticketHash } = newSecret(tenantId, deps.randomBytes);
      const work = asked.begin();
      const expiresAt = secondsAfter(now, ticketSeconds);
      const { accountId, name: accountName } = caller;
      work.add(liveTicketEntity, { ticketHash, accountId, accountName, territoryIds, expiresAt });
      return asked.settle(work, { ticket, url: `${deps.liveUrl}?ticket=${ticket}` });
    },
    { keepsAnswer: false },
  ),
];
