import { randomBytes } from 'node:crypto';
import { createAdministrationHandler } from '../../functions/administration/handler.ts';
import { createAgreementsHandler } from '../../functions/agreements/handler.ts';
import type { ApiHandler } from '../../functions/api/api-handler.ts';
import { type ChangesHandler, createChangesHandler } from '../../functions/changes/handler.ts';
import { createDispatchHandler } from '../../functions/dispatch/handler.ts';
import { createDocsHandler, type DocsHandler } from '../../functions/docs/handler.ts';
import { createGeographyHandler } from '../../functions/geography/handler.ts';
import { createHttpHandler } from '../../functions/http/handler.ts';
import { createPlannerHandler, type PlannerHandler } from '../../functions/planner/handler.ts';
import type { Geocoder } from '../../functions/platform/geocoder.ts';
import type { Clock } from '../../functions/platform/clock.ts';
import type { IdentityVerifier } from '../../functions/platform/identity.ts';
import { idMaker } from '../../functions/platform/ids.ts';
import { createLiveSender } from '../../functions/platform/live-sender.ts';
import { createLogger } from '../../functions/platform/logger.ts';
import { createMessageSender } from '../../functions/platform/message-sender.ts';
import { createPhotoStore } from '../../functions/platform/photo-store.ts';
import { createPlanQueue } from '../../functions/platform/queue.ts';
import { createPositionsHandler, type PositionsHandler } from '../../functions/positions/handler.ts';
import { createPromisesHandler, type PromisesHandler } from '../../functions/promises/handler.ts';
import { createSeal } from '../../functions/platform/seal.ts';
import { createSocketHandler } from '../../functions/socket/handler.ts';
import { createSyncHandler } from '../../functions/sync/handler.ts';
import { createTimersHandler, type TimersHandler } from '../../functions/timers/handler.ts';
import type { Table } from '../../functions/store/table-client.ts';
import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { AwsClients } from './aws-clients.ts';
import type { Outbox } from './stand-ins/outbox.ts';
import type { SocketHandler } from './stand-ins/socket-front.ts';

/** What the functions are given on this machine. */
export interface LocalSurroundings {
  readonly table: Table;
  readonly clock: Clock;
  readonly verifier: IdentityVerifier;
  readonly clients: AwsClients;
  readonly outbox: Outbox;
  readonly webOrigin: string;
  readonly travel: TravelSource;
  readonly geocoder?: Geocoder | undefined;
}

/** Every Lambda handler, made as in AWS but with the surroundings of one machine. */
export interface LocalFunctions {
  readonly http: ApiHandler;
  readonly dispatch: ApiHandler;
  readonly geography: ApiHandler;
  readonly administration: ApiHandler;
  readonly agreements: ApiHandler;
  readonly sync: ApiHandler;
  readonly positions: PositionsHandler;
  readonly docs: DocsHandler;
  readonly socket: SocketHandler;
  readonly changes: ChangesHandler;
  readonly promises: PromisesHandler;
  readonly planner: PlannerHandler;
  readonly timers: TimersHandler;
}

export function localFunctions(surroundings: LocalSurroundings): LocalFunctions {
  const { table, clock, verifier, clients, outbox, webOrigin, travel } = surroundings;
  const shared = { table, clock, newId: idMaker(clock), random: Math.random, randomBytes, webOrigin, travel };
  const sms = (to: string, text: string) => outbox.catch({ channel: 'sms', to, subject: 'SMS', text });
  const queuePlan = createPlanQueue(clients.queue, 'http://127.0.0.1/queue/plans');
  return {
    http: createHttpHandler({
      ...shared,
      verifier,
      photoStore: createPhotoStore(clients.photos),
      liveUrl: `${webOrigin.replace(/^http/, 'ws')}/live`,
      log: createLogger('http'),
    }),
    dispatch: createDispatchHandler({ ...shared, verifier, log: createLogger('dispatch') }),
    geography: createGeographyHandler({
      ...shared,
      ...(surroundings.geocoder && { geocoder: surroundings.geocoder }),
      verifier,
      log: createLogger('geography'),
    }),
    agreements: createAgreementsHandler({
      ...shared,
      verifier,
      photoStore: createPhotoStore(clients.photos),
      seal: createSeal(localKey),
      log: createLogger('agreements'),
    }),
    administration: createAdministrationHandler({ ...shared, verifier, log: createLogger('administration') }),
    sync: createSyncHandler({ ...shared, verifier, log: createLogger('sync') }),
    positions: createPositionsHandler({
      ...shared,
      verifier,
      log: createLogger('positions'),
    }),
    docs: createDocsHandler({ clock }),
    socket: createSocketHandler({ ...shared, log: createLogger('socket') }),
    changes: createChangesHandler({
      ...shared,
      sendLive: createLiveSender(clients.live),
      sendMessage: createMessageSender(clients.mail, 'service@harbor.example', sms),
      queuePlan,
      log: createLogger('changes'),
    }),
    promises: createPromisesHandler({ ...shared, seal: createSeal(localKey), log: createLogger('promises') }),
    planner: createPlannerHandler({ ...shared, log: createLogger('planner') }),
    timers: createTimersHandler({ ...shared, queuePlan, log: createLogger('timers') }),
  };
}

/** On one machine nobody else holds the data: the signature shows the same code path, not a secret. */
const localKey = 'one-machine';
