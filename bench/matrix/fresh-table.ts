import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { manyToMany } from '../../shared/geo/road/many-to-many.ts';
import { readNetwork } from '../../shared/geo/road/network-file.ts';
import { nearestRoad } from '../../shared/geo/road/nearest-road.ts';
import { searchesOf } from '../../shared/geo/road/searches-of.ts';
import { somePlaces } from './some-places.ts';

/** Opens a network in a fresh process, answers a first table, then warm ones; prints JSON. Arguments: FILE SIZE SEED. */
const [file = '', size = '500', seed = '1'] = process.argv.slice(2);
const begun = performance.now();
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const cpuBegun = cpu();

const descriptor = openSync(file, 'r');
const buffer = new ArrayBuffer(fstatSync(descriptor).size);
readSync(descriptor, new Uint8Array(buffer), 0, buffer.byteLength, 0);
closeSync(descriptor);
const read = readNetwork(buffer);
if (!read.ok) throw new Error(read.detail);
const { network } = read;
const roads = nearestRoad(network);
const points = somePlaces(network, Number(size), Number(seed)).flatMap((place) => roads.find(place) ?? []);
const searches = searchesOf(network);
manyToMany(network, searches, points, points);
const coldMilliseconds = performance.now() - begun;
const coldCpuMilliseconds = cpu() - cpuBegun;

const warmCpuMilliseconds: number[] = [];
for (let round = 0; round < 12; round += 1) {
  const before = cpu();
  manyToMany(network, searches, points, points);
  // The first ones still compile.
  if (round >= 3) warmCpuMilliseconds.push(cpu() - before);
}
console.log(JSON.stringify({ coldMilliseconds, coldCpuMilliseconds, warmCpuMilliseconds }));
