import { buildWebIfNeeded } from './build-web.ts';
import { startLocal } from './local.ts';
import { mapArguments } from './map-arguments.ts';
import { serveUntilStopped } from './serve-until-stopped.ts';
import { settingsFrom } from './settings.ts';

await serveUntilStopped(async () => {
  if (process.env.FIELDLINE_SKIP_BUILD !== '1') await buildWebIfNeeded();
  return startLocal({ ...settingsFrom(process.env), ...mapArguments(process.argv.slice(2)) });
});
