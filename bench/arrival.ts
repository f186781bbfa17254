import { nextGeofence, outsideGeofence, type GeofenceEvent } from '../shared/geo/geofence.ts';
import { metresBetween } from '../shared/geo/distance.ts';
import type { PositionFix } from '../shared/model/position-fix.ts';
import { seededRandom } from '../shared/routing/seeded-random.ts';
import { labelledStops } from './arrival/labelled-stops.ts';
import { simulateVisit, visitBegins, visitPlace } from './arrival/simulate-visit.ts';
import { atLeast, atMost, type Bench, type Figure } from './bench-record.ts';

/** How often a visit has exactly one arrival and one departure, over simulated visits and over tracks that people labelled. */
export const bench: Bench = {
  name: 'arrival',
  async run(options) {
    const seed = Number(options.get('seed') ?? 1);
    const visits = Number(options.get('visits') ?? 4000);
    const [quick, slow] = [5, 15].map((everySeconds) => simulated(seed, visits, everySeconds));
    const stops = labelledStops();
    if (!stops) console.log('arrival: ../shared/data/gps-delivery is not there, labelled stops are left out');
    return {
      name: 'arrival',
      goals: [...(quick ?? []), ...(slow ?? []), ...(stops ? labelled(stops) : [])],
      seed,
      sizes: { visits, stops: stops?.stops ?? 0 },
      versions: { node: process.version },
      at: new Date().toISOString(),
    };
  },
};

const simulated = (seed: number, visits: number, everySeconds: number): Figure[] => {
  const random = seededRandom(seed + everySeconds);
  const delays: number[] = [];
  let onePair = 0;
  let plain = 0;
  for (let visit = 0; visit < visits; visit += 1) {
    const { fixes, parkedSecond } = simulateVisit(random, everySeconds);
    const { events, arrivedSecond } = eventsOf(fixes);
    if (events.join() === 'arrived,left') onePair += 1;
    if (arrivedSecond !== undefined) delays.push(arrivedSecond - parkedSecond);
    plain += containmentEvents(fixes);
  }
  const id = (figure: string) => `${figure}-every-${everySeconds}-s`;
  return [
    atLeast(id('one-pair'), (100 * onePair) / visits, '%', 99.5),
    atMost(id('told-late-median'), quantile(delays, 0.5), 's', 30),
    atLeast(id('told-late-p05'), quantile(delays, 0.05), 's', -90),
    atMost(id('told-late-p95'), quantile(delays, 0.95), 's', 90),
    // Beside it, what plain containment makes of the same fixes.
    atLeast(id('plain-containment-events'), plain / visits, 'a visit', 2),
  ];
};

/** What the geofence makes of the fixes, and when it says that he arrived: the moment from which on it was suggested to him. */
const eventsOf = (fixes: readonly PositionFix[]) => {
  let state = outsideGeofence;
  const events: GeofenceEvent[] = [];
  let arrivedSecond: number | undefined;
  for (const fix of fixes) {
    const step = nextGeofence(state, fix, visitPlace);
    state = step.state;
    if (!step.event) continue;
    events.push(step.event);
    if (step.event === 'arrived') arrivedSecond ??= secondOf(step.at);
  }
  return { events, arrivedSecond };
};

const secondOf = (at: string): number => (Date.parse(at) - visitBegins) / 1000;

const containmentEvents = (fixes: readonly PositionFix[]): number => {
  let inside = false;
  let events = 0;
  for (const { location } of fixes) {
    const now = metresBetween(location, visitPlace) <= 75;
    if (now !== inside) events += 1;
    inside = now;
  }
  return events;
};

const labelled = ({
  stops,
  withinMinute,
  longerStops,
  longerWithinMinute,
}: NonNullable<ReturnType<typeof labelledStops>>) => [
  atLeast('labelled-stops-within-60-s', (100 * withinMinute) / stops, '%', 90),
  atLeast('labelled-stops-of-15-s-or-more', (100 * longerWithinMinute) / longerStops, '%', 90),
];

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
