import { describe, expect, it } from 'vitest';
import type { RoadFiles } from '../../../../functions/platform/travel/road-files.ts';
import { roadBucket } from '../../../../functions/platform/travel/road-bucket.ts';
import { createRoadNetworks } from '../../../../functions/platform/travel/road-networks.ts';
import { createTravelSource } from '../../../../functions/platform/travel/travel-source.ts';
import { writeNetwork } from '../../../../shared/geo/road/network-file.ts';
import type { Position } from '../../../../shared/model/place.ts';
import { sourceOf } from '../../../../shared/geo/travel-source.ts';
import { estimatedTravel } from '../../../../shared/geo/estimated-travel.ts';
import { aRandomRoadSource, builtRoads } from '../../../builders/a-road-source.ts';

const bytes = writeNetwork(builtRoads(aRandomRoadSource(3, 60)).network);
const quiet = { warn: () => undefined };
const question = { territoryId: 'tr_x', places: [], departAt: 0 };

const countedFiles = (known: Record<string, Uint8Array<ArrayBuffer>>) => {
  const asked: (string | undefined)[][] = [];
  const files: RoadFiles = {
    read: (name, knownTag) => {
      asked.push([name, knownTag]);
      const file = known[name];
      if (!file) return Promise.resolve('missing');
      return Promise.resolve(knownTag === 'v1' ? 'unchanged' : { tag: 'v1', bytes: file.slice().buffer });
    },
  };
  return { asked, files };
};

describe('road networks in a function', () => {
  it('are fetched once, asked for after a quarter of an hour, and kept while they are the same', async () => {
    let now = 0;
    const { asked, files } = countedFiles({ porto: bytes });
    const networks = createRoadNetworks({ files, clock: () => new Date(now), log: quiet });
    const first = await networks.get('porto');
    expect(await networks.get('porto')).toBe(first);
    now = 16 * 60_000;
    expect(await networks.get('porto')).toBe(first);
    expect(asked).toEqual([
      ['porto', undefined],
      ['porto', 'v1'],
    ]);
  });

  it('that are missing or damaged leave the estimate, which says so', async () => {
    const damaged = bytes.slice();
    // As a disk or a broken copy damages: whole lines of it, not a bit.
    damaged.fill(0xff, damaged.length - 200, damaged.length - 8);
    const { files } = countedFiles({ damaged });
    const networks = createRoadNetworks({ files, clock: () => new Date(0), log: quiet });
    const source = createTravelSource({ networks });
    for (const roadNetwork of ['damaged', 'nowhere', undefined]) {
      expect((await source.prepare('tn_x', { ...question, roadNetwork })).source).toBe('estimate');
    }
  });

  it('of another city serve nobody: the estimate does, and says so', async () => {
    const { files } = countedFiles({ porto: bytes });
    const networks = createRoadNetworks({ files, clock: () => new Date(0), log: quiet });
    const [west = 0, south = 0, east = 0, north = 0] = (await networks.get('porto'))?.facts.bounds ?? [];
    const here: Position = [(west + east) / 2, (south + north) / 2];
    const elsewhere: Position = [here[0] + 5, here[1]];
    const source = createTravelSource({ networks, usualNetwork: 'porto' });
    const sourceOfPlaces = async (places: readonly Position[], roadNetwork?: string) =>
      (await source.prepare('tn_x', { ...question, places, roadNetwork })).source;
    expect(await sourceOfPlaces([here, here, elsewhere])).toBe('road-network');
    expect(await sourceOfPlaces([elsewhere, elsewhere])).toBe('estimate');
    expect(await sourceOfPlaces([elsewhere], 'porto')).toBe('estimate');
  });

  it("serve a territory's own choice before a service, and a service before the deployment's network", async () => {
    const { files } = countedFiles({ porto: bytes });
    const networks = createRoadNetworks({ files, clock: () => new Date(0), log: quiet });
    const service = sourceOf({ ...estimatedTravel, source: 'routing-service' });
    const sourceFor = async (settings: object, roadNetwork?: string) =>
      (await createTravelSource({ networks, ...settings }).prepare('tn_x', { ...question, roadNetwork })).source;
    expect(await sourceFor({ service }, 'porto')).toBe('road-network');
    expect(await sourceFor({ service, usualNetwork: 'porto' })).toBe('routing-service');
    expect(await sourceFor({ usualNetwork: 'porto' })).toBe('road-network');
  });

  it('come from the bucket by a signed request that asks only for what changed', async () => {
    const seen: { url: string; headers: Headers }[] = [];
    const answers = [
      new Response(bytes, { headers: { etag: '"e1"' } }),
      new Response(null, { status: 304 }),
      new Response('', { status: 403 }),
    ];
    const request: typeof fetch = (url, options) => {
      seen.push({ url: String(url), headers: new Headers(options?.headers) });
      return Promise.resolve(answers[seen.length - 1] ?? new Response('', { status: 500 }));
    };
    const credentials = () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' });
    const bucket = roadBucket(
      { url: 'https://roads.s3.example', region: 'eu-west-1', credentials, clock: () => new Date(0) },
      request,
    );
    const file = await bucket.read('porto');
    expect(file).toMatchObject({ tag: '"e1"' });
    expect(await bucket.read('porto', '"e1"')).toBe('unchanged');
    expect(await bucket.read('other')).toBe('missing');
    await expect(bucket.read('broken')).rejects.toThrow(/S3 answered 500/);
    expect(seen[0]?.url).toBe('https://roads.s3.example/porto.roads');
    expect(seen[0]?.headers.get('authorization')).toMatch(/^AWS4-HMAC-SHA256 .*eu-west-1\/s3/);
    expect(seen[1]?.headers.get('if-none-match')).toBe('"e1"');
  });
});
