import { metresBetween } from '../../shared/geo/distance.ts';
import { estimatedTravel } from '../../shared/geo/estimated-travel.ts';
import { nearestRoad, type RoadPoint } from '../../shared/geo/road/nearest-road.ts';
import type { RoadNetwork } from '../../shared/geo/road/road-network.ts';
import { roadRoute, type RoadRoute } from '../../shared/geo/road/road-route.ts';
import { roadTravel } from '../../shared/geo/road/road-travel.ts';
import { routeBetween } from '../../shared/geo/road/route-between.ts';
import { searchesOf } from '../../shared/geo/road/searches-of.ts';
import type { Position } from '../../shared/model/place.ts';
import { somePlaces } from '../matrix/some-places.ts';
import { fixesAlong, type Waypoint } from './fixes-along.ts';
import { gauss } from './grid-city.ts';
import { rush } from './rush.ts';
import type { SimulatedDrive, Town } from './town.ts';

const standsAfterwardsSeconds = 240;
const leastMetres = 800;
const metresPerDegree = 111_195;

/**
 * A city's imported roads, driven along the network's own best ways, but as a city has it: streets slower or quicker
 * than their limits the same every day, rush hours, a driver of his own, delay at turns, jams, and a parking space to
 * be found. Assumptions, kept here to be argued with.
 */
export const roadTown = (name: string, network: RoadNetwork, seed: number): Town => {
  const travel = roadTravel(network, estimatedTravel);
  const routeOf = routes(network);
  const places = somePlaces(network, 4_000, seed);
  const slowness = new Map<string, number>();
  return {
    name,
    outing: (random, day) => {
      for (;;) {
        const place = () => places[Math.floor(random() * places.length)] ?? [0, 0];
        const [from, to] = [place(), place()];
        const route = routeOf(from, to);
        if (route && route.metres >= leastMetres) return { drive: driven(route, to, slowness, random, day), travel };
      }
    },
  };
};

const routes = (network: RoadNetwork) => {
  const roads = nearestRoad(network);
  const searches = searchesOf(network);
  return (from: Position, to: Position): RoadRoute | undefined => {
    const [a, b]: (RoadPoint | undefined)[] = [roads.find(from), roads.find(to)];
    const path = a && b && routeBetween(network, searches, a, b);
    return path && roadRoute(network, path, a, b);
  };
};

const driven = (
  route: RoadRoute,
  door: Position,
  slowness: Map<string, number>,
  random: () => number,
  day: number,
): SimulatedDrive => {
  const hour = 8 + random() * 9;
  const leftMs = Date.UTC(2026, 4, 11 + (day % 5)) + Math.round(hour * 3_600_000);
  const driver = Math.exp(0.1 * gauss(random)) * (1 + rush(hour) * (0.2 + 0.3 * random()));
  const setsOut = 20 + random() * 60;
  const start = route.line[0] ?? door;
  const way: Waypoint[] = [{ at: start, second: 0 }, ...alongLine(route, setsOut, driver, slowness, random)];
  let second = way.at(-1)?.second ?? setsOut;
  // One in three goes round the block for a parking space.
  for (const at of random() < 1 / 3 ? blockAround(door) : []) {
    second += 150 / (4 + 4 * random());
    way.push({ at, second });
  }
  const parked = second + 5 + 60 * random();
  way.push({ at: door, second: parked }, { at: door, second: parked + standsAfterwardsSeconds });
  return { door, fixes: fixesAlong(way, leftMs, random), leftMs, arrivedMs: leftMs + parked * 1000 };
};

const alongLine = (
  { line, steps }: RoadRoute,
  setsOut: number,
  driver: number,
  slowness: Map<string, number>,
  random: () => number,
): Waypoint[] => {
  const jammed = random() < 0.08 ? Math.floor(random() * steps.length) : -1;
  // What a step really takes, for each metre of it; its turn's delay comes before.
  const real = steps.map(({ name, seconds, metres }, index) => {
    const slow = slowness.get(name) ?? Math.exp(0.25 * gauss(random));
    slowness.set(name, slow);
    const driving = seconds * slow * driver * (0.85 + 0.3 * random());
    const waits = (random() < 0.3 ? random() * 45 : 0) + (index === jammed ? 60 + random() * 340 : 0);
    return { metres, waits, perMetre: driving / Math.max(metres, 1) };
  });
  const way: Waypoint[] = [{ at: line[0] ?? [0, 0], second: setsOut }];
  let [step, leftOfStep, second] = [0, real[0]?.metres ?? 0, setsOut];
  line.forEach((at, i) => {
    const metres = i === 0 ? 0 : metresBetween(line[i - 1] ?? at, at);
    second += metres * (real[step]?.perMetre ?? 0.1);
    way.push({ at, second });
    leftOfStep -= metres;
    if (leftOfStep > 0.5 || step + 1 >= real.length) return;
    step += 1;
    leftOfStep += real[step]?.metres ?? 0;
    second += real[step]?.waits ?? 0;
    way.push({ at, second });
  });
  return way;
};

const blockAround = ([longitude, latitude]: Position): Position[] => {
  const north = 150 / metresPerDegree;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  return [
    [longitude + east, latitude],
    [longitude + east, latitude + north],
    [longitude, latitude + north],
    [longitude, latitude],
  ];
};
