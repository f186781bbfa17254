import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import type { Resource } from './resolve.ts';

/** A function as its template declares it. */
export interface CloudFunction {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  /** The bundle's file and its export. */
  readonly file: string;
  readonly handler: string;
  readonly exportName: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly memorySizeMegabytes: number;
  /** The reserved concurrency, where the template sets one. */
  readonly mostAtOnce: number | undefined;
}

/** Every function of ours: those that name their processor and run on Node. What CDK brings along for its own deployment does neither or one. */
export function cloudFunctions(assembly: Assembly, resources: readonly Resource[]): CloudFunction[] {
  return resources
    .filter(
      ({ type, properties: { Runtime, Architectures } }) =>
        type === 'AWS::Lambda::Function' && Runtime === 'nodejs24.x' && Architectures !== undefined,
    )
    .flatMap(({ name, arn, logicalId, properties }) => {
      const { Code, Handler, Environment, Timeout, MemorySize, ...rest } = functionShape.parse(properties);
      const folder = assembly.assetFolder(Code.S3Key);
      const [module = '', exportName = ''] = Handler.split('.');
      return {
        name,
        arn,
        logicalId,
        file: join(folder, `${module}.mjs`),
        handler: Handler,
        exportName,
        variables: Environment?.Variables ?? {},
        timeoutMs: Timeout * 1000,
        memorySizeMegabytes: MemorySize,
        mostAtOnce: rest.ReservedConcurrentExecutions,
      };
    });
}

/** The function that a name, an ARN or an integration's address means. */
export function functionMeant(functions: readonly CloudFunction[], text: string): CloudFunction {
  const found = functions.find(({ name, arn }) => text === name || text === arn || followed(text, arn));
  if (!found) throw new Error(`No function of the templates is meant by ${text}`);
  return found;
}

/** arn, then an alias or the rest of an invocation path, so that no name is taken for another that begins with it. */
const followed = (text: string, arn: string): boolean => text.includes(`${arn}/`) || text.includes(`${arn}:`);

const functionShape = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Environment: z.optional(z.object({ Variables: z.record(z.string(), z.string()) })),
  Timeout: z._default(z.number(), 3),
  MemorySize: z._default(z.number(), 128),
  ReservedConcurrentExecutions: z.optional(z.number()),
});
