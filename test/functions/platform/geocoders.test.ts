import { describe, expect, test } from 'vitest';
import { amazonPlaces } from '../../../functions/platform/amazon-places.ts';
import { geocoderNamed } from '../../../functions/platform/geocoder-named.ts';
import { nominatim } from '../../../functions/platform/nominatim.ts';

/** Answers what was recorded and keeps what was asked. */
const recorded = (answer: unknown, status = 200) => {
  const asked: { url: URL; body: unknown; headers: Headers }[] = [];
  const fetch = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    asked.push({ url: new URL(String(address)), body, headers: new Headers(init?.headers) });
    return Response.json(answer, { status });
  };
  return { asked, fetch };
};

/** In the form of https://nominatim.org/release-docs/latest/api/Search/ (jsonv2, addressdetails). */
const house = {
  place_id: 100149,
  osm_type: 'node',
  lat: '42.3581',
  lon: '-71.0636',
  category: 'place',
  type: 'house',
  addresstype: 'place',
  display_name: '10, Beacon Street, Boston, Massachusetts, 02108, United States',
  address: { house_number: '10', road: 'Beacon Street', city: 'Boston' },
};
const street = { ...house, category: 'highway', addresstype: 'road', address: { road: 'Beacon Street' } };
const town = { ...house, category: 'boundary', addresstype: 'city', address: { city: 'Boston' } };

describe('a Nominatim', () => {
  test('is asked in its form and its answers are read with their quality', async () => {
    const { asked, fetch } = recorded([house, street, town]);
    const found = await nominatim({ url: 'https://geo.example/api', fetch }).search('10 beacon st', [-71, 42]);
    expect(asked[0]?.url.href).toBe(
      'https://geo.example/api/search?q=10+beacon+st&limit=5&viewbox=-71.5%2C42.5%2C-70.5%2C41.5&format=jsonv2&addressdetails=1',
    );
    expect(found.map(({ quality }) => quality)).toEqual(['point', 'street', 'area']);
    expect(found[0]).toMatchObject({ location: [-71.0636, 42.3581], addressText: house.display_name });
  });

  test('that knows no address at a place gives none', async () => {
    const { fetch } = recorded({ error: 'Unable to geocode' });
    expect(await nominatim({ url: 'https://geo.example/', fetch }).reverse([0, 1])).toEqual([]);
  });

  test('that fails is a fault, which its caller outlives', async () => {
    const { fetch } = recorded({}, 503);
    await expect(nominatim({ url: 'https://geo.example/', fetch }).search('x')).rejects.toThrow('503');
  });
});

/** In the form of https://docs.aws.amazon.com/location/latest/APIReference/API_geoplaces_Geocode.html. */
const amazonAnswer = {
  PricingBucket: 'Stored',
  ResultItems: [
    {
      PlaceId: 'AQAAAFUA',
      PlaceType: 'PointAddress',
      Title: '10 Beacon St, Boston, MA 02108-2803, United States',
      Address: { Label: '10 Beacon St, Boston, MA 02108-2803, United States', AddressNumber: '10' },
      Position: [-71.06191, 42.35776],
      MatchScores: { Overall: 1 },
    },
    { PlaceId: 'AQAAAFUB', PlaceType: 'Street', Title: 'Beacon St, Boston', Position: [-71.07, 42.356] },
    { PlaceId: 'AQAAAFUC', PlaceType: 'Locality', Title: 'Boston', Position: [-71.06, 42.36] },
  ],
};

const access = {
  credentials: () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' }),
  clock: () => new Date('2026-05-12T13:00:00.000Z'),
};

describe('Amazon Location', () => {
  test('is asked in its form and its answers are read with their quality', async () => {
    const { asked, fetch } = recorded(amazonAnswer);
    const found = await amazonPlaces({ ...access, region: 'us-east-1' }, fetch).search('10 beacon st', [-71, 42]);
    expect(asked[0]).toMatchObject({
      body: { QueryText: '10 beacon st', BiasPosition: [-71, 42], MaxResults: 5, IntendedUse: 'Storage' },
    });
    expect(asked[0]?.headers.get('authorization')).toContain('AKIDEXAMPLE/20260512/us-east-1/geo-places/aws4_request');
    expect(asked[0]?.url.href).toBe('https://places.geo.us-east-1.amazonaws.com/v2/geocode');
    expect(found.map(({ quality }) => quality)).toEqual(['point', 'street', 'area']);
  });

  test('describes a place, and an empty answer is none', async () => {
    const { asked, fetch } = recorded({ PricingBucket: 'Stored' });
    expect(await amazonPlaces({ ...access, region: 'eu-west-1' }, fetch).reverse([8, 47])).toEqual([]);
    expect(asked[0]).toMatchObject({ body: { QueryPosition: [8, 47] } });
  });
});

describe('the setting of a geocoder', () => {
  test('names a service with what it needs, or none', () => {
    expect(geocoderNamed('none', access)).toBeUndefined();
    expect(geocoderNamed('nominatim https://geo.example', access)?.attribution).toContain('OpenStreetMap');
    expect(geocoderNamed('amazon-location us-east-1', access)?.attribution).toContain('Amazon');
  });

  test.each(['nominatim', 'amazon-location', 'google key'])('%s is told to be none', (setting) => {
    expect(() => geocoderNamed(setting, access)).toThrow('names no geocoder');
  });
});
