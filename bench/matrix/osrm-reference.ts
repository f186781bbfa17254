import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Position } from '../../shared/model/place.ts';

/** A table that OSRM answered: seconds and metres from each coordinate to each. */
export interface OsrmTable {
  readonly coordinates: readonly Position[];
  readonly durations: readonly (readonly (number | null)[])[];
  readonly distances: readonly (readonly (number | null)[])[];
}

/** The recorded table of a folder, undefined where there is none. */
export const readReference = (folder: string): OsrmTable | undefined => {
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => name.includes('osrm') && name.endsWith('.json.gz'))
    : undefined;
  // Recorded from OSRM's table service.
  return file === undefined
    ? undefined
    : (JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString()) as OsrmTable);
};
