import { describe, expect, test } from 'vitest';
import { problemOfVroom } from '../../../../shared/routing/formats/problem-of-vroom.ts';
import { readVroom } from '../../../../shared/routing/formats/read-vroom.ts';

const durations = [
  [0, 600, 900],
  [700, 0, 300],
  [900, 300, 0],
];
const job = { id: 7, location_index: 1, service: 1800, priority: 3 };
const vehicle = { id: 1, start_index: 0, end_index: 0, time_window: [0, 36_000] };

const readingOf = (jobs: readonly object[], vehicles: readonly object[], more: object = {}) => {
  const input = readVroom({ jobs, vehicles, matrices: { car: { durations } }, ...more });
  return input.ok ? problemOfVroom(input.value) : input;
};

const problemOf = (jobs: readonly object[], vehicles: readonly object[] = [vehicle], more: object = {}) => {
  const reading = readingOf(jobs, vehicles, more);
  if (!reading.ok) throw new Error(reading.detail);
  return reading.value;
};

describe('VROOM’s input', () => {
  test('gives stops with windows, skills, amounts, setup and value', () => {
    const [stop] = problemOf([
      {
        ...job,
        time_windows: [
          [7200, 9000],
          [0, 3600],
        ],
        skills: [4],
        amount: [2],
        setup: 60,
      },
    ]).stops;
    expect(stop).toMatchObject({
      id: '7',
      place: 1,
      durationSeconds: 1800,
      value: 3,
      setupSeconds: 60,
      delivery: [2],
      skills: [{ skillId: '4', level: 1 }],
      windows: [
        { from: 0, to: 3600 },
        { from: 7200, to: 9000 },
      ],
    });
  });

  test('gives technicians with shift, break, maxima, speed and capacity', () => {
    const breaks = [{ id: 1, service: 1800, time_windows: [[10_000, 12_000]] }];
    const [technician] = problemOf(
      [job],
      [{ ...vehicle, breaks, capacity: [5], max_tasks: 4, max_travel_time: 900, speed_factor: 1.25, skills: [2] }],
    ).technicians;
    expect(technician).toMatchObject({
      id: '1',
      shifts: [{ from: 0, to: 36_000 }],
      startPlace: 0,
      endPlace: 0,
      breakRule: { earliest: 10_000, latest: 12_000, durationSeconds: 1800 },
      capacity: [5],
      maxStopsPerShift: 4,
      maxTravelSecondsPerShift: 900,
      travelPercent: 80,
      skills: [{ skillId: '2', level: 1 }],
    });
  });

  test('without a start costs no way to the first job', () => {
    const { technicians, matrix } = problemOf([job], [{ id: 1, end_index: 0 }]);
    const start = technicians[0]?.startPlace ?? -1;
    expect(start).toBe(3);
    expect([...matrix.seconds.slice(start * matrix.size, (start + 1) * matrix.size)]).toEqual([0, 0, 0, 0]);
    expect(matrix.seconds[1 * matrix.size]).toBe(700);
  });

  test('counts an hour and a kilometre in whole numbers', () => {
    const costs = { fixed: 10, per_hour: 30, per_km: 2 };
    const measured = { matrices: { car: { durations, distances: durations } } };
    const [technician] = problemOf([job], [{ ...vehicle, costs }], measured).technicians;
    expect(technician?.rates).toEqual({ perUse: 180_000, perTravelSecond: 150, perServiceSecond: 0, perMetre: 36 });
  });

  test('compares the sum of priorities before the number of jobs where some have none', () => {
    const values = problemOf([job, { ...job, id: 8, priority: 0 }]).stops.map(({ value }) => value);
    expect(values).toEqual([3 * 3 + 1, 1]);
  });

  test('locks what a vehicle’s steps say', () => {
    const steps = [
      { type: 'start' },
      { type: 'job', id: 8 },
      { type: 'job', id: 7, service_at: 9000 },
      { type: 'end' },
    ];
    const [seventh, eighth] = problemOf([job, { ...job, id: 8, location_index: 2 }], [{ ...vehicle, steps }]).stops;
    expect(eighth?.present).toMatchObject({ technicianId: '1', from: 900, fixed: false, keeps: { position: 0 } });
    expect(seventh?.present).toMatchObject({ from: 9000, to: 10_800, fixed: true });
  });
});

const withSteps = (...steps: readonly object[]) => ({ ...vehicle, steps });

describe('what is not served is refused by its name:', () => {
  test.each([
    ['shipments', [job], [vehicle], { shipments: [] }, 'shipments'],
    [
      'load at breaks',
      [job],
      [{ ...vehicle, breaks: [{ id: 1, max_load: [1], time_windows: [[0, 1]] }] }],
      {},
      'vehicles[0].breaks[0].max_load',
    ],
    [
      'matrices of costs',
      [job],
      [vehicle],
      { matrices: { car: { durations, costs: durations } } },
      'matrices.car.costs',
    ],
    [
      'a time after which work must begin',
      [job],
      [withSteps({ type: 'job', id: 7, service_after: 9 })],
      {},
      'vehicles[0].steps[0].service_after',
    ],
    [
      'the time of a break',
      [job],
      [withSteps({ type: 'break', id: 1, service_at: 9 })],
      {},
      'service_at of a break in the steps of vehicle 1',
    ],
    ['coordinates alone', [job], [{ id: 1, start: [2.3, 48.8] }], {}, 'start of vehicle 1 without start_index'],
  ])('%s', (_, jobs, vehicles, more, name) => {
    expect(readingOf(jobs, vehicles, more)).toMatchObject({
      ok: false,
      reason: 'not-supported',
      detail: `not supported: ${name}`,
    });
  });

  test.each([
    ['a job outside of the matrix', [{ ...job, location_index: 3 }], [vehicle], {}],
    ['a vehicle of an unknown profile', [job], [{ ...vehicle, profile: 'bike' }], {}],
    ['a ragged matrix', [job], [vehicle], { matrices: { car: { durations: [[0, 1], [0]] } } }],
    ['a fraction in the matrix', [job], [vehicle], { matrices: { car: { durations: [[0.5]] } } }],
    ['two jobs of one id', [job, job], [vehicle], {}],
    ['a step of an unknown job', [job], [withSteps({ type: 'job', id: 9 })], {}],
    ['two steps of one job', [job], [withSteps({ type: 'job', id: 7 }, { type: 'job', id: 7 })], {}],
    ['a most distance without distances', [job], [{ ...vehicle, max_distance: 900 }], {}],
    ['a cost for each kilometre without distances', [job], [{ ...vehicle, costs: { per_km: 2 } }], {}],
  ])('%s', (_, jobs, vehicles, more) => {
    expect(readingOf(jobs, vehicles, more)).toMatchObject({ ok: false, reason: 'not-readable' });
  });
});
