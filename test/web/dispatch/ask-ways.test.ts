import { expect, it } from 'vitest';
import type { Position } from '../../../shared/model/place.ts';
import { askWays, travelBy } from '../../../web/dispatch/what-if/ask-ways.ts';
import { anApi } from '../an-api.ts';

/** Answers with the difference of the longitudes in thousandths, as seconds. */
const aServer = () => {
  const sizes: number[] = [];
  const call = async (_endpoint: object, { body }: { body: { places: Position[] } }) => {
    sizes.push(body.places.length);
    const seconds = body.places.flatMap(([from]) => body.places.map(([to]) => Math.round(Math.abs(to - from) * 1000)));
    return { travelSource: 'road-network', seconds, metres: seconds };
  };
  return { sizes, api: anApi(call) };
};
const inARow = (count: number): Position[] =>
  Array.from({ length: count }, (_, index): Position => [-71 + index / 1000, 42]);
const asked = { territoryId: 'tr_x', day: '2026-05-12' };

it('A usual day asks for its ways in one question, each place once', async () => {
  const { sizes, api } = aServer();
  const places = inARow(40);
  const ways = await askWays(api, { ...asked, places: [...places, ...places] });
  expect(sizes).toEqual([40]);
  expect(travelBy(ways).travel([-71, 42], [-70.99, 42]).seconds).toBe(10);
});

it('A day of more places than one answer holds learns the way between every two of them', async () => {
  const { sizes, api } = aServer();
  const places = inARow(620);
  const travel = travelBy(await askWays(api, { ...asked, places }));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  const { seconds } = travel.matrix(places);
  const wrong = [...seconds].filter((each, cell) => each !== Math.abs((cell % 620) - Math.floor(cell / 620)));
  expect(wrong).toEqual([]);
});
