import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleEntry, entryNames } from '../../infra/cloud/constructs/bundle-entry.ts';
import { environmentNames } from '../../shared/protocol/environment.ts';
import { tableActionsOf } from './derived-uses.ts';
import { synthesized } from './synthesized.ts';

const run = promisify(execFile);
const entries = entryNames();

const keyOfTable = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'];
const ownLog = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const readsStream = [
  ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`),
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
];
/** What Lambda itself does in the function's name, to read its stream or queue and to park what failed. */
const usesOfLambda: Readonly<Record<string, readonly string[]>> = {
  changes: readsStream,
  promises: [...readsStream, 'sqs:SendMessage'],
  planner: [
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
    'sqs:ReceiveMessage',
  ],
};
/** The service's name in a policy, by that of its client. */
const services: Readonly<Record<string, string>> = {
  'client-sqs': 'sqs',
  'client-sesv2': 'ses',
  'client-pinpoint-sms-voice-v2': 'sms-voice',
};
/** Actions that are not called as their command is. */
const otherwise: Readonly<Record<string, string>> = {
  'client-apigatewaymanagementapi/PostToConnection': 'execute-api:ManageConnections',
};
const actionOf = (command: string): string => {
  const [client = '', name] = command.split('/');
  const action = otherwise[command] ?? (services[client] && `${services[client]}:${name}`);
  if (!action) throw new Error(`Nobody knows which action allows ${command}`);
  return action;
};

describe('a function', () => {
  let folder: string;
  let cloud: ReturnType<typeof synthesized>;
  /** What each entry does with AWS, derived from its bundle. */
  const uses = new Map<string, readonly string[]>();
  beforeAll(async () => {
    cloud = synthesized('production');
    folder = await mkdtemp(join(tmpdir(), 'fieldline-access-'));
    for (const entry of entries) {
      const bundle = join(folder, `${entry}.mjs`);
      const { files } = await bundleEntry(entry, bundle, { minify: false });
      const text = await readFile(bundle, 'utf8');
      const commands = commandsAmong(files).filter((command) => !command.startsWith('client-dynamodb/'));
      uses.set(entry, [...tableActionsOf(text, files), ...commands.map(actionOf), ...signedBy(text)]);
    }
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(cloud.outdir, { recursive: true, force: true });
  });

  it.each(entries)('%s is given the variables that it reads, each by its name, and no other', async (entry) => {
    expect(variablesOf(entry)).toEqual(await variablesReadBy(join(folder, `${entry}.mjs`)));
  });

  it.each(entries)('%s may do what it uses and nothing else', (entry) => {
    const used = uses.get(entry) ?? [];
    const keys = used.some((action) => /^(dynamodb|s3):/.test(action)) ? keyOfTable : [];
    const parks = entry === 'timers' ? ['sqs:SendMessage'] : [];
    const expected = [...used, ...(usesOfLambda[entry] ?? []), ...keys, ...ownLog, ...parks];
    expect(grantsOf(entry)).toEqual([...new Set(expected)].sort());
  });

  it('is seen to use what it uses: the sources tell it by themselves', () => {
    expect(uses.get('http')).toEqual(expect.arrayContaining(['dynamodb:UpdateItem', 's3:GetObject', 's3:PutObject']));
    expect(uses.get('socket')).toEqual(['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem']);
    expect(uses.get('docs')).toEqual([]);
  });

  it('is never granted all actions, nor all resources', () => {
    const loose = entries.flatMap(statementsOf).filter(({ Effect, Action, Resource }) => {
      const wide = list(Action).some((action) => String(action).includes('*')) || list(Resource).includes('*');
      return Effect === 'Allow' && wide;
    });
    expect(loose).toEqual([]);
  });

  it('can neither scan nor change the table, nor any other table', () => {
    const onTables = entries.flatMap(statementsOf).filter(({ Action }) => /dynamodb/.test(JSON.stringify(Action)));
    expect(JSON.stringify(onTables)).not.toMatch(/Scan|DeleteTable|UpdateTable|PartiQL/);
    const [tableId = 'none'] = cloud.resources('AWS::DynamoDB::GlobalTable')[0] ?? [];
    for (const { Resource } of onTables) {
      for (const one of list(Resource)) expect(JSON.stringify(one)).toContain(tableId);
    }
  });

  it('uses keys only through the service that keeps the data', () => {
    const withoutEvents = entries
      .flatMap(statementsOf)
      .filter(({ Action, Condition }) => /GenerateDataKey/.test(JSON.stringify(Action)) && Condition === undefined);
    expect(withoutEvents).toEqual([]);
  });

  const functionOf = (entry: string) => {
    const id = `${entry[0]?.toUpperCase()}${entry.slice(1)}`;
    const found = cloud.resources('AWS::Lambda::Function').find(([name]) => name.replace(/[0-9A-F]{8}$/, '') === id);
    if (!found) throw new Error(`The templates have no function ${id}`);
    return found[1].Properties;
  };
  const variablesOf = (entry: string): string[] => {
    const { Variables = {} } = (functionOf(entry)['Environment'] ?? {}) as { Variables?: Record<string, unknown> };
    return Object.keys(Variables).sort();
  };
  const statementsOf = (entry: string): Statement[] => {
    const { 'Fn::GetAtt': [role] = [] } = functionOf(entry)['Role'] as { 'Fn::GetAtt'?: string[] };
    return cloud
      .resources('AWS::IAM::Policy')
      .filter(([, { Properties }]) => JSON.stringify(Properties['Roles']).includes(`"${role}"`))
      .flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
  };
  const grantsOf = (entry: string): string[] =>
    [...new Set(statementsOf(entry).flatMap(({ Action }) => list(Action).map(String)))].sort();
});

interface Statement {
  readonly Effect: string;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** An entry names what it lacks when it starts with nothing; given that, what its next part lacks. */
const variablesReadBy = async (bundle: string): Promise<string[]> => {
  const script = `import(${JSON.stringify(bundle)}).then(() => console.log(''), (e) => console.log(e.message))`;
  const read = new Set<string>();
  for (;;) {
    const given = Object.fromEntries([...read].map((name) => [name, examples[name] ?? 'https://example.example']));
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
      env: { AWS_REGION: 'us-east-1', NODE_NO_WARNINGS: '1', ...given },
    });
    const [, names = ''] = /The environment lacks (.*)/.exec(stdout) ?? [];
    if (names === '' && stdout.trim() !== '') throw new Error(stdout);
    if (names === '') return [...read].sort();
    for (const name of names.split(', ')) read.add(name);
  }
};
/** Values that are looked at as they are read. */
const examples: Readonly<Record<string, string>> = {
  [environmentNames.tokenIssuer]: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE',
  [environmentNames.routingService]: 'none',
  [environmentNames.geocoder]: 'none',
};

/** Commands of the SDK, as `client-sqs/SendMessage`. The client asks for endpoints itself only where it is told to. */
const commandsAmong = (files: readonly string[]): string[] =>
  files.flatMap((file) => {
    const [, client, command] = /@aws-sdk\/(client-[\w-]+)\/.*commands\/(\w+)Command\.js$/.exec(file) ?? [];
    return client === undefined || command === 'DescribeEndpoints' ? [] : [`${client}/${command}`];
  });

/** Files in buckets are asked for without a client: each method that our code signs for S3 is allowed by the action of its name. */
const signedBy = (bundle: string): string[] => {
  const sections = bundle.split(/^\/\/ (?=functions\/)/m).filter((section) => section.includes('service: "s3"'));
  const methods = new Set(sections.flatMap((section) => section.match(/\b(GET|PUT|DELETE)\b/g) ?? []));
  return [...methods].map((method) => `s3:${method[0]}${method.slice(1).toLowerCase()}Object`);
};

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
