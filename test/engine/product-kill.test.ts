import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 4;

let folder: string;
let running: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldline-kill-'));
});
afterAll(async () => {
  running?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts the product as a person would, in a process of its own, and answers its address. */
const start = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: '0',
        FIELDLINE_DATA: folder,
        FIELDLINE_SKIP_BUILD: '1',
        FIELDLINE_SIMULATOR: 'off',
        FIELDLINE_CLOCK: '2026-05-12T14:00:00.000Z',
      },
    });
    running = child;
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Fieldline is ready: (http:\S+?)\/?\s/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('exit', () => reject(new Error(`It ended before it was ready: ${said}`)));
  });

const kill = (): Promise<void> =>
  new Promise((resolve) => {
    running?.once('exit', () => resolve());
    running?.kill('SIGKILL');
  });

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const desk = async (url: string) => {
  const signIn = await fetch(`${url}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'dispatcher' }),
  });
  const { access_token: token } = (await signIn.json()) as { access_token: string };
  return async (path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${url}/v1${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
};

test('what was acknowledged survives a kill of the whole product, and what it asked for still happens', async () => {
  const acknowledged: { requestId: string; planId: string; subject: string }[] = [];
  for (let round = 1; round <= rounds; round++) {
    const ask = await desk(await start());
    const { items } = (await ask('/territories')).body as { items: { id: string }[] };
    const workTypes = (await ask('/work-types')).body as { items: { id: string; name: string }[] };
    const subject = `Boiler of round ${round}`;
    const made = await ask('/service-requests', {
      kind: 'fault',
      channel: 'phone',
      subject,
      contact: { name: 'Walter Finch', email: `walter.${round}@example.com` },
      place: { location: [-71.0655, 42.3583], addressText: '31 Mount Vernon St' },
      workTypeId: workTypes.items.find(({ name }) => name === 'Boiler repair')?.id,
    });
    expect(made.status).toBe(201);
    const request = made.body['serviceRequest'] as { id: string; territoryId: string };
    expect(items.map(({ id }) => id)).toContain(request.territoryId);
    const plan = await ask(`/territories/${request.territoryId}/days/2026-05-12/plans`, {});
    expect(plan.status).toBe(202);
    // Killed at once: neither the stream nor the queue has had its turn for certain.
    await kill();
    acknowledged.push({ requestId: request.id, planId: String(plan.body['id']), subject });
  }
  const ask = await desk(await start());
  for (const { requestId, planId, subject } of acknowledged) {
    const { body } = await ask(`/service-requests/${requestId}`);
    expect(body).toMatchObject({ serviceRequest: { subject, status: 'accepted' } });
    await expect
      .poll(async () => (await ask(`/plans/${planId}`)).body['status'], { timeout: 30_000, interval: 200 })
      .toBe('proposed');
  }
});
