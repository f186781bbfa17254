import { environmentNames } from '../../../shared/protocol/environment.ts';
import { type LocalCredentials, localRegion } from '../stand-ins/local-credentials.ts';
import type { CloudFunction } from './cloud-function.ts';

/** Where this machine answers for AWS, each as the SDKs read it from AWS_ENDPOINT_URL_<SERVICE>. */
export type ServiceAddresses = Readonly<Record<string, string>>;

/** What Lambda itself sets for every function, and where the services of this machine are. */
export function lambdaVariables(
  { name, memorySizeMegabytes, handler }: CloudFunction,
  credentials: LocalCredentials,
  services: ServiceAddresses,
): Record<string, string> {
  return {
    AWS_REGION: localRegion,
    AWS_DEFAULT_REGION: localRegion,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySizeMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    _HANDLER: handler,
    TZ: ':UTC',
    ...Object.fromEntries(Object.entries(services).map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url])),
  };
}

/** The template's own variables, in which addresses that AWS would serve have become those of this machine. */
export function templateVariables(
  { variables }: CloudFunction,
  addresses: ReadonlyMap<string, string>,
): Record<string, string> {
  const here = (text: string): string =>
    [...addresses].reduce((moved, [inAws, local]) => moved.replaceAll(inAws, local), text);
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, here(value)]));
}

/** Where the functions believe that the pages are served from: the stage's own address. */
export const webOriginsOf = (functions: readonly CloudFunction[]): string[] =>
  functions.flatMap(({ variables }) => variables[environmentNames.webOrigin] ?? []);
