import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Table } from '../../../../functions/store/table-client.ts';
import type { Push } from '../../../../shared/protocol/sync.ts';

type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** A fault that could have been made in the program, made around it. */
export interface PlantedBug {
  readonly name: string;
  readonly table?: (sound: Table, random: () => number) => Table;
  readonly handler?: (sound: Handler) => Handler;
  /** The phone takes for sent what it sent, whatever became of it. */
  readonly forgetsOnSend?: true;
}

type Actions = readonly TransactWriteItem[];
const bookkeeping = ['sync-client', 'sync-result'];

const entityOf = ({ Put, Update }: TransactWriteItem): string =>
  Put?.Item?.['entity']?.S ?? (Update ? 'stock-level' : '');
const isOf =
  (...entities: readonly string[]) =>
  (action: TransactWriteItem) =>
    entities.includes(entityOf(action));
const not = (test: (action: TransactWriteItem) => boolean) => (action: TransactWriteItem) => !test(action);

const transacting = (sound: Table, transact: Table['transact']): Table => ({ ...sound, transact });
/** Writes in several transactions what belongs into one. */
const inParts = (name: string, partsOf: (actions: Actions) => readonly Actions[]): PlantedBug => ({
  name,
  table: (sound) =>
    transacting(sound, async (actions) => {
      for (const part of partsOf(actions)) if (part.length > 0) await sound.transact(part);
    }),
});
const without = (name: string, ...entities: readonly string[]): PlantedBug =>
  inParts(name, (actions) => [actions.filter(not(isOf(...entities)))]);

const withoutCondition = (name: string, ...entities: readonly string[]): PlantedBug =>
  inParts(name, (actions) => [actions.map((action) => (isOf(...entities)(action) ? unconditional(action) : action))]);

const unconditional = ({ Put, Update }: TransactWriteItem): TransactWriteItem => {
  if (Put) return { Put: { TableName: Put.TableName, Item: Put.Item } };
  if (!Update) return {};
  const { ConditionExpression: _condition, ReturnValuesOnConditionCheckFailure: _old, ...held } = Update;
  const { ExpressionAttributeValues: values = {}, ...rest } = held;
  const { ':least': _least, ...used } = values;
  return { Update: { ...rest, ExpressionAttributeValues: used } };
};

/** Reads what stood there at the read before, and writes whatever stands there now. */
const staleAppointments: PlantedBug = {
  name: 'an appointment read late and written without a condition',
  table: (sound) => {
    const kept = new Map<string, unknown>();
    const unguarded = withoutCondition('', 'appointment').table?.(sound, Math.random) ?? sound;
    const get: Table['get'] = async (entity, tenantId, ref, read) => {
      const fresh = await sound.get(entity, tenantId, ref, read);
      if (entity.name !== 'appointment') return fresh;
      const key = JSON.stringify(entity.key(ref));
      const stale = kept.get(key) as typeof fresh;
      kept.set(key, fresh);
      return stale ?? fresh;
    };
    return { ...unguarded, get };
  },
};

const changedBody = (event: APIGatewayProxyEventV2, change: (push: Push) => Push): APIGatewayProxyEventV2 =>
  event.rawPath.endsWith('/push')
    ? { ...event, body: JSON.stringify(change(JSON.parse(event.body ?? '') as Push)) }
    : event;

const byClock = (push: Push): Push => {
  const ids = push.mutations.map(({ id }) => id);
  const sorted = [...push.mutations].sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
  return { ...push, mutations: sorted.map((mutation, place) => ({ ...mutation, id: ids[place] ?? 0 })) };
};

/** The view of the pull before with the number of this one. */
const staleView = (sound: Handler): Handler => {
  const kept = new Map<string, object>();
  return async (event) => {
    const answer = await sound(event);
    if (!event.rawPath.endsWith('/pull') || answer.statusCode !== 200) return answer;
    const fresh = JSON.parse(answer.body ?? '') as { lastMutationId: number };
    const stale = kept.get(event.rawQueryString) ?? fresh;
    kept.set(event.rawQueryString, fresh);
    return { ...answer, body: JSON.stringify({ ...stale, lastMutationId: fresh.lastMutationId }) };
  };
};

/** Every one of them must be found by the battery, or the battery proves nothing. */
export const plantedBugs: readonly PlantedBug[] = [
  inParts('the number first, its effect apart', (actions) => [
    actions.filter(isOf(...bookkeeping)),
    actions.filter(not(isOf(...bookkeeping))),
  ]),
  inParts('the effect first, its number apart', (actions) => [
    actions.filter(not(isOf(...bookkeeping))),
    actions.filter(isOf(...bookkeeping)),
  ]),
  inParts('the last number outside of the transaction', (actions) => [
    actions.filter(not(isOf('sync-client'))),
    actions.filter(isOf('sync-client')),
  ]),
  without('no last number', 'sync-client'),
  withoutCondition('numbers without a condition', ...bookkeeping),
  without('answers not kept', 'sync-result'),
  withoutCondition('stock without a condition', 'stock-level'),
  withoutCondition('a slot without a condition', 'technician-day'),
  staleAppointments,
  without('a refusal that nobody sees', 'field-notice'),
  without('no history', 'history-entry'),
  without('no ledger', 'stock-movement'),
  without('no guard of the day', 'technician-day'),
  {
    name: 'answered before it was committed',
    table: (sound, random) =>
      transacting(sound, async (actions) => {
        if (random() >= 0.1) await sound.transact(actions);
      }),
  },
  { name: 'order by the clock', handler: (sound) => (event) => sound(changedBody(event, byClock)) },
  { name: 'a view that lags behind its number', handler: staleView },
  { name: 'a phone that forgets what it sent', forgetsOnSend: true },
];
