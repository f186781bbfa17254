import { PbfReader } from 'pbf';
import { BrokenExtract } from './broken-extract.ts';
import { osmBlobs } from './osm-blobs.ts';

export type OsmTags = ReadonlyMap<string, string>;

export interface OsmWay {
  readonly id: number;
  readonly tags: OsmTags;
  readonly nodeIds: readonly number[];
}

export interface OsmMember {
  readonly kind: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly role: string;
}

export interface OsmRelation {
  readonly id: number;
  readonly tags: OsmTags;
  readonly members: readonly OsmMember[];
}

/** What a reader wants to see; what it does not name is skipped undecoded. Nodes without tags share one empty map. */
export interface OsmVisitor {
  node?(id: number, longitude: number, latitude: number, tags: OsmTags): void;
  way?(way: OsmWay): void;
  relation?(relation: OsmRelation): void;
  /** Called after each block with the share of the file that is read, 0 to 1. */
  progress?(share: number): void;
}

/** What this reader understands of the header's required features. */
const knownFeatures = new Set(['OsmSchema-V0.6', 'DenseNodes', 'HistoricalInformation']);
const noTags: OsmTags = new Map();
const memberKinds = ['node', 'way', 'relation'] as const;

/** Walks through an .osm.pbf file (https://wiki.openstreetmap.org/wiki/PBF_Format); throws BrokenExtract where it cannot be read. */
export function readOsm(path: string, visitor: OsmVisitor): void {
  for (const { type, data, share } of osmBlobs(path)) {
    try {
      if (type === 'OSMHeader') checkFeatures(data);
      else if (type === 'OSMData') readBlock(data, visitor);
    } catch (cause) {
      if (cause instanceof RangeError || cause instanceof TypeError) {
        throw new BrokenExtract(`${path} holds a block that makes no sense: it is damaged. Fetch it again.`, { cause });
      }
      throw cause;
    }
    visitor.progress?.(share);
  }
}

const checkFeatures = (data: Uint8Array): void => {
  new PbfReader(data).readFields((tag, _, pbf) => {
    if (tag !== 4) return;
    const feature = pbf.readString();
    if (!knownFeatures.has(feature))
      throw new BrokenExtract(`The extract needs '${feature}', which is not known here.`);
  }, undefined);
};

interface Block {
  readonly strings: string[];
  readonly groups: { readonly from: number; readonly to: number }[];
  /** Nanodegrees. */
  granularity: number;
  latitudeOffset: number;
  longitudeOffset: number;
}

const readBlock = (data: Uint8Array, visitor: OsmVisitor): void => {
  const pbf = new PbfReader(data);
  const empty: Block = { strings: [], groups: [], granularity: 100, latitudeOffset: 0, longitudeOffset: 0 };
  const block = pbf.readFields((tag, found) => {
    if (tag === 1)
      pbf.readMessage((inner, strings) => void (inner === 1 && strings.push(pbf.readString())), found.strings);
    else if (tag === 2) found.groups.push(span(pbf));
    else if (tag === 17) found.granularity = pbf.readVarint();
    else if (tag === 19) found.latitudeOffset = pbf.readVarint(true);
    else if (tag === 20) found.longitudeOffset = pbf.readVarint(true);
  }, empty);
  for (const { from, to } of block.groups) {
    pbf.pos = from;
    pbf.readFields((tag) => readThing(tag, pbf, block, visitor), undefined, to);
  }
};

/** Where a message lies, to be read when the strings before or after it are known. */
const span = (pbf: PbfReader): { from: number; to: number } => {
  const length = pbf.readVarint();
  const from = pbf.pos;
  pbf.pos = from + length;
  return { from, to: from + length };
};

const readThing = (tag: number, pbf: PbfReader, block: Block, visitor: OsmVisitor): void => {
  if (tag === 1 && visitor.node) readPlainNode(pbf, block, visitor);
  else if (tag === 2 && visitor.node) readDenseNodes(pbf, block, visitor);
  else if (tag === 3 && visitor.way) visitor.way(readWay(pbf, block));
  else if (tag === 4 && visitor.relation) visitor.relation(readRelation(pbf, block));
};

const degrees = (offset: number, granularity: number, units: number): number => (offset + granularity * units) / 1e9;

