import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { problemOfHhcrsp } from '../../../../shared/routing/formats/problem-of-hhcrsp.ts';
import { problemOfSdvrptw } from '../../../../shared/routing/formats/problem-of-sdvrptw.ts';
import { problemOfSolomon } from '../../../../shared/routing/formats/problem-of-solomon.ts';

const solomon = `TINY

VEHICLE
NUMBER     CAPACITY
  2         30

CUSTOMER
CUST NO.   XCOORD.   YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME

    0          0         0           0       0         100           0
    1          1         1          10      20          30           5
    2          3         4          20       0          90           5
`;

test('a Solomon file has distances truncated to a tenth, windows, demands and vehicles back at the depot', () => {
  const reading = problemOfSolomon(solomon);
  if (!reading.ok) throw new Error(reading.detail);
  const { matrix, stops, technicians, startGrainSeconds } = reading.value;
  expect([...matrix.seconds]).toEqual([0, 14, 50, 14, 0, 36, 50, 36, 0]);
  expect(stops[0]).toMatchObject({ id: '1', durationSeconds: 50, window: { from: 200, to: 300 }, delivery: [10] });
  expect(technicians).toHaveLength(2);
  expect(technicians[0]).toMatchObject({ endPlace: 0, capacity: [30], shifts: [{ from: 0, to: 1000 }] });
  expect(startGrainSeconds).toBe(1);
});

test('a text that is no Solomon file is refused', () => {
  expect(problemOfSolomon('hello')).toMatchObject({ ok: false, reason: 'not-readable' });
});

const sdvrptw = `NAME: TINY
TYPE: SDVRPTW
DIMENSION: 3
VEHICLES: 2
VEHICLES_MAX_DURATION: 50
NODE_COORD_SECTION
1	0	0
2	3	4
3	0.0005	0
DEMAND_SECTION
1	0
2	7
3	8
SERVICE_TIME_SECTION
1	0
2	20
3	24
TIME_WINDOW_SECTION
1	0	100
2	10	20
3	0	90
CAPACITY_SECTION
1	10
2	20
VEHICLES_ALLOWED_CLIENTS_SECTION
1	2
2	2	3
DEPOT_SECTION
1
-1
EOF
`;

describe('a file of vehicles for some customers', () => {
  test('says who may serve whom, and how long a route may last', () => {
    const reading = problemOfSdvrptw(sdvrptw);
    if (!reading.ok) throw new Error(reading.detail);
    const { stops, technicians, matrix } = reading.value;
    expect(stops.map(({ allowedTechnicianIds }) => allowedTechnicianIds)).toEqual([['0', '1'], ['1']]);
    expect(technicians.map(({ capacity }) => capacity)).toEqual([[10], [20]]);
    expect(technicians[0]?.maxDurationSecondsPerShift).toBe(50_000);
    expect([matrix.seconds[1], matrix.seconds[2]]).toEqual([5000, 1]);
  });

  test('is refused with the name of a section that is not served', () => {
    const reading = problemOfSdvrptw(sdvrptw.replace('CAPACITY_SECTION', 'PRIZE_SECTION'));
    expect(reading).toMatchObject({ ok: false, reason: 'not-supported', detail: 'the section PRIZE_SECTION' });
  });
});

const homeCare = {
  distances: [
    [0, 10, 20],
    [10, 0, 5],
    [20, 5, 0],
  ],
  central_offices: [{ id: 'd' }],
  patients: [
    {
      id: 'p1',
      time_window: [30.0000001, 60],
      required_caregivers: [{ service: 's1', duration: 20 }, { service: 's2' }],
      synchronization: { type: 'sequential', distance: [10, 40] },
    },
    {
      id: 'p2',
      time_window: [0, 90],
      required_caregivers: [{ service: 's1' }, { service: 's1' }],
      synchronization: { type: 'simultaneous' },
    },
  ],
  caregivers: [{ id: 'c1', abilities: ['s1'] }],
  services: [
    { id: 's1', default_duration: 15 },
    { id: 's2', default_duration: 30 },
  ],
};

describe('a home care file', () => {
  test('has a stop for each service, late against the patient’s window', () => {
    const reading = problemOfHhcrsp(homeCare);
    if (!reading.ok) throw new Error(reading.detail);
    expect(
      reading.value.stops.map(({ id, durationSeconds, earliest, due }) => [id, durationSeconds, earliest, due]),
    ).toEqual([
      ['p1/s1/0', 20, 30, 80],
      ['p1/s2/1', 30, 30, 90],
      ['p2/s1/0', 15, 0, 105],
      ['p2/s1/1', 15, 0, 105],
    ]);
    expect(reading.value.preferences).toEqual({ highestLateness: 1 });
  });

  test('binds double services in time, to two carers', () => {
    const reading = problemOfHhcrsp(homeCare);
    expect(reading.ok && reading.value.dependencies).toEqual([
      {
        kind: 'after',
        firstId: 'p1/s1/0',
        secondId: 'p1/s2/1',
        from: 'start',
        minSeconds: 10,
        maxSeconds: 40,
        differentTechnicians: true,
      },
      { kind: 'same-time', stopIds: ['p2/s1/0', 'p2/s1/1'] },
    ]);
  });

  test('is refused where a field is not as it should be', () => {
    expect(problemOfHhcrsp({ ...homeCare, patients: [{ id: 'p1' }] })).toMatchObject({
      ok: false,
      reason: 'not-readable',
    });
  });
});

const material = resolve(import.meta.dirname, '../../../../../shared/bench');
const lies = existsSync(material);

test.skipIf(!lies)('the published instances are read whole, where ../shared/bench lies beside the project', () => {
  const r101 = problemOfSolomon(readFileSync(`${material}/solomon/R101.txt`, 'utf8'));
  expect(r101.ok && [r101.value.stops.length, r101.value.technicians.length]).toEqual([100, 25]);
  const pr01 = problemOfSdvrptw(readFileSync(`${material}/sdvrptw/PR01.vrp`, 'utf8'));
  expect(pr01.ok && [pr01.value.stops.length, pr01.value.technicians.length]).toEqual([48, 8]);
  const name = 'instance_003-rome-r19-p44-s4-sim22.3-seq22.9.json.gz';
  const rome = problemOfHhcrsp(JSON.parse(gunzipSync(readFileSync(`${material}/hhcrsp/${name}`)).toString()));
  expect(rome.ok && [rome.value.stops.length, rome.value.technicians.length]).toEqual([63, 8]);
});
