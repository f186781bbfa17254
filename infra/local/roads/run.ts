import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { writeNetwork } from '../../../shared/geo/road/network-file.ts';
import { roadNetworkName } from '../../../shared/model/scalar.ts';
import { dataFolder } from '../settings.ts';
import { importNetwork, type ImportedNetwork, type ImportStep } from './import-network.ts';
import { profileNames, profileOf } from './profiles/profile-of.ts';
import { roadsFolder } from './local-travel.ts';
import { storeNetwork } from './road-store.ts';

const usage = `npm run roads -- import FILE.osm.pbf --name NAME [options]
  --profile ${profileNames.join('|')}   whose roads; car when left out
  --name NAME        letters, digits and hyphens: a territory chooses its network by this name
  --to FOLDER|s3://BUCKET   where it is put; the data folder when left out
  --drive left       for countries that drive on the left`;

try {
  await main();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      profile: { type: 'string', default: 'car' },
      name: { type: 'string', default: '' },
      to: { type: 'string', default: roadsFolder(dataFolder(process.env)) },
      drive: { type: 'string', default: 'right' },
    },
  });
  const [command, file] = positionals;
  const profileName = profileNames.find((known) => known === values.profile);
  if (command !== 'import' || file === undefined || !profileName || !roadNetworkName.safeParse(values.name).success)
    throw new Error(usage);
  if (values.drive !== 'left' && values.drive !== 'right') throw new Error(usage);
  const begun = process.cpuUsage();
  const imported = importNetwork({
    file,
    profile: profileOf(profileName, values.drive === 'left'),
    name: values.name,
    extract: basename(file),
    now: new Date().toISOString(),
    tell: teller(),
  });
  const bytes = writeNetwork(imported.network);
  const place = await storeNetwork(bytes, values.name, values.to);
  const { user, system } = process.cpuUsage(begun);
  report(imported, bytes.length, (user + system) / 1e6);
  console.log(`${values.name} lies in ${place}`);
}

/** One line a step on a terminal and in a log alike: told at every tenth. */
function teller(): (step: ImportStep, share: number) => void {
  let last = '';
  return (step, share) => {
    const line = `${step} … ${Math.floor(share * 10) * 10} %`;
    if (line !== last) console.log(line);
    last = line;
  };
}

function report({ network, report: told }: ImportedNetwork, bytes: number, seconds: number): void {
  const { facts } = network;
  console.log(
    `${told.waysUsed} of ${told.waysRead} ways are roads for a ${facts.profile}: ${facts.chains} pieces, ${facts.edges} directed edges in ${told.parts} part(s)`,
  );
  console.log(`${told.edgesDropped} edges left out because they lead nowhere or nobody comes back from them`);
  console.log(
    `${told.restrictionsUsed} turn restrictions, ${told.restrictionsOverWays} of them over ways; ${told.restrictionsIncomplete} incomplete and not obeyed`,
  );
  if (told.nodesMissing > 0) console.log(`${told.nodesMissing} nodes are missing in the extract; roads end there`);
  console.log(`${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} CPU seconds`);
}
