import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { openTableEngine } from './table-engine/table-engine.ts';
import { engineFolder, isLocked } from './open-data.ts';
import { cloudDataFolder, dataFolder } from './settings.ts';

/** What Fieldline keeps in its data folder; nothing else is touched. */
const ours = ['tables', 'photos', 'clock.json', 'signing-key.json', 'clock.json.draft', 'signing-key.json.draft'];
const folders = [cloudDataFolder(process.env), dataFolder(process.env)];

try {
  for (const folder of folders) await refuseWhileRunning(folder);
  for (const folder of folders) {
    for (const name of ours) await rm(`${folder}/${name}`, { recursive: true, force: true });
  }
  console.log(`${dataFolder(process.env)} is empty; the next start makes the demonstration anew.`);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

/** The engine's own lock tells whether somebody has the folder open. */
async function refuseWhileRunning(data: string): Promise<void> {
  if (!existsSync(engineFolder(data))) return;
  try {
    await (await openTableEngine({ folder: engineFolder(data) })).close();
  } catch (fault) {
    // A folder that cannot be opened for another reason is just what one wants to be rid of.
    if (isLocked(fault)) throw new Error(`A Fieldline runs on ${data}: stop it first`, { cause: fault });
  }
}
