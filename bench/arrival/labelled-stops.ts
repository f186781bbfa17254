import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { nextGeofence, outsideGeofence } from '../../shared/geo/geofence.ts';
import { secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import type { PositionFix } from '../../shared/model/position-fix.ts';
import { placeOf } from './simulate-visit.ts';

/** 400 six-minute tracks of delivery agents (Eftelioglu et al. 2022, CC-BY-4.0): metres about an unknown centre, every 5 s, labelled. */
const file = new URL('../../../shared/data/gps-delivery/tracks-0000_0399.csv', import.meta.url);

export interface LabelledStops {
  readonly stops: number;
  /** Stops whose arrival was seen within a minute of the label's change from driving to on foot. */
  readonly withinMinute: number;
  /** Of those with at least a quarter of a minute on foot, which a change of label by mistake has not. */
  readonly longerStops: number;
  readonly longerWithinMinute: number;
}

/** Holds the geofence against people's labels; undefined where the data is not there. The place of a stop is where its first minute on foot was: the tracks name no addresses. */
export const labelledStops = (): LabelledStops | undefined => {
  if (!existsSync(file)) return undefined;
  const counts = { stops: 0, withinMinute: 0, longerStops: 0, longerWithinMinute: 0 };
  for (const track of readTracks()) {
    for (const { driving, onFoot } of stopsIn(track)) {
      const seen = isSeen(driving, onFoot);
      const [first, last] = [onFoot[0], onFoot.at(-1)];
      const isLong = first && last && secondsBetween(first.fix.at, last.fix.at) >= 15;
      counts.stops += 1;
      counts.withinMinute += seen ? 1 : 0;
      counts.longerStops += isLong ? 1 : 0;
      counts.longerWithinMinute += isLong && seen ? 1 : 0;
    }
  }
  return counts;
};

interface Labelled {
  readonly fix: PositionFix;
  readonly east: number;
  readonly north: number;
  readonly driving: boolean;
}

const readTracks = (): Labelled[][] => {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
  const tracks = new Map<string, Labelled[]>();
  for (const { trajectory = '', timestamp = '', x = '', y = '', groundtruth } of rows) {
    const [east, north] = [Number(x), Number(y)];
    const at = new Date(`${timestamp.replace(' ', 'T')}Z`).toISOString();
    const fix = { at, location: placeOf([east, north]), accuracyMetres: 10 };
    const track = tracks.get(trajectory) ?? [];
    track.push({ fix, east, north, driving: groundtruth === 'Driving' });
    tracks.set(trajectory, track);
  }
  return [...tracks.values()];
};

const stopsIn = (track: readonly Labelled[]) => {
  const stretches: Labelled[][] = [];
  for (const one of track) {
    const last = stretches.at(-1);
    if (last?.[0]?.driving === one.driving) last.push(one);
    else stretches.push([one]);
  }
  return stretches.flatMap((onFoot, i) => {
    const driving = stretches[i - 1];
    return driving && !onFoot[0]?.driving ? [{ driving, onFoot, after: stretches[i + 1] ?? [] }] : [];
  });
};

const isSeen = (driving: readonly Labelled[], onFoot: readonly Labelled[]): boolean => {
  const changedAt = onFoot[0]?.fix.at ?? '';
  const firstMinute = onFoot.filter(({ fix }) => secondsBetween(changedAt, fix.at) <= 60);
  const place = placeOf([median(firstMinute.map(({ east }) => east)), median(firstMinute.map(({ north }) => north))]);
  let state = outsideGeofence;
  for (const { fix } of [...driving, ...onFoot]) {
    const step = nextGeofence(state, fix, place);
    state = step.state;
    if (step.event === 'arrived') return isNear(changedAt, step.at);
  }
  return state.stoodAt !== undefined && isNear(changedAt, state.stoodAt);
};

const isNear = (labelAt: string, seenAt: string): boolean => Math.abs(secondsBetween(labelAt, seenAt)) <= 60;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
