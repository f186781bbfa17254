import type { LocalService } from '../front/exchange.ts';
import { localClientId, localIssuer } from '../identity/issuer.ts';
import type { Ground, Program, RunningProgram } from '../program.ts';
import { guarded } from '../stand-ins/guarded.ts';
import { localRegion } from '../stand-ins/local-credentials.ts';
import { photoBucketPath } from '../stand-ins/photo-bucket.ts';
import { type Assembly, readAssembly } from './assembly.ts';
import { type CloudFunction, cloudFunctions } from './cloud-function.ts';
import { cloudTable } from './cloud-table.ts';
import { eventSources } from './event-sources.ts';
import { lambdaVariables, type ServiceAddresses, templateVariables, webOriginsOf } from './function-environment.ts';
import { type FunctionHost, openFunctionHost } from './function-host.ts';
import { httpApi, type Invoke } from './http-api.ts';
import { jwtAuthorizers } from './jwt-authorizer.ts';
import { type LocalValuesByType, localAccount, type Resource, resolveResources } from './resolve.ts';
import { makeRuntimeFiles } from './runtime-files.ts';
import { startSchedules } from './schedules.ts';
import { siteFolders } from './site-folders.ts';
import { socketApi } from './socket-api.ts';
import { addedClaims } from './user-pool.ts';

/** The cloud application as `cdk synth` made it: its own bundles in processes of their own, joined by its own templates. */
export function cloudProgram(folder: string): Program {
  const assembly = readAssembly(folder);
  const { arn: _arn, ...table } = cloudTable(resolveResources(assembly, {}));
  return {
    table,
    // The functions know no clock but their machine's, so the runner sets that one.
    machineTime: (now) => () => now().getTime(),
    open: (ground) => openProgram(assembly, ground),
  };
}

async function openProgram(assembly: Assembly, ground: Ground): Promise<RunningProgram> {
  const { engine, table, standIns, identity, now, say } = ground;
  const resources = resolveResources(assembly, valuesHere(standIns.server.url));
  const functions = cloudFunctions(assembly, resources);
  const tablePort = await engine.listen();
  const started = await startFunctions(resources, functions, ground, tablePort.url);
  const { invoke } = started;
  const authorizers = jwtAuthorizers(resources, { keys: [...identity.issuer.jwks.keys] }, now);
  const schedules = startSchedules({ resources, functions, invoke, queues: standIns.queues, now, say });
  return {
    api: httpApi(resources, functions, authorizers, invoke),
    socket: socketApi(resources, functions, invoke),
    services: [socketManagement(guarded(standIns.credentials, [standIns.sockets.managementService]))],
    ...eventSources({
      resources,
      functions,
      invoke,
      stream: engine.stream(table.name),
      streamArn: streamArnOf(cloudTable(resources)),
      queues: standIns.queues,
      say,
    }),
    pages: siteFolders(assembly, resources),
    addedClaims: addedClaims(resources, functions, invoke),
    close: async () => {
      await schedules.stop();
      await started.close();
      await tablePort.close();
    },
  };
}

/** What stands here for resources that have an address of their own in AWS. */
const valuesHere = (standIns: string): LocalValuesByType => ({
  'AWS::SQS::Queue': {
    ref: ({ name }) => `${standIns}/${localAccount}/${name}`,
    attributes: { QueueName: ({ name }) => name },
  },
  'AWS::Cognito::UserPool': { attributes: { ProviderURL: () => localIssuer } },
  'AWS::Cognito::UserPoolClient': { ref: () => localClientId },
  'AWS::DynamoDB::GlobalTable': { attributes: { StreamArn: streamArnOf } },
  'AWS::DynamoDB::Table': { attributes: { StreamArn: streamArnOf } },
});
const streamArnOf = ({ arn }: { readonly arn: string }): string => `${arn}/stream/local`;

async function startFunctions(
  resources: readonly Resource[],
  functions: readonly CloudFunction[],
  { standIns, origin, now, say }: Ground,
  tableUrl: string,
): Promise<{ invoke: Invoke; close(): Promise<void> }> {
  const files = await makeRuntimeFiles();
  const services: ServiceAddresses = {
    DYNAMODB: tableUrl,
    S3: `${origin}${photoBucketPath}`,
    SQS: standIns.server.url,
    SESV2: standIns.server.url,
    PINPOINT_SMS_VOICE_V2: standIns.server.url,
  };
  const addresses = addressesHere(resources, functions, origin);
  const hosts: FunctionHost[] = [];
  const started = await Promise.all(
    functions.map(async (definition) => {
      const host = await openFunctionHost({
        definition,
        variables: {
          ...lambdaVariables(definition, standIns.credentials, services),
          ...templateVariables(definition, addresses),
        },
        main: await files.mainOf(definition),
        clock: () => ({ offsetMs: now().getTime() - Date.now() }),
        hosts: { [new URL(localIssuer).host]: origin },
        log: say,
      });
      hosts.push(host);
      return [definition.name, host] as const;
    }),
  );
  const byName = new Map(started);
  return {
    invoke: (target, event) => byName.get(target.name)?.invoke(event) ?? Promise.reject(new Error(target.name)),
    close: async () => {
      await Promise.all(hosts.map((host) => host.close()));
      await files.remove();
    },
  };
}

/** Addresses that AWS would serve, each with the one that this machine serves instead. */
function addressesHere(
  resources: readonly Resource[],
  functions: readonly CloudFunction[],
  origin: string,
): ReadonlyMap<string, string> {
  const regions = new Set([localRegion, ...resources.flatMap(({ region }) => region ?? [])]);
  const gateways = resources
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Api')
    .flatMap(({ name }) => [...regions].map((region) => `https://${name}.execute-api.${region}.amazonaws.com`));
  return new Map([...gateways, ...webOriginsOf(functions)].map((address) => [address, origin]));
}

/** The gateway serves sockets and their management under one address; the functions' signed requests are told from the pages'. */
const socketManagement =
  (service: LocalService): LocalService =>
  (request) =>
    request.url.pathname.includes('/@connections/') ? service(request) : undefined;
