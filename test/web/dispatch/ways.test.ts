import { expect, test } from 'vitest';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { Ways } from '../../../web/dispatch/state/ways.ts';
import type { Position } from '../../../shared/model/place.ts';
import { anApi } from '../an-api.ts';

const [home, shop]: Position[] = [
  [-71.06, 42.36],
  [-71.1, 42.4],
];
if (!home || !shop) throw new Error('two places');

const answering = (answer: () => object) => {
  const asked: { query: { places: string } }[] = [];
  const call = async (_endpoint: object, given: { query: { places: string } }) => {
    asked.push(given);
    return answer();
  };
  return { asked, ways: new Ways(anApi(call)) };
};

test('ways are an estimate until the server has told its own, each pair asked for once', async () => {
  const times = { travelSource: 'road-network', seconds: [0, 700, 650, 0], metres: [0, 5000, 4900, 0] };
  const { asked, ways } = answering(() => times);
  expect(ways.travel(home, shop).isEstimate).toBe(true);
  expect(await ways.ask('tr_x', [home, shop, home])).toBe(true);
  expect(asked[0]?.query.places).toBe('-71.060000,42.360000;-71.100000,42.400000');
  expect(ways.travel(home, shop)).toEqual({ seconds: 700, metres: 5000, isEstimate: false });
  expect(ways.travel(shop, home)).toMatchObject({ seconds: 650 });
  expect(await ways.ask('tr_x', [shop, home])).toBe(false);
  expect(asked).toHaveLength(1);
});

test('what the server itself only estimates stays an estimate', async () => {
  const times = { travelSource: 'estimate', seconds: [0, 700, 650, 0], metres: [0, 5000, 4900, 0] };
  const { ways } = answering(() => times);
  await ways.ask('tr_x', [home, shop]);
  expect(ways.travel(home, shop)).toEqual({ seconds: 700, metres: 5000, isEstimate: true });
});

test('a server that is away leaves the estimate, and is asked again', async () => {
  const { asked, ways } = answering(() => {
    throw new NetworkDown();
  });
  expect(await ways.ask('tr_x', [home, shop])).toBe(false);
  expect(await ways.ask('tr_x', [home, shop])).toBe(false);
  expect(asked).toHaveLength(2);
  expect(ways.travel(home, shop).isEstimate).toBe(true);
});
