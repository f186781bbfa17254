import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** A resource as its template declares it, with references unresolved. */
export interface DeclaredResource {
  readonly stack: string;
  /** Where the stack is to be deployed, if that is said. */
  readonly region: string | undefined;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What `cdk synth` made: the stacks' resources and exports, and the folders of their assets. */
export interface Assembly {
  readonly folder: string;
  readonly resources: readonly DeclaredResource[];
  /** Values that stacks export, by name, with the stack that they were written in. */
  readonly exports: ReadonlyMap<string, { readonly stack: string; readonly value: unknown }>;
  /** Values of parameters where nothing else is given. */
  parameter(stack: string, name: string): unknown;
  /** The folder that is uploaded under this key of the asset bucket. */
  assetFolder(objectKey: string): string;
}

/** Reads the folder that `cdk synth` wrote; nothing else is known of the application. */
export function readAssembly(folder: string): Assembly {
  const { artifacts } = manifestShape.parse(readJson(join(folder, 'manifest.json')));
  const stacks = Object.entries(artifacts).flatMap(([id, { type, properties, environment }]) =>
    type === 'aws:cloudformation:stack' && properties?.templateFile !== undefined
      ? [
          {
            region: regionOf(environment),
            name: properties.stackName ?? id,
            template: templateShape.parse(readJson(join(folder, properties.templateFile))),
          },
        ]
      : [],
  );
  const assets = assetPathsOf(folder, Object.keys(artifacts));
  return {
    folder,
    resources: stacks.flatMap(({ name, region, template }) =>
      Object.entries(template.Resources ?? {}).map(([logicalId, { Type: type, Properties: properties = {} }]) => ({
        stack: name,
        region,
        logicalId,
        type,
        properties,
      })),
    ),
    exports: new Map(
      stacks.flatMap(({ name: stack, template }) =>
        Object.values(template.Outputs ?? {}).flatMap(({ Export, Value: value }) =>
          typeof Export?.Name === 'string' ? [[Export.Name, { stack, value }] as const] : [],
        ),
      ),
    ),
    parameter: (stack, name) => stacks.find((one) => one.name === stack)?.template.Parameters?.[name]?.Default,
    assetFolder: (objectKey) => {
      const path = assets.get(objectKey);
      if (path === undefined) throw new Error(`The cloud assembly has no asset ${objectKey}`);
      return join(folder, path);
    },
  };
}

/** Every `<stack>.assets.json` says which folder is uploaded under which key. */
function assetPathsOf(folder: string, stackIds: readonly string[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const file of stackIds.map((id) => join(folder, `${id.replace(/\.assets$/, '')}.assets.json`))) {
    if (!existsSync(file)) continue;
    for (const { source, destinations } of Object.values(assetsShape.parse(readJson(file)).files)) {
      for (const { objectKey } of Object.values(destinations)) paths.set(objectKey, source.path);
    }
  }
  return paths;
}

/** `aws://account/region`, where either may be unknown. */
function regionOf(environment = ''): string | undefined {
  const region = environment.split('/').at(-1);
  return region === '' || region === 'unknown-region' ? undefined : region;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const manifestShape = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.optional(z.string()),
      properties: z.optional(z.object({ templateFile: z.optional(z.string()), stackName: z.optional(z.string()) })),
    }),
  ),
});

const record = z.record(z.string(), z.unknown());
const templateShape = z.object({
  Resources: z.optional(z.record(z.string(), z.object({ Type: z.string(), Properties: z.optional(record) }))),
  Outputs: z.optional(
    z.record(z.string(), z.object({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.unknown() })) })),
  ),
  Parameters: z.optional(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) }))),
});

const assetsShape = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});
