import { join } from 'node:path';
import { atMost, reported, type Bench } from './bench-record.ts';
import { gzippedKilobytes } from './firstload/gzipped-kilobytes.ts';
import { daySeen, openTechniciansPhone, technician, type TechniciansPhone } from './phone/technicians-phone.ts';

/** The technician's page as built in web/dist, on a poor network and without any (S10, R10): `--runs`, `--latency` in milliseconds, `--bytes` a second. */
export const bench: Bench = {
  name: 'phone',
  async run(options) {
    const number = (name: string, usual: number) => Number(options.get(name) ?? usual);
    const sizes = {
      runs: number('runs', 5),
      latency: number('latency', 400),
      bytes: number('bytes', 50_000),
      slowed: 4,
    };
    const poor = { latencyMilliseconds: sizes.latency, bytesPerSecond: sizes.bytes };
    const phone = await openTechniciansPhone();
    const times = async (measure: () => Promise<number>) => {
      const all: number[] = [];
      while (all.length < sizes.runs) all.push(await measure());
      console.log(all.map((one) => `${one.toFixed(2)} s`).join(', '));
      return median(all);
    };
    try {
      phone.network.quality = poor;
      const first = await times(() => firstUsable(phone));
      const signIn = await times(() => signInSeen(phone));
      phone.network.quality = {};
      phone.network.isCut = true;
      const cold = await times(() => coldWithoutSignal(phone, sizes.slowed));
      const built = join(import.meta.dirname, '../web/dist');
      return {
        name: 'phone',
        goals: [
          atMost('first-usable', first, 's', 5),
          reported('sign-in', signIn, 's until his name can be chosen'),
          atMost('cold-without-signal', cold, 's', 1.5),
          atMost('first-javascript', gzippedKilobytes(built, 'technician'), 'KB', 120),
        ],
        seed: 0,
        sizes,
        versions: { chromium: phone.chromium(), node: process.versions.node },
        at: new Date().toISOString(),
      };
    } finally {
      await phone.end();
    }
  },
};

/** Signed in, with nothing of the page or the day on the phone. */
const firstUsable = async (phone: TechniciansPhone): Promise<number> => {
  const opened = await phone.emptied();
  const seconds = await opened.secondsUntil(daySeen);
  await opened.close();
  return seconds;
};

const signInSeen = async (phone: TechniciansPhone): Promise<number> => {
  const opened = await phone.unknown();
  const seconds = await opened.secondsUntil((page) => page.getByRole('button', { name: technician }).waitFor());
  await opened.close();
  return seconds;
};

/** The browser itself was started anew, its processor slowed for the page. */
const coldWithoutSignal = async (phone: TechniciansPhone, slowed: number): Promise<number> => {
  const opened = await phone.restarted(slowed);
  const seconds = await opened.secondsUntil(daySeen);
  await opened.close();
  return seconds;
};

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
