import { describe, expect, it } from 'vitest';
import { amazonLocation } from '../../../../functions/platform/travel/amazon-location.ts';
import { osrm } from '../../../../functions/platform/travel/osrm.ts';
import type { RoutingService } from '../../../../functions/platform/travel/routing-service.ts';
import { serviceNamed } from '../../../../functions/platform/travel/service-named.ts';
import { serviceTravel } from '../../../../functions/platform/travel/service-travel.ts';
import { valhalla } from '../../../../functions/platform/travel/valhalla.ts';
import { estimatedTravel } from '../../../../shared/geo/estimated-travel.ts';
import type { Position } from '../../../../shared/model/place.ts';

const a: Position = [-8.61, 41.15];
const b: Position = [-8.62, 41.16];
const departAt = Date.parse('2026-05-12T13:05:00.000Z');
const access = {
  region: 'eu-west-1',
  credentials: () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' }),
  clock: () => new Date(departAt),
};

interface Asked {
  readonly url: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

/** Answers everything alike and keeps what it was asked. */
const answering = (answer: unknown, status = 200) => {
  const asked: Asked[] = [];
  const request: typeof fetch = (url, options) => {
    const body = typeof options?.body === 'string' ? (JSON.parse(options.body) as unknown) : undefined;
    asked.push({ url: String(url), body, headers: (options?.headers ?? {}) as Record<string, string> });
    return Promise.resolve(new Response(JSON.stringify(answer), { status }));
  };
  return { asked, request };
};

// As project-osrm.org documents the table service's answer.
const osrmAnswer = {
  code: 'Ok',
  durations: [[192.6, null]],
  distances: [[1886.89, null]],
  sources: [{ location: a, distance: 3.2, name: 'Rua A', hint: '' }],
  destinations: [],
};
// As valhalla.github.io documents the matrix service's answer, in kilometres.
const valhallaAnswer = {
  sources_to_targets: [
    [
      { from_index: 0, to_index: 0, time: 192, distance: 1.887 },
      { from_index: 0, to_index: 1, time: null, distance: null },
    ],
  ],
  units: 'kilometers',
};
// As docs.aws.amazon.com shows CalculateRouteMatrix, version 2.
const amazonAnswer = {
  ErrorCount: 1,
  RouteMatrix: [
    [
      { Distance: 1907, Duration: 343 },
      { Distance: 0, Duration: 0, Error: 'NoRoute' },
    ],
  ],
  RoutingBoundary: { Unbounded: true },
};

describe('routing services', () => {
  it('OSRM is asked by coordinates with sources and destinations', async () => {
    const { asked, request } = answering(osrmAnswer);
    expect(await osrm('http://osrm.example', request).table([a], [b, a], departAt)).toEqual([
      [{ seconds: 192.6, metres: 1886.89 }, undefined],
    ]);
    expect(asked[0]?.url).toBe(
      'http://osrm.example/table/v1/driving/-8.610000,41.150000;-8.620000,41.160000;-8.610000,41.150000?annotations=duration,distance&sources=0&destinations=1;2',
    );
  });

  it('Valhalla is asked with the time of leaving and answers in kilometres', async () => {
    const { asked, request } = answering(valhallaAnswer);
    expect(await valhalla('http://valhalla.example', request).table([a], [b, a], departAt)).toEqual([
      [{ seconds: 192, metres: 1887 }, undefined],
    ]);
    expect(asked[0]).toMatchObject({
      url: 'http://valhalla.example/sources_to_targets',
      body: {
        sources: [{ lat: 41.15, lon: -8.61 }],
        costing: 'auto',
        date_time: { type: 3, value: '2026-05-12T13:05' },
      },
    });
  });

  it('Amazon Location is asked with a signature', async () => {
    const { asked, request } = answering(amazonAnswer);
    expect(await amazonLocation(access, request).table([a], [b, a], departAt)).toEqual([
      [{ seconds: 343, metres: 1907 }, undefined],
    ]);
    expect(asked[0]).toMatchObject({
      url: 'https://routes.geo.eu-west-1.amazonaws.com/v2/route-matrix',
      body: {
        Origins: [{ Position: a }],
        DepartureTime: '2026-05-12T13:05:00.000Z',
        RoutingBoundary: { Unbounded: true },
      },
      headers: { authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 .*eu-west-1\/geo-routes/) },
    });
  });

  it('are named by a setting; what names none is refused', () => {
    expect(serviceNamed('none', access)).toBeUndefined();
    expect(serviceNamed('osrm http://127.0.0.1:5000/', access)).toBeDefined();
    expect(serviceNamed('amazon-location eu-west-1', access)).toBeDefined();
    expect(() => serviceNamed('osrm', access)).toThrow(/names no routing service/);
    expect(() => serviceNamed('google http://maps.example', access)).toThrow(/names no routing service/);
  });
});

const counting = (mostSources = 50): RoutingService & { questions: [number, number][] } => {
  const questions: [number, number][] = [];
  return {
    questions,
    mostSources,
    mostTargets: 50,
    table: (from, to) => {
      questions.push([from.length, to.length]);
      return Promise.resolve(from.map(() => to.map(() => ({ seconds: 100.2, metres: 1000 }))));
    },
  };
};
const quiet = { warn: () => undefined };
const places = Array.from({ length: 70 }, (_, i): Position => [-8.6 + i / 100, 41.1]);
const question = { territoryId: 'tr_x', departAt };

describe('travel by a routing service', () => {
  it('is asked in blocks that the service takes, with the time to park added', async () => {
    const service = counting();
    const travel = await serviceTravel(service, quiet).prepare('tn_x', { ...question, places });
    expect(service.questions).toEqual([
      [50, 50],
      [50, 20],
      [20, 50],
      [20, 20],
    ]);
    expect(travel.source).toBe('routing-service');
    expect(travel.travel(places[0] ?? a, places[1] ?? b)).toEqual({ seconds: 221, metres: 1000 });
    expect(travel.matrix(places).seconds[1]).toBe(221);
  });

  it('is asked only for ways to and from the one place that matters; others are estimated', async () => {
    const service = counting(100);
    const travel = await serviceTravel(service, quiet).prepare('tn_x', { ...question, places, centre: a });
    expect(service.questions.reduce((sum, [from, to]) => sum + from * to, 0)).toBe(140);
    expect(travel.travel(a, places[3] ?? b).seconds).toBe(221);
    expect(travel.travel(places[0] ?? a, places[1] ?? b)).toEqual(
      estimatedTravel.travel(places[0] ?? a, places[1] ?? b),
    );
  });

  it('is the estimate, and says so, when the service fails', async () => {
    const failing = osrm(
      'http://osrm.example',
      answering({ code: 'TooBig', message: 'Too many table coordinates' }, 400).request,
    );
    const told: string[] = [];
    const travel = await serviceTravel(failing, { warn: (...words) => void told.push(JSON.stringify(words)) }).prepare(
      'tn_x',
      { ...question, places },
    );
    expect(travel.source).toBe('estimate');
    expect(told[0]).toContain('OSRM answered 400');
  });
});
