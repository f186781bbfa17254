import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import type { Resource } from './resolve.ts';

/** The folders that the templates deploy into the site's bucket: the built pages as they would be uploaded. */
export function siteFolders(assembly: Assembly, resources: readonly Resource[]): string[] {
  const keys = resources
    .filter(({ type }) => type === 'Custom::CDKBucketDeployment')
    .flatMap(({ properties }) => deploymentShape.parse(properties).SourceObjectKeys);
  return [...new Set(keys)].map((key) => assembly.assetFolder(key));
}

const deploymentShape = z.object({ SourceObjectKeys: z.array(z.string()) });
