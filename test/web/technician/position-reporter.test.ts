import { describe, expect, it } from 'vitest';
import type { PositionFix } from '../../../shared/model/position-fix.ts';
import { positionFix } from '../../../shared/model/position-fix.ts';
import { ApiProblem } from '../../../web/api/api-problem.ts';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { PositionReporter, type PositionState } from '../../../web/technician/position-reporter.ts';

const start = Date.parse('2026-05-12T14:00:00Z');
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A phone whose position, timer and server are played by the test. */
const aPhone = (answer: (fixes: PositionFix[]) => Promise<string | undefined> = async () => undefined) => {
  const phone = {
    batches: [] as PositionFix[][],
    states: [] as PositionState[],
    arrivals: [] as string[],
    seen: [] as PositionFix['location'][],
    watching: false,
    /** How often it was asked for its position beside the watch. */
    asked: 0,
    answer: (_seconds: number) => {},
    fix: (_seconds: number, _coords: Partial<GeolocationCoordinates> = {}) => {},
    fail: (_code: number) => {},
    tick: () => {},
    offset: 0,
    toldSeconds: undefined as number | undefined,
  };
  const reporter = new PositionReporter({
    geolocation: {
      watchPosition: (success, failure) => {
        phone.watching = true;
        phone.fix = (seconds, coords) => success(aPosition(start + seconds * 1000, coords));
        phone.fail = (code) =>
          failure?.({ code, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 });
        return 1;
      },
      clearWatch: () => (phone.watching = false),
      getCurrentPosition: (success) => {
        phone.asked += 1;
        phone.answer = (seconds) => success(aPosition(start + seconds * 1000));
      },
    },
    send: async (fixes) => {
      phone.batches.push(fixes);
      return { arrivalSuggestedFor: await answer(fixes), nextBatchSeconds: phone.toldSeconds };
    },
    offsetMilliseconds: () => phone.offset,
    onFix: (fix) => phone.seen.push(fix.location),
    onArrival: (appointmentId) => phone.arrivals.push(appointmentId),
    onState: (state) => phone.states.push(state),
    every: (_milliseconds, run) => {
      phone.tick = run;
      return () => (phone.tick = () => {});
    },
  });
  return { phone, reporter };
};

const aPosition = (timestamp: number, changes: Partial<GeolocationCoordinates> = {}): GeolocationPosition => {
  const coords = {
    longitude: -71.06,
    latitude: 42.36,
    accuracy: 8,
    altitude: null,
    altitudeAccuracy: null,
    heading: null,
    speed: null,
    ...changes,
    toJSON: () => ({}),
  };
  return { timestamp, coords, toJSON: () => ({}) };
};

