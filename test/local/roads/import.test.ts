import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BrokenExtract } from '../../../infra/local/roads/broken-extract.ts';
import { importNetwork } from '../../../infra/local/roads/import-network.ts';
import { profileOf } from '../../../infra/local/roads/profiles/profile-of.ts';
import type { ProfileName } from '../../../infra/local/roads/profiles/profile.ts';
import { roadFolder } from '../../../infra/local/roads/road-folder.ts';
import { storeNetwork } from '../../../infra/local/roads/road-store.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { readNetwork, writeNetwork } from '../../../shared/geo/road/network-file.ts';
import { roadTravel } from '../../../shared/geo/road/road-travel.ts';
import type { Position } from '../../../shared/model/place.ts';
import { anOsmFile, type OsmThings } from '../../builders/an-osm-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'fieldline-roads-'));
afterAll(() => rmSync(folder, { recursive: true }));

const imported = (file: string, profile: ProfileName = 'car') =>
  importNetwork({
    file,
    profile: profileOf(profile, false),
    name: 'test',
    extract: 'test',
    now: '2026-05-12T12:00:00.000Z',
    tell: () => undefined,
  });

/** About 1,000 m a side. */
const side = 0.008983;
const at = (x: number, y: number): Position => [1 + x * side, 1 + y * side];
const corners = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)].map((place, i) => ({ id: 100 + i, at: place }));
const street = { highway: 'residential', maxspeed: '45', name: 'Rua Direita' };
/** Once around: the south side, and the three others. */
const around = (tags: Record<string, string> = {}, south = [100, 101]) => [
  { id: 7, nodeIds: south, tags: { ...street, ...tags } },
  { id: 17, nodeIds: [101, 102, 103, 100], tags: { ...street, ...tags, name: 'Rua Nova' } },
];
const town: OsmThings = { nodes: corners, ways: around() };
let files = 0;
const fileOf = (things: OsmThings): string => anOsmFile(join(folder, `${(files += 1)}.osm.pbf`), things);

