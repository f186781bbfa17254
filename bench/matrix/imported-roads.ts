import { basename } from 'node:path';
import { importNetwork, type ImportedNetwork } from '../../infra/local/roads/import-network.ts';
import { profileOf } from '../../infra/local/roads/profiles/profile-of.ts';

/** A car's roads of an extract, and the graph that they were contracted from. */
export const importedRoads = (file: string): ImportedNetwork =>
  importNetwork({
    file,
    profile: profileOf('car', false),
    name: 'bench',
    extract: basename(file),
    now: new Date(0).toISOString(),
    tell: () => undefined,
  });
