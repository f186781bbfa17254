import { buildWebIfNeeded } from './build-web.ts';
import { startLocal } from './local.ts';
import { settingsFrom } from './settings.ts';

try {
  if (process.env.FIELDLINE_SKIP_BUILD !== '1') await buildWebIfNeeded();
  const local = await startLocal(settingsFrom(process.env));
  console.log(`Fieldline is ready: ${local.url}/`);
  console.log(`  dispatcher   ${local.url}/dispatch/`);
  console.log(`  technician   ${local.url}/technician/`);
  console.log(`  customer     ${local.reportLink}`);
  console.log(`  messages     ${local.url}/local/outbox`);
  console.log(`  API          ${local.url}/docs`);
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    local.stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
