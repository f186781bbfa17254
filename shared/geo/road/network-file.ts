import type { ArcTable, RoadNetwork, RoadNetworkFacts } from './road-network.ts';
import { textOf, unitsOf } from './text-units.ts';

/** Raised by whatever changes the meaning of a section. */
export const networkFileVersion = 2;
const magic = 0x4e_52_4c_46; // "FLRN" as its bytes stand in the file
const prefixBytes = 16;

type Kind = 'u8' | 'u16' | 'u32' | 'i32';
type Section = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

interface Directory {
  readonly facts: RoadNetworkFacts;
  /** Name, kind, byte offset from the file's start, number of elements. */
  readonly sections: readonly (readonly [string, Kind, number, number])[];
}

export type ReadNetwork =
  | { readonly ok: true; readonly network: RoadNetwork }
  | { readonly ok: false; readonly reason: 'not-a-network' | 'other-version' | 'damaged'; readonly detail: string };

/** One binary of a network: prefix (magic, version, directory's length, checksum), directory, then typed arrays at multiples of eight bytes, little-endian. */
export const writeNetwork = (network: RoadNetwork): Uint8Array<ArrayBuffer> => {
  const sections = sectionsOf(network);
  const places: [string, Kind, number, number][] = sections.map(([name, data]) => [name, kindOf(data), 0, data.length]);
  // Offsets are written in ten digits, so that the directory's length does not hang on them.
  const length = () => unitsOf(directoryText(network.facts, places)).byteLength;
  let at = aligned(prefixBytes + length());
  sections.forEach(([, data], i) => {
    const place = places[i];
    if (place) place[2] = at;
    at = aligned(at + data.byteLength);
  });
  const file = new Uint8Array(at);
  const directory = unitsOf(directoryText(network.facts, places));
  file.set(bytesOf(directory), prefixBytes);
  sections.forEach(([, data], i) => file.set(bytesOf(data), places[i]?.[2] ?? 0));
  new Uint32Array(file.buffer, 0, 4).set([magic, networkFileVersion, directory.byteLength, checksumOf(file.buffer)]);
  return file;
};

/** Views over the file's bytes; nothing is copied, so it takes as long as the checksum. */
export const readNetwork = (buffer: ArrayBuffer): ReadNetwork => {
  if (new Uint8Array(new Uint32Array([1]).buffer)[0] !== 1)
    throw new Error('Road networks need a little-endian machine');
  const refused = (reason: 'not-a-network' | 'other-version' | 'damaged', detail: string): ReadNetwork => ({
    ok: false,
    reason,
    detail,
  });
  if (buffer.byteLength < prefixBytes) return refused('not-a-network', 'the file is shorter than its own beginning');
  const [foundMagic, version = 0, directoryBytes = 0, checksum] = new Uint32Array(buffer, 0, 4);
  if (foundMagic !== magic) return refused('not-a-network', 'the file does not begin as a road network does');
  if (version !== networkFileVersion) {
    return refused(
      'other-version',
      `it has version ${version}, this program reads ${networkFileVersion}: import the extract again`,
    );
  }
  if (buffer.byteLength % 8 !== 0 || checksum !== checksumOf(buffer))
    return refused('damaged', 'its checksum does not agree');
  return { ok: true, network: networkIn(buffer, directoryBytes) };
};

