import type { DynamoDBRecord } from 'aws-lambda';
import { join } from 'node:path';
import { historyEntryEntity } from '../../functions/store/entities/history-entry.ts';
import { latestPositionEntity } from '../../functions/store/entities/latest-position.ts';
import { createTableInput, promiseEvents, promiseThings, tableDefinition } from '../../functions/store/table.ts';
import { awsClients } from './aws-clients.ts';
import { functionService } from './front/function-service.ts';
import { tenantAndName } from './identity/issuer.ts';
import { localFunctions } from './local-functions.ts';
import type { Program } from './program.ts';
import { startRounds } from './pumps/rounds.ts';
import { projectRoot } from './settings.ts';

const tableName = 'fieldline';
const planQueue = 'plans';

/** The handlers in this process, made with the surroundings of this machine; their SDKs know the real time only. */
export const ownProgram: Program = {
  table: { input: createTableInput(tableName), timeToLiveAttribute: tableDefinition.timeToLiveAttribute },
  machineTime: () => Date.now,
  open: async ({ engine, table, standIns, identity, now, origin, travel, geocoder, say }) => {
    const clients = awsClients(standIns.server.url, origin, standIns.credentials);
    const { verifier } = identity;
    const functions = localFunctions({
      table,
      clock: now,
      verifier,
      clients,
      outbox: standIns.outbox,
      webOrigin: origin,
      travel,
      geocoder,
    });
    const rounds = startRounds(functions.timers, say);
    const parked = engine.corner('parked');
    return {
      api: functionService(functions),
      socket: functions.socket,
      services: [],
      streams: [
        {
          stream: engine.stream(table.name),
          consumer: 'changes',
          handler: functions.changes,
          canGather: isPosition,
          park: (record) => parked.put(record.dynamodb?.SequenceNumber ?? '', JSON.stringify(record)),
          say,
        },
        {
          stream: engine.stream(table.name),
          consumer: 'promises',
          handler: functions.promises,
          wanted: isPromiseEvent,
          park: (record) => parked.put(record.dynamodb?.SequenceNumber ?? '', JSON.stringify(record)),
          say,
        },
      ],
      queues: [{ queue: standIns.queues.named(planQueue), handler: functions.planner, say }],
      pages: [join(projectRoot, 'web', 'dist')],
      addedClaims: tenantAndName,
      close: () => rounds.stop(),
    };
  },
};

/** What happened to work or to what promises it, as the mapping of the cloud filters it. */
const isPromiseEvent = ({ dynamodb }: DynamoDBRecord): boolean => {
  const { entity, data } = dynamodb?.NewImage ?? {};
  if (promiseThings.some((name) => name === entity?.S)) return true;
  return entity?.S === historyEntryEntity.name && promiseEvents.some((event) => event === data?.M?.['event']?.S);
};

/** Positions come every second from everybody: a territory's consoles get one frame for them. */
const isPosition = ({ dynamodb }: DynamoDBRecord): boolean =>
  dynamodb?.NewImage?.['entity']?.S === latestPositionEntity.name;