describe('an extract', () => {
  it.each(['zlib', 'raw'] as const)('packed as %s becomes roads at 80 % of the limit, with their names', (packing) => {
    const { network, report } = imported(fileOf({ ...town, packing }));
    expect(network.names).toContain('Rua Direita');
    expect(report).toMatchObject({ waysUsed: 2, nodesMissing: 0 });
    // 1,000 m at 36 km/h, and the time to park.
    expect(roadTravel(network, estimatedTravel).travel(at(0, 0), at(1, 0)).seconds).toBeCloseTo(100 + 120, -1);
  });

  it('whose nodes are missing gives the pieces that are there, and says how many are not', () => {
    const { report } = imported(
      fileOf({ nodes: corners, ways: [...around(), { id: 8, nodeIds: [101, 555, 103, 102], tags: street }] }),
    );
    expect(report).toMatchObject({ nodesMissing: 1, waysUsed: 3 });
  });

  it.each([
    ['is empty', () => writeTo(Buffer.alloc(0)), /is empty/],
    [
      'is another kind of file',
      () => writeTo(Buffer.from('<osm version="0.6"></osm> and so on')),
      /is no \.osm\.pbf file/,
    ],
    ['ends in the middle', () => cut(fileOf(town)), /ends in the middle of a block/],
    ['is damaged inside', () => spoiled(fileOf(town)), /damaged/],
    ['is packed in another way', () => fileOf({ ...town, packing: 'lzma' }), /packed in another way than zlib/],
    ['needs what is not known', () => fileOf({ ...town, features: ['Sort.Future'] }), /needs 'Sort.Future'/],
    [
      'has no roads',
      () => fileOf({ nodes: corners, ways: [{ id: 7, nodeIds: [100, 101, 102, 100], tags: { building: 'yes' } }] }),
      /holds no road for 'car'/,
    ],
    ['has roads without nodes', () => fileOf({ ways: around() }), /not the nodes that they go over/],
  ])('that %s is refused in words', (_, file, words) => {
    const path = file();
    expect(() => imported(path)).toThrow(BrokenExtract);
    expect(() => imported(path)).toThrow(words);
  });

  it('has a road for those who may use it', () => {
    const path = around({ highway: 'footway' });
    expect(() => imported(fileOf({ nodes: corners, ways: path }))).toThrow(/no road for 'car'/);
    expect(imported(fileOf({ nodes: corners, ways: path }), 'foot').network.facts.edges).toBeGreaterThan(0);
    const low = around({ maxheight: '2.2' });
    expect(imported(fileOf({ nodes: corners, ways: low }), 'car').network.facts.edges).toBeGreaterThan(0);
    expect(() => imported(fileOf({ nodes: corners, ways: low }), 'van')).toThrow(/no road for 'van'/);
  });

  it.each([
    [{ oneway: 'yes' }, 100, 300],
    [{ oneway: '-1' }, 300, 100],
    [{ junction: 'roundabout' }, 100, 300],
  ])('tagged %o is one-way: %i s there, %i s back', (tags, there, back) => {
    const { network } = imported(fileOf({ nodes: corners, ways: around(tags) }));
    const { travel } = roadTravel(network, estimatedTravel);
    expect(travel(at(0.01, 0), at(0.99, 0)).seconds - 120).toBeGreaterThan(there * 0.9);
    expect(travel(at(0.01, 0), at(0.99, 0)).seconds - 120).toBeLessThan(there * 1.1);
    expect(travel(at(0.99, 0), at(0.01, 0)).seconds - 120).toBeGreaterThan(back * 0.9);
  });

  it('limits speed in miles too, and a gate that is no way through closes a road', () => {
    const miles = around({ maxspeed: '28 mph' });
    const { network } = imported(fileOf({ nodes: corners, ways: miles }));
    expect(roadTravel(network, estimatedTravel).travel(at(0, 0), at(1, 0)).seconds - 120).toBeCloseTo(100, -1);
    const nodes = [...corners, { id: 104, at: at(0.5, 0), tags: { barrier: 'bollard' } }];
    const closed = imported(fileOf({ nodes, ways: around({}, [100, 104, 101]) })).network;
    expect(roadTravel(closed, estimatedTravel).travel(at(0, 0), at(1, 0)).seconds - 120).toBeGreaterThan(290);
  });

  it('obeys restrictions over a node and over a way', () => {
    const split = [
      { id: 1, nodeIds: [100, 101], tags: street },
      { id: 2, nodeIds: [101, 102], tags: { ...street, name: 'B' } },
      { id: 3, nodeIds: [102, 103, 100], tags: { ...street, name: 'C' } },
    ];
    // A longer way beside the second street: at both its ends one may choose.
    const beside = [at(2, 0), at(2, 1)].map((place, i) => ({ id: 104 + i, at: place }));
    const wide = {
      nodes: [...corners, ...beside],
      ways: [...split, { id: 4, nodeIds: [101, 104, 105, 102], tags: { ...street, name: 'D' } }],
    };
    const restriction = (via: { kind: 0 | 1; id: number }, to = 2) => ({
      id: 9,
      tags: { type: 'restriction', restriction: 'no_left_turn' },
      members: [
        { kind: 1 as const, id: 1, role: 'from' },
        { ...via, role: 'via' },
        { kind: 1 as const, id: to, role: 'to' },
      ],
    });
    const overNode = imported(fileOf({ nodes: corners, ways: split, relations: [restriction({ kind: 0, id: 101 })] }));
    expect(overNode.report).toMatchObject({ restrictionsUsed: 1 });
    expect(roadTravel(overNode.network, estimatedTravel).travel(at(0.5, 0), at(1, 0.5)).seconds - 120).toBeGreaterThan(
      250,
    );
    // From 1 over 2 into 3: who starts on 2 may still go there.
    const overWay = imported(fileOf({ ...wide, relations: [restriction({ kind: 1, id: 2 }, 3)] }));
    expect(overWay.report).toMatchObject({ restrictionsUsed: 1, restrictionsOverWays: 1 });
    const { travel } = roadTravel(overWay.network, estimatedTravel);
    expect(travel(at(0.5, 0), at(1, 0.5)).seconds - 120).toBeLessThan(120);
    expect(travel(at(1, 0.5), at(0.9, 1)).seconds - 120).toBeLessThan(120);
    expect(travel(at(0.9, 0), at(0.9, 1)).seconds - 120).toBeGreaterThan(250);
    expect(travel(at(0.9, 1), at(0.9, 0)).seconds - 120).toBeLessThan(200);
  });
});

describe('a network file', () => {
  it('is put into a folder, found there by name, and not read again while it is the same', async () => {
    const bytes = writeNetwork(imported(fileOf(town)).network);
    await storeNetwork(bytes, 'test', join(folder, 'roads'));
    const found = await roadFolder(join(folder, 'roads')).read('test');
    if (typeof found === 'string') throw new Error(found);
    expect(readNetwork(found.bytes).ok).toBe(true);
    expect(await roadFolder(join(folder, 'roads')).read('test', found.tag)).toBe('unchanged');
    expect(await roadFolder(join(folder, 'roads')).read('other')).toBe('missing');
  });

  it('that is cut, changed, of another version or something else is refused', () => {
    const bytes = writeNetwork(imported(fileOf(town)).network);
    expect(readNetwork(bytes.slice(0, bytes.length - 8).buffer)).toMatchObject({ ok: false, reason: 'damaged' });
    const changed = bytes.slice();
    changed.fill(7, changed.length - 200, changed.length - 100);
    expect(readNetwork(changed.buffer)).toMatchObject({ ok: false, reason: 'damaged' });
    const later = bytes.slice();
    later[4] = 99;
    expect(readNetwork(later.buffer)).toMatchObject({ ok: false, reason: 'other-version' });
    expect(readNetwork(new ArrayBuffer(64))).toMatchObject({ ok: false, reason: 'not-a-network' });
    expect(readNetwork(new ArrayBuffer(3))).toMatchObject({ ok: false, reason: 'not-a-network' });
  });
});

const writeTo = (bytes: Buffer): string => {
  const path = join(folder, `${(files += 1)}.osm.pbf`);
  writeFileSync(path, bytes);
  return path;
};
const cut = (path: string): string => {
  truncateSync(path, readFileSync(path).length - 20);
  return path;
};
const spoiled = (path: string): string => {
  const bytes = readFileSync(path);
  bytes.fill(7, bytes.length - 30);
  return writeTo(bytes);
};
