import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import type { Position } from '../../shared/model/place.ts';

export interface OsmThings {
  readonly nodes?: readonly { readonly id: number; readonly at: Position; readonly tags?: Record<string, string> }[];
  readonly ways?: readonly {
    readonly id: number;
    readonly nodeIds: readonly number[];
    readonly tags?: Record<string, string>;
  }[];
  readonly relations?: readonly {
    readonly id: number;
    readonly tags: Record<string, string>;
    readonly members: readonly { readonly kind: 0 | 1 | 2; readonly id: number; readonly role: string }[];
  }[];
  /** How the data is packed; deflated when left out. */
  readonly packing?: 'zlib' | 'raw' | 'lzma';
  readonly features?: readonly string[];
}

/** Writes a small .osm.pbf file, as https://wiki.openstreetmap.org/wiki/PBF_Format has it, with plain nodes. */
export const anOsmFile = (path: string, things: OsmThings): string => {
  const header = new PbfWriter();
  for (const feature of things.features ?? ['OsmSchema-V0.6']) header.writeStringField(4, feature);
  const { packing = 'zlib' } = things;
  writeFileSync(
    path,
    Buffer.concat([blob('OSMHeader', header.finish(), packing), blob('OSMData', data(things), packing)]),
  );
  return path;
};

const blob = (type: string, bytes: Uint8Array, packing: 'zlib' | 'raw' | 'lzma'): Buffer => {
  const body = new PbfWriter();
  if (packing === 'raw') body.writeBytesField(1, bytes);
  else body.writeBytesField(packing === 'zlib' ? 3 : 4, deflateSync(bytes));
  const packed = body.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, packed.length);
  const head = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, packed]);
};

const data = ({ nodes = [], ways = [], relations = [] }: OsmThings): Uint8Array => {
  const strings = [''];
  const indexOf = (text: string): number => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const keys = (tags: Record<string, string> = {}) => Object.keys(tags).map(indexOf);
  const values = (tags: Record<string, string> = {}) => Object.values(tags).map(indexOf);
  const units = (degrees: number) => Math.round(degrees * 1e7);
  const steps = (ids: readonly number[]) => ids.map((id, i) => id - (ids[i - 1] ?? 0));
  const pbf = new PbfWriter();
  const group = new PbfWriter();
  for (const { id, at, tags } of nodes) {
    group.writeMessage(
      1,
      (_, node) => {
        node.writeSVarintField(1, id);
        node.writePackedVarint(2, keys(tags));
        node.writePackedVarint(3, values(tags));
        node.writeSVarintField(8, units(at[1]));
        node.writeSVarintField(9, units(at[0]));
      },
      undefined,
    );
  }
  for (const { id, nodeIds, tags } of ways) {
    group.writeMessage(
      3,
      (_, way) => {
        way.writeVarintField(1, id);
        way.writePackedVarint(2, keys(tags));
        way.writePackedVarint(3, values(tags));
        way.writePackedSVarint(8, steps(nodeIds));
      },
      undefined,
    );
  }
  for (const { id, tags, members } of relations) {
    group.writeMessage(
      4,
      (_, relation) => {
        relation.writeVarintField(1, id);
        relation.writePackedVarint(2, keys(tags));
        relation.writePackedVarint(3, values(tags));
        relation.writePackedVarint(
          8,
          members.map(({ role }) => indexOf(role)),
        );
        relation.writePackedSVarint(9, steps(members.map((member) => member.id)));
        relation.writePackedVarint(
          10,
          members.map(({ kind }) => kind),
        );
      },
      undefined,
    );
  }
  const groupBytes = group.finish();
  pbf.writeMessage(1, (_, table) => strings.forEach((text) => table.writeStringField(1, text)), undefined);
  pbf.writeBytesField(2, groupBytes);
  return pbf.finish();
};
