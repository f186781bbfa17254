import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoadFiles } from '../../../functions/platform/travel/road-files.ts';
import { roadNetworkKey } from '../../../shared/protocol/road-network-key.ts';

/** Networks as files of a folder: what S3 is in AWS. */
export const roadFolder = (folder: string): RoadFiles => ({
  async read(name, knownTag) {
    const file = await open(join(folder, roadNetworkKey(name))).catch(() => undefined);
    if (!file) return 'missing';
    try {
      const { size, mtimeMs } = await file.stat();
      const tag = `${size}-${mtimeMs}`;
      if (tag === knownTag) return 'unchanged';
      const bytes = new ArrayBuffer(size);
      await file.read(new Uint8Array(bytes), 0, size, 0);
      return { tag, bytes };
    } finally {
      await file.close();
    }
  },
});
