import type { Local } from './local-options.ts';

/** Starts Fieldline, tells its addresses, and stops it in order when the process is asked to end. */
export async function serveUntilStopped(start: () => Promise<Local>): Promise<void> {
  try {
    const local = await start();
    console.log(`Fieldline is ready: ${local.url}/`);
    console.log(`  dispatcher   ${local.url}/dispatch/`);
    console.log(`  technician   ${local.url}/technician/`);
    console.log(`  customer     ${local.reportLink}`);
    console.log(`  messages     ${local.url}/local/outbox`);
    console.log(`  API          ${local.url}/docs`);
    stopWhenAsked(local);
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  }
}

function stopWhenAsked(local: Local): void {
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
}