describe('While travelling', () => {
  it('the first fix goes up at once, the others in batches', async () => {
    const { phone, reporter } = aPhone();
    reporter.start();
    phone.fix(0);
    await settled();
    expect(phone.batches).toHaveLength(1);
    phone.fix(5);
    phone.fix(10);
    await settled();
    expect(phone.batches).toHaveLength(1);
    phone.tick();
    await settled();
    expect(phone.batches[1]?.map(({ at }) => at)).toEqual(['2026-05-12T14:00:05.000Z', '2026-05-12T14:00:10.000Z']);
  });

  it('coming near to where he travels sends at once, however late the server wants to hear again, and once only', async () => {
    const { phone, reporter } = aPhone();
    phone.toldSeconds = 120;
    reporter.start([-71.06, 42.37]);
    phone.fix(0);
    await settled();
    phone.fix(5, { latitude: 42.366 });
    await settled();
    expect(phone.batches).toHaveLength(1);
    phone.fix(10, { latitude: 42.3685 });
    await settled();
    expect(phone.batches).toHaveLength(2);
    phone.fix(15, { latitude: 42.37 });
    await settled();
    expect(phone.batches).toHaveLength(2);
  });

  it('another place that he travels to instead is come near to anew', async () => {
    const { phone, reporter } = aPhone();
    phone.toldSeconds = 120;
    reporter.start([-71.06, 42.36]);
    phone.fix(0);
    await settled();
    reporter.start([-71.06, 42.361]);
    phone.fix(5);
    await settled();
    expect(phone.batches).toHaveLength(2);
  });

  it('a fix is what the contract accepts, whatever the device leaves out or exaggerates', async () => {
    const { phone, reporter } = aPhone();
    reporter.start();
    phone.fix(0, { speed: -1, heading: Number.NaN, accuracy: 2e6 });
    phone.tick();
    await settled();
    const [fix] = phone.batches[0] ?? [];
    expect(positionFix.parse(fix)).toEqual({
      at: '2026-05-12T14:00:00.000Z',
      location: [-71.06, 42.36],
      accuracyMetres: 100_000,
      speedMetresPerSecond: 0,
    });
  });

  it("fixes carry the server's time, not the device's", async () => {
    const { phone, reporter } = aPhone();
    phone.offset = 3_600_000;
    reporter.start();
    phone.fix(0);
    await settled();
    expect(phone.batches[0]?.[0]?.at).toBe('2026-05-12T15:00:00.000Z');
  });

  it('what a lost network swallowed goes with the next batch, nothing twice', async () => {
    let down = true;
    const received: string[] = [];
    const { phone, reporter } = aPhone(async (fixes) => {
      if (down) throw new NetworkDown();
      received.push(...fixes.map(({ at }) => at));
      return undefined;
    });
    reporter.start();
    for (const seconds of [0, 5, 10]) phone.fix(seconds);
    phone.tick();
    await settled();
    down = false;
    phone.tick();
    await settled();
    phone.tick();
    await settled();
    expect(received).toEqual(['2026-05-12T14:00:00.000Z', '2026-05-12T14:00:05.000Z', '2026-05-12T14:00:10.000Z']);
  });

  it('the queue is bounded and keeps the newest', async () => {
    let down = true;
    const received: string[] = [];
    const { phone, reporter } = aPhone(async (fixes) => {
      expect(fixes.length).toBeLessThanOrEqual(100);
      if (down) throw new NetworkDown();
      received.push(...fixes.map(({ at }) => at));
      return undefined;
    });
    reporter.start();
    for (let seconds = 0; seconds < 5000; seconds += 5) phone.fix(seconds);
    await settled();
    down = false;
    for (let batch = 0; batch < 10; batch += 1) {
      phone.tick();
      await settled();
    }
    expect(received).toHaveLength(400);
    expect(received.at(-1)).toBe('2026-05-12T15:23:15.000Z');
  });

  it('a batch that the server refuses does not block those after it', async () => {
    const refused = new ApiProblem({ type: 'about:blank', title: 'bad', status: 400, code: 'bad-input' });
    const { phone, reporter } = aPhone(async (fixes) => {
      if (fixes[0]?.at === '2026-05-12T14:00:00.000Z') throw refused;
      return undefined;
    });
    reporter.start();
    phone.fix(0);
    await settled();
    phone.fix(5);
    phone.tick();
    await settled();
    expect(phone.batches[1]?.map(({ at }) => at)).toEqual(['2026-05-12T14:00:05.000Z']);
  });

  it('batches come as seldom as the server wants them, with a fix for each five seconds', async () => {
    const { phone, reporter } = aPhone();
    phone.toldSeconds = 60;
    reporter.start();
    phone.fix(0);
    await settled();
    const batches: number[] = [];
    for (let second = 1; second <= 120; second += 1) {
      phone.fix(second);
      if (second % 15 === 0) phone.tick();
      await settled();
      batches.push(phone.batches.length);
    }
    expect([batches[58], batches[59], batches[118], batches[119]]).toEqual([1, 2, 2, 3]);
    expect(phone.batches[1]).toHaveLength(12);
    expect(phone.seen).toHaveLength(121);
  });

  it('a batch goes sooner when he went far meanwhile', async () => {
    const { phone, reporter } = aPhone();
    phone.toldSeconds = 120;
    reporter.start();
    phone.fix(0);
    await settled();
    phone.fix(10, { longitude: -71.05 });
    await settled();
    expect(phone.batches).toHaveLength(1);
    phone.fix(20, { longitude: -71.04 });
    await settled();
    expect(phone.batches).toHaveLength(2);
  });

  it('an arrival that the server sees is passed on', async () => {
    const { phone, reporter } = aPhone(async () => 'ap_1');
    reporter.start();
    phone.fix(0);
    await settled();
    expect(phone.arrivals).toEqual(['ap_1']);
  });

  it('a watch that keeps silent, as of a phone that stands still, is asked once at each batch', async () => {
    const { phone, reporter } = aPhone();
    reporter.start();
    phone.fix(0);
    await settled();
    phone.tick();
    expect(phone.asked).toBe(0);
    phone.tick();
    expect(phone.asked).toBe(1);
    phone.answer(30);
    phone.tick();
    await settled();
    expect(phone.asked).toBe(1);
    expect(phone.batches.at(-1)?.map(({ at }) => at)).toEqual(['2026-05-12T14:00:30.000Z']);
  });

  it('an answer that comes when travel has ended is not taken', async () => {
    const { phone, reporter } = aPhone();
    reporter.start();
    phone.tick();
    phone.tick();
    reporter.stop();
    phone.answer(30);
    await settled();
    expect(phone.seen).toEqual([]);
    expect(phone.batches).toEqual([]);
  });

  it('every fix is at hand for the map, before the server has it', () => {
    const { phone, reporter } = aPhone(() => new Promise(() => {}));
    reporter.start();
    phone.fix(0);
    phone.fix(5, { longitude: -71.05 });
    expect(phone.seen).toEqual([
      [-71.06, 42.36],
      [-71.05, 42.36],
    ]);
  });

  it('a refused permission is said', () => {
    const { phone, reporter } = aPhone();
    reporter.start();
    phone.fail(1);
    expect(phone.states).toEqual(['waiting', 'denied']);
  });
});

it('When travel ends nothing is watched any more, and what is left goes up', async () => {
  const { phone, reporter } = aPhone();
  reporter.start();
  phone.fix(0);
  await settled();
  phone.fix(5);
  reporter.stop();
  await settled();
  expect(phone.watching).toBe(false);
  expect(phone.states.at(-1)).toBe('off');
  expect(phone.batches[1]).toHaveLength(1);
});
