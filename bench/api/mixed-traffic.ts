import type { Served } from './serve.ts';
import type { Ask } from './timed-client.ts';

/** One kind of request and its share of a day, in hundredths. */
interface Kind {
  readonly name: string;
  readonly share: number;
  readonly ask: (n: number) => Ask;
}
/** What the traffic asks for, found beforehand. */
export interface Known {
  readonly appointmentIds: readonly string[];
  readonly now: string;
}

/** A day's traffic: mostly positions and phones, some consoles, a few changes. */
export const mixedTraffic = (
  { dispatcher, technician, territoryId }: Served,
  { appointmentIds, now }: Known,
): readonly Kind[] => {
  const day = now.slice(0, 10);
  const appointment = (n: number): string => appointmentIds[n % appointmentIds.length] ?? '';
  const get = (path: (n: number) => string, token: string) => (n: number) => ({ method: 'GET', path: path(n), token });
  return [
    { name: 'positions', share: 40, ask: (n) => ({ ...fixes(n, now), token: technician }) },
    { name: "technician's day", share: 15, ask: get(() => '/v1/my/days/today', technician) },
    { name: 'account', share: 5, ask: get(() => '/v1/account', dispatcher) },
    { name: 'appointment', share: 15, ask: get((n) => `/v1/appointments/${appointment(n)}`, dispatcher) },
    { name: 'open requests', share: 8, ask: get(() => `/v1/service-requests?territoryId=${territoryId}`, dispatcher) },
    { name: 'customers', share: 5, ask: get(() => '/v1/customers?name=a&limit=20', dispatcher) },
    {
      name: 'candidates',
      share: 3,
      ask: get((n) => `/v1/appointments/${appointment(n)}/candidates?day=${day}`, dispatcher),
    },
    { name: 'board', share: 2, ask: get(() => `/v1/territories/${territoryId}/days/${day}/board`, dispatcher) },
    { name: 'new request', share: 7, ask: (n) => ({ ...newRequest(n), token: dispatcher }) },
  ];
};

const fixes = (n: number, now: string): Ask => ({
  method: 'POST',
  path: '/v1/positions',
  body: {
    fixes: [3, 2, 1].map((back) => ({
      at: new Date(Date.parse(now) + n * 4000 - back * 1000).toISOString(),
      location: [-71.06 + n * 1e-5, 42.35],
      accuracyMetres: 8,
      speedMetresPerSecond: 8,
    })),
  },
});

const newRequest = (n: number): Ask => ({
  method: 'POST',
  path: '/v1/service-requests',
  body: {
    kind: 'fault',
    channel: 'phone',
    subject: `No hot water, call ${n}`,
    contact: { name: 'Ines Okafor' },
    place: { location: [-71.06, 42.37], addressText: '12 Beacon Street' },
  },
});
