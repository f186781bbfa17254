import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTableEngine } from '../../infra/local/table-engine/table-engine.ts';
import { differential, directed, type Run } from './differential.ts';
import { startDynamoDbLocal } from './dynamodb-local.ts';
import { recordFixtures } from './record-fixtures.ts';

const { seeds, operations, record, shown } = optionsOf(process.argv.slice(2));
try {
  process.exitCode = await conformance();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

/** The engine against DynamoDB Local, seed by seed; answers the exit code. */
async function conformance(): Promise<number> {
  const local = await startDynamoDbLocal();
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const engine = await openTableEngine({ folder });
  let passed = 0;
  let failed = 0;
  try {
    const runs: Run[] = [];
    for (const seed of [0, ...seeds]) {
      const run = seed
        ? await differential(seed, operations, engine.handle, local.call)
        : await directed(engine.handle, local.call);
      // The cases at the limits carry megabytes: they are told in tests of their own.
      if (seed) runs.push(run);
      failed += run.differences.length;
      passed += run.steps.length - run.differences.length;
      console.log(
        `${seed ? `seed ${seed}` : 'limits'}: ${run.steps.length} operations, ${run.differences.length} differences`,
      );
      for (const difference of run.differences.slice(0, shown)) console.log(JSON.stringify(difference));
    }
    if (record && failed === 0) recordFixtures(runs);
  } finally {
    await engine.close();
    await local.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function optionsOf(args: string[]) {
  const valueOf = (name: string) => args[args.indexOf(name) + 1];
  const seeds = args.includes('--seeds') ? String(valueOf('--seeds')).split(',').map(Number) : [1, 2, 3, 4];
  const operations = args.includes('--operations') ? Number(valueOf('--operations')) : 600;
  const shown = args.includes('--show') ? Number(valueOf('--show')) : 5;
  return { seeds, operations, shown, record: args.includes('--record') };
}
