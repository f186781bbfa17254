import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleEntry, entryNames } from '../../infra/cloud/constructs/bundle-entry.ts';
import { synthesized } from './synthesized.ts';

const run = promisify(execFile);
const entries = entryNames();

const keyOfTable = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'];
const ownLog = ['logs:CreateLogStream', 'logs:PutLogEvents'];
/** What each entry does with AWS: no more is granted to it, and no less. */
const uses: Readonly<Record<string, readonly string[]>> = {
  http: [
    ...onTable('GetItem', 'BatchGetItem', 'Query', 'ConditionCheckItem', 'PutItem', 'UpdateItem', 'DeleteItem'),
    's3:GetObject',
    's3:PutObject',
  ],
  docs: [],
  positions: onTable('GetItem', 'BatchGetItem', 'Query', 'PutItem'),
  socket: onTable('GetItem', 'PutItem', 'DeleteItem'),
  identity: [],
  changes: [
    ...onTable('GetItem', 'Query', 'PutItem', 'DeleteItem'),
    'sqs:SendMessage',
    'execute-api:ManageConnections',
    'ses:SendEmail',
    'sms-voice:SendTextMessage',
  ],
  planner: onTable('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'),
  timers: [...onTable('BatchGetItem', 'Query', 'PutItem'), 'sqs:SendMessage'],
};
/** What Lambda itself does in the function's name, to read its stream or queue and to park what failed. */
const usesOfLambda: Readonly<Record<string, readonly string[]>> = {
  changes: [
    ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`),
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
  ],
  planner: [
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
    'sqs:ReceiveMessage',
  ],
};
/** The action that allows a command of the SDK; a transaction is allowed by what is in it, photos are signed without a client. */
const actionOf: Readonly<Record<string, string>> = {
  'client-dynamodb/GetItem': 'dynamodb:GetItem',
  'client-dynamodb/BatchGetItem': 'dynamodb:BatchGetItem',
  'client-dynamodb/Query': 'dynamodb:Query',
  'client-dynamodb/PutItem': 'dynamodb:PutItem',
  'client-dynamodb/TransactWriteItems': 'dynamodb:PutItem',
  'client-sqs/SendMessage': 'sqs:SendMessage',
  'client-apigatewaymanagementapi/PostToConnection': 'execute-api:ManageConnections',
  'client-sesv2/SendEmail': 'ses:SendEmail',
  'client-pinpoint-sms-voice-v2/SendTextMessage': 'sms-voice:SendTextMessage',
};

describe('a function', () => {
  let folder: string;
  let cloud: ReturnType<typeof synthesized>;
  const commands = new Map<string, readonly string[]>();
  beforeAll(async () => {
    cloud = synthesized('production');
    folder = await mkdtemp(join(tmpdir(), 'fieldline-access-'));
    for (const entry of entries) {
      const { files } = await bundleEntry(entry, join(folder, `${entry}.mjs`));
      commands.set(entry, commandsAmong(files));
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
    const keys = uses[entry]?.some((action) => /^(dynamodb|s3):/.test(action)) ? keyOfTable : [];
    const expected = new Set([...(uses[entry] ?? []), ...(usesOfLambda[entry] ?? []), ...keys, ...ownLog]);
    const parks = entry === 'timers' ? ['sqs:SendMessage'] : [];
    expect(grantsOf(entry)).toEqual([...new Set([...expected, ...parks])].sort());
  });

  it.each(entries)(
    '%s may do every call that its bundle can make, and calls nothing that nobody thought of',
    (entry) => {
      for (const command of commands.get(entry) ?? []) {
        const action = actionOf[command];
        expect(action, `${command} is told of in this test`).toBeDefined();
        // The store's one client carries all of its calls into each bundle; the others are there because they are used.
        if (!command.startsWith('client-dynamodb/')) expect(uses[entry], command).toContain(action);
      }
      const called = new Set((commands.get(entry) ?? []).map((command) => actionOf[command]));
      const services = (uses[entry] ?? []).filter((action) => !/^(dynamodb|s3):/.test(action));
      for (const action of services) expect([...called]).toContain(action);
      expect(called.has('dynamodb:PutItem')).toBe((uses[entry] ?? []).some((action) => action.startsWith('dynamodb:')));
    },
  );

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

/** An entry names all that it lacks when it starts with nothing. */
const variablesReadBy = async (bundle: string): Promise<string[]> => {
  const script = `import(${JSON.stringify(bundle)}).then(() => console.log(''), (e) => console.log(e.message))`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    env: { AWS_REGION: 'us-east-1', NODE_NO_WARNINGS: '1' },
  });
  const [, names = ''] = /The environment lacks (.*)/.exec(stdout) ?? [];
  if (names === '' && stdout.trim() !== '') throw new Error(stdout);
  return names.split(', ').filter(Boolean).sort();
};

/** Commands of the SDK, as `client-sqs/SendMessage`. The client asks for endpoints itself only where it is told to. */
const commandsAmong = (files: readonly string[]): string[] =>
  files.flatMap((file) => {
    const [, client, command] = /@aws-sdk\/(client-[\w-]+)\/.*commands\/(\w+)Command\.js$/.exec(file) ?? [];
    return client === undefined || command === 'DescribeEndpoints' ? [] : [`${client}/${command}`];
  });

function onTable(...actions: readonly string[]): string[] {
  return actions.map((action) => `dynamodb:${action}`);
}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
