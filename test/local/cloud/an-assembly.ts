import type { Assembly, DeclaredResource } from '../../../infra/local/cloud/assembly.ts';

/** An assembly of these resources, all in stack `app` unless they say otherwise. */
export const anAssembly = (
  resources: readonly (Pick<DeclaredResource, 'logicalId' | 'type'> & Partial<DeclaredResource>)[],
  exports: Readonly<Record<string, { stack: string; value: unknown }>> = {},
): Assembly => ({
  folder: '/nowhere',
  resources: resources.map((one) => ({ stack: 'app', region: undefined, properties: {}, ...one })),
  exports: new Map(Object.entries(exports)),
  parameter: () => undefined,
  assetFolder: (key) => `/nowhere/${key}`,
});