const tagsOf = (keys: readonly number[], values: readonly number[], strings: readonly string[]): OsmTags =>
  keys.length === 0 ? noTags : new Map(keys.map((key, i) => [strings[key] ?? '', strings[values[i] ?? 0] ?? '']));

const readPlainNode = (pbf: PbfReader, block: Block, visitor: OsmVisitor): void => {
  const node = { id: 0, keys: [] as number[], values: [] as number[], latitude: 0, longitude: 0 };
  pbf.readMessage((tag) => {
    if (tag === 1) node.id = pbf.readSVarint();
    else if (tag === 2) pbf.readPackedVarint(node.keys);
    else if (tag === 3) pbf.readPackedVarint(node.values);
    else if (tag === 8) node.latitude = pbf.readSVarint();
    else if (tag === 9) node.longitude = pbf.readSVarint();
  }, node);
  const longitude = degrees(block.longitudeOffset, block.granularity, node.longitude);
  const latitude = degrees(block.latitudeOffset, block.granularity, node.latitude);
  visitor.node?.(node.id, longitude, latitude, tagsOf(node.keys, node.values, block.strings));
};

const readDenseNodes = (pbf: PbfReader, block: Block, visitor: OsmVisitor): void => {
  const dense = { ids: [] as number[], latitudes: [] as number[], longitudes: [] as number[], tags: [] as number[] };
  pbf.readMessage((tag) => {
    if (tag === 1) pbf.readPackedSVarint(dense.ids);
    else if (tag === 8) pbf.readPackedSVarint(dense.latitudes);
    else if (tag === 9) pbf.readPackedSVarint(dense.longitudes);
    else if (tag === 10) pbf.readPackedVarint(dense.tags);
  }, dense);
  let [id, latitude, longitude, at] = [0, 0, 0, 0];
  dense.ids.forEach((step, i) => {
    id += step;
    latitude += dense.latitudes[i] ?? 0;
    longitude += dense.longitudes[i] ?? 0;
    const from = at;
    while ((dense.tags[at] ?? 0) !== 0) at += 2;
    const tags = at === from ? noTags : denseTags(dense.tags, from, at, block.strings);
    at += 1;
    visitor.node?.(
      id,
      degrees(block.longitudeOffset, block.granularity, longitude),
      degrees(block.latitudeOffset, block.granularity, latitude),
      tags,
    );
  });
};

const denseTags = (flat: readonly number[], from: number, to: number, strings: readonly string[]): OsmTags => {
  const tags = new Map<string, string>();
  for (let i = from; i < to; i += 2) tags.set(strings[flat[i] ?? 0] ?? '', strings[flat[i + 1] ?? 0] ?? '');
  return tags;
};

const summed = (steps: number[]): number[] => {
  let sum = 0;
  return steps.map((step) => (sum += step));
};

const readWay = (pbf: PbfReader, { strings }: Block): OsmWay => {
  const way = { id: 0, keys: [] as number[], values: [] as number[], refs: [] as number[] };
  pbf.readMessage((tag) => {
    if (tag === 1) way.id = pbf.readVarint();
    else if (tag === 2) pbf.readPackedVarint(way.keys);
    else if (tag === 3) pbf.readPackedVarint(way.values);
    else if (tag === 8) pbf.readPackedSVarint(way.refs);
  }, way);
  return { id: way.id, tags: tagsOf(way.keys, way.values, strings), nodeIds: summed(way.refs) };
};

const readRelation = (pbf: PbfReader, { strings }: Block): OsmRelation => {
  const found = {
    id: 0,
    keys: [] as number[],
    values: [] as number[],
    roles: [] as number[],
    ids: [] as number[],
    kinds: [] as number[],
  };
  pbf.readMessage((tag) => {
    if (tag === 1) found.id = pbf.readVarint();
    else if (tag === 2) pbf.readPackedVarint(found.keys);
    else if (tag === 3) pbf.readPackedVarint(found.values);
    else if (tag === 8) pbf.readPackedVarint(found.roles);
    else if (tag === 9) pbf.readPackedSVarint(found.ids);
    else if (tag === 10) pbf.readPackedVarint(found.kinds);
  }, found);
  const members = summed(found.ids).map((id, i) => ({
    id,
    role: strings[found.roles[i] ?? 0] ?? '',
    kind: memberKinds[found.kinds[i] ?? 0] ?? ('node' as const),
  }));
  return { id: found.id, tags: tagsOf(found.keys, found.values, strings), members };
};
