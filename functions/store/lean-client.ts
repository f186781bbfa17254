import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/**
 * The SDK's client without two things that took a third of a board's time: a copy of every item for a log that is switched
 * off, and a walk by schema through answers that are items in DynamoDB's own JSON already. Only binary values would need
 * it, and the store keeps none. Faults are read by the SDK as ever.
 */
export const leanClient = (config: DynamoDBClientConfig): DynamoDBClient => {
  const client = new DynamoDBClient(config);
  client.middlewareStack.remove('loggerMiddleware');
  const { protocol } = client.config;
  const readBySchema = protocol.deserializeResponse;
  // The SDK's two generations of protocols differ in types alone: operation's schema, context, response.
  Reflect.set(protocol, 'deserializeResponse', async (...asked: readonly unknown[]): Promise<unknown> => {
    const body = bodyOfSuccess(asked[2]);
    if (!body) return Reflect.apply(readBySchema, protocol, asked);
    const bytes = body instanceof Readable ? await buffer(body) : body;
    return { ...JSON.parse(Buffer.from(bytes).toString('utf8')), $metadata: { httpStatusCode: 200 } };
  });
  return client;
};

const bodyOfSuccess = (response: unknown): Readable | Uint8Array | undefined => {
  if (typeof response !== 'object' || response === null) return undefined;
  if (!('statusCode' in response) || response.statusCode !== 200 || !('body' in response)) return undefined;
  const { body } = response;
  return body instanceof Readable || body instanceof Uint8Array ? body : undefined;
};
