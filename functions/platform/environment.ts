import { environmentNames } from '../../shared/protocol/environment.ts';

export type Setting = keyof typeof environmentNames;

/** The settings that an entry names, from the environment; one that is missing is told by its variable's name. */
export const readEnvironment = <Name extends Setting>(
  names: readonly Name[],
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<Name, string>> => {
  const missing = names.map((name) => environmentNames[name]).filter((variable) => !variables[variable]);
  if (missing.length > 0) throw new Error(`The environment lacks ${missing.join(', ')}`);
  const settings: Partial<Record<Name, string>> = {};
  for (const name of names) settings[name] = variables[environmentNames[name]] ?? '';
  return settings as Record<Name, string>; // every name was found above
};

/** What Lambda itself sets, by its own names; an endpoint only where something stands in for S3, as the SDK's clients read it. */
export const lambdaSettings = (variables: Readonly<Record<string, string | undefined>> = process.env) => ({
  region: variables['AWS_REGION'] ?? '',
  s3Endpoint: variables['AWS_ENDPOINT_URL_S3'],
  accessKeyId: variables['AWS_ACCESS_KEY_ID'],
  secretAccessKey: variables['AWS_SECRET_ACCESS_KEY'],
  sessionToken: variables['AWS_SESSION_TOKEN'],
});
