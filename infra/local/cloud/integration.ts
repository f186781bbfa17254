import * as z from 'zod/mini';
import type { Resource } from './resolve.ts';

/** Where the integration leads that a route's target (`integrations/<id>`) names. */
export function integrationOf(resources: readonly Resource[], target: string): string {
  const id = target.replace(/^integrations\//, '');
  const found = resources.find(({ type, name }) => type === 'AWS::ApiGatewayV2::Integration' && name === id);
  if (!found) throw new Error(`The templates declare no integration ${id}`);
  return integrationShape.parse(found.properties).IntegrationUri;
}

const integrationShape = z.object({ IntegrationType: z.literal('AWS_PROXY'), IntegrationUri: z.string() });
