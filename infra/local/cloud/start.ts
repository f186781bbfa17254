import { join } from 'node:path';
import { buildWebIfNeeded } from '../build-web.ts';
import { startLocal } from '../local.ts';
import { cloudDataFolder, projectRoot, settingsFrom } from '../settings.ts';
import { serveUntilStopped } from '../serve-until-stopped.ts';
import { cloudProgram } from './cloud-program.ts';
import { synthesize } from './synthesize.ts';

/** `npm run cloud`: the product from the cloud application's own templates and bundles. Its data lies apart from that of `npm start`. */
await serveUntilStopped(async () => {
  if (process.env.FIELDLINE_SKIP_BUILD !== '1') await buildWebIfNeeded();
  const assembly = join(projectRoot, 'cdk.out');
  console.log('Synthesizing the cloud application …');
  await synthesize(assembly);
  const settings = { ...settingsFrom(process.env), folder: cloudDataFolder(process.env) };
  return startLocal(settings, cloudProgram(assembly));
});