const networkIn = (buffer: ArrayBuffer, directoryBytes: number): RoadNetwork => {
  // The checksum holds: it is what writeNetwork wrote.
  const { facts, sections } = JSON.parse(textOf(new Uint16Array(buffer, prefixBytes, directoryBytes / 2))) as Directory;
  const places = new Map(sections.map((section) => [section[0], section]));
  const placed = (name: string): [number, number] => {
    const found = places.get(name);
    if (!found) throw new Error(`The road network lacks its section ${name}`);
    return [found[2], found[3]];
  };
  const u32 = (name: string) => new Uint32Array(buffer, ...placed(name));
  const i32 = (name: string) => new Int32Array(buffer, ...placed(name));
  const u8 = (name: string) => new Uint8Array(buffer, ...placed(name));
  const costs = (side: string) => ({
    weight: i32(`${side}.weight`),
    time: i32(`${side}.time`),
    length: i32(`${side}.length`),
    middle: i32(`${side}.middle`),
  });
  const arcs = (side: string): ArcTable => ({
    start: u32(`${side}.start`),
    other: u32(`${side}.other`),
    ...costs(side),
  });
  let names: readonly string[] | undefined;
  return {
    facts,
    up: arcs('up'),
    down: arcs('down'),
    loop: costs('loop'),
    edgeChain: u32('edgeChain'),
    edgeWeight: i32('edgeWeight'),
    edgeTime: i32('edgeTime'),
    edgeLength: i32('edgeLength'),
    chainEdges: i32('chainEdges'),
    edgeTwin: i32('edgeTwin'),
    chainPoints: u32('chainPoints'),
    points: i32('points'),
    chainName: u32('chainName'),
    chainKind: u8('chainKind'),
    index: u8('index'),
    /** Read when a name is first asked for: tables never are. */
    get names() {
      return (names ??= textOf(new Uint16Array(buffer, ...placed('names'))).split('\n'));
    },
  };
};

const sectionsOf = (network: RoadNetwork): [string, Section][] => {
  const costs = (side: string, table: RoadNetwork['loop']): [string, Section][] => [
    [`${side}.weight`, exact(table.weight)],
    [`${side}.time`, exact(table.time)],
    [`${side}.length`, exact(table.length)],
    [`${side}.middle`, exact(table.middle)],
  ];
  const arcs = (side: string, table: ArcTable): [string, Section][] => [
    [`${side}.start`, new Uint32Array(table.start)],
    [`${side}.other`, new Uint32Array(table.other)],
    ...costs(side, table),
  ];
  return [
    ...arcs('up', network.up),
    ...arcs('down', network.down),
    ...costs('loop', network.loop),
    ['edgeChain', new Uint32Array(network.edgeChain)],
    ['edgeWeight', exact(network.edgeWeight)],
    ['edgeTime', exact(network.edgeTime)],
    ['edgeLength', exact(network.edgeLength)],
    ['chainEdges', exact(network.chainEdges)],
    ['edgeTwin', exact(network.edgeTwin)],
    ['chainPoints', new Uint32Array(network.chainPoints)],
    ['points', exact(network.points)],
    ['chainName', new Uint32Array(network.chainName)],
    ['chainKind', new Uint8Array(network.chainKind)],
    ['names', unitsOf(network.names.map((name) => name.replaceAll('\n', ' ')).join('\n'))],
    ['index', network.index],
  ];
};

const exact = (values: Int32Array): Int32Array<ArrayBuffer> => new Int32Array(values);

const kindOf = (data: Section): Kind =>
  data instanceof Uint8Array ? 'u8' : data instanceof Uint16Array ? 'u16' : data instanceof Uint32Array ? 'u32' : 'i32';

const bytesOf = (data: Section): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

const aligned = (at: number): number => Math.ceil(at / 8) * 8;

const directoryText = (facts: RoadNetworkFacts, places: readonly [string, Kind, number, number][]): string => {
  const text = JSON.stringify({ facts, sections: places });
  const digits = places.reduce((sum, [, , offset]) => sum + String(offset).length, 0);
  return text + ' '.repeat(10 * places.length - digits);
};

/** Bytes between words that are looked at: the line that a processor fetches at once. */
const checkedEvery = 64;

/**
 * FNV-1a over 32-bit words (Fowler, Noll, Vo) of everything behind the prefix, one word in sixteen: finds what is cut,
 * torn, overwritten or another file's, in a tenth of the time of looking at all; disks and S3 guard single bits themselves.
 */
const checksumOf = (buffer: ArrayBuffer): number => {
  // Signed, as what the loop makes of them: a compiler needs one kind of number only.
  const words = new Int32Array(buffer, prefixBytes, (buffer.byteLength - prefixBytes) >>> 2);
  let sum = (0x811c9dc5 ^ words.length) | 0;
  for (let i = 0; i < words.length; i += checkedEvery / 4) sum = Math.imul(sum ^ (words[i] ?? 0), 0x01000193);
  return sum >>> 0;
};
