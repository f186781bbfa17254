import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { BrokenExtract } from './broken-extract.ts';

/** One block of an .osm.pbf file, inflated. */
export interface OsmBlob {
  readonly type: string;
  readonly data: Uint8Array;
  /** 0 to 1: how much of the file is read after it. */
  readonly share: number;
}

/** Limits of the format: https://wiki.openstreetmap.org/wiki/PBF_Format, "File format". */
const mostHeaderBytes = 64 * 1024;
const mostBlobBytes = 32 * 1024 * 1024;

/** The blocks of an .osm.pbf file in order, one in memory at a time. */
export function* osmBlobs(path: string): Generator<OsmBlob> {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    if (size === 0) throw new BrokenExtract(`${path} is empty.`);
    for (let at = 0; at < size;) {
      const headerBytes = bytesAt(file, at, 4, path).readUInt32BE();
      if (headerBytes > mostHeaderBytes) throw new BrokenExtract(`${path} is no .osm.pbf file.`);
      const header = readHeader(bytesAt(file, at + 4, headerBytes, path));
      if (at === 0 && header.type !== 'OSMHeader') throw new BrokenExtract(`${path} is no .osm.pbf file.`);
      if (header.size > mostBlobBytes) throw new BrokenExtract(`${path} holds a block larger than the format allows.`);
      const blob = bytesAt(file, at + 4 + headerBytes, header.size, path);
      at += 4 + headerBytes + header.size;
      yield { type: header.type, data: inflated(blob, path), share: at / size };
    }
  } finally {
    closeSync(file);
  }
}

const bytesAt = (file: number, at: number, length: number, path: string): Buffer => {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, at) < length) {
    throw new BrokenExtract(`${path} ends in the middle of a block: it was not loaded whole. Fetch it again.`);
  }
  return bytes;
};

const readHeader = (bytes: Uint8Array): { type: string; size: number } =>
  new PbfReader(bytes).readFields(
    (tag, header, pbf) => {
      if (tag === 1) header.type = pbf.readString();
      else if (tag === 3) header.size = pbf.readVarint();
    },
    { type: '', size: 0 },
  );

interface Packed {
  raw?: Uint8Array;
  zlib?: Uint8Array;
}

const inflated = (bytes: Uint8Array, path: string): Uint8Array => {
  const packed = new PbfReader(bytes).readFields<Packed>((tag, blob, pbf) => {
    if (tag === 1) blob.raw = pbf.readBytes();
    else if (tag === 3) blob.zlib = pbf.readBytes();
  }, {});
  if (packed.raw) return packed.raw;
  if (!packed.zlib) {
    throw new BrokenExtract(`${path} is packed in another way than zlib. "osmium cat IN -o OUT.osm.pbf" packs it so.`);
  }
  try {
    return inflateSync(packed.zlib);
  } catch (cause) {
    throw new BrokenExtract(`${path} holds a block that cannot be unpacked: it is damaged. Fetch it again.`, { cause });
  }
};
