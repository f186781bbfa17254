import { expect, test } from 'vitest';
import { withRoom } from '../../../web/map/with-room.ts';

const at = (key: string, x: number, y = 0) => ({ key, x, y });
const keysOf = (handles: readonly { readonly key: string }[]) => handles.map(({ key }) => key);

test('of handles that lie over one another the first can be hit, in their order', () => {
  const handles = [at('a', 0), at('b', 23.7), at('c', 30), at('d', 60)];
  expect(keysOf(withRoom(handles, { leastPixels: 25 }))).toEqual(['a', 'c', 'd']);
});

test('the one that is being moved stays, wherever it comes', () => {
  const handles = [at('a', 0), at('b', 10), at('c', 60)];
  expect(keysOf(withRoom(handles, { leastPixels: 25, first: 'b' }))).toEqual(['b', 'c']);
});

test('what stands beside keeps its room', () => {
  const [middle, free] = [at('m', 10), at('n', 100)];
  expect(keysOf(withRoom([middle, free], { leastPixels: 25, beside: [at('a', 0)] }))).toEqual(['n']);
});
