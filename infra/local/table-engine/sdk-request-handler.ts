import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { answerText } from './answer-call.ts';
import type { EngineCore } from './engine-core.ts';

type Handler = Extract<NonNullable<DynamoDBClientConfig['requestHandler']>, { handle: unknown }>;
type HandlerRequest = Parameters<Handler['handle']>[0];
/** What DynamoDBClient takes as its requestHandler. */
export type SdkRequestHandler = Handler;

/** Lets the SDK's own client talk to the engine without a port. */
export function sdkRequestHandler(core: EngineCore): SdkRequestHandler {
  return {
    metadata: { handlerProtocol: 'x-dynamodb' },
    handle: async (request: HandlerRequest) => {
      const target = request.headers['x-amz-target'] ?? '';
      const { status, text } = await answerText(core, target, textOf(request.body));
      const headers = { 'content-type': 'application/x-amz-json-1.0' };
      // The SDK collects a Uint8Array as it stands; a stream would cost more than the call.
      return { response: { statusCode: status, headers, body: Buffer.from(text) } };
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
  };
}

function textOf(body: unknown): string {
  if (!(body instanceof Uint8Array)) return String(body);
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}
