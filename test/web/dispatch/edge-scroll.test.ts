import { expect, test } from 'vitest';
import { edgeScroll } from '../../../web/dispatch/board/edge-scroll.ts';

const sight = { left: 100, right: 900, top: 50, bottom: 450 };

test('what is held in the middle of the board leaves it where it is', () => {
  expect(edgeScroll(sight, 500, 250)).toEqual({ across: 0, down: 0 });
});

test('near an edge the board goes on that way, the nearer the faster', () => {
  const [near, nearer] = [edgeScroll(sight, 875, 250), edgeScroll(sight, 898, 250)];
  expect(near.across).toBeGreaterThan(0);
  expect(nearer.across).toBeGreaterThan(near.across);
  expect(edgeScroll(sight, 105, 250).across).toBeLessThan(0);
  expect(edgeScroll(sight, 500, 445).down).toBeGreaterThan(0);
  expect(edgeScroll(sight, 500, 55).down).toBeLessThan(0);
});

test('outside of the board nothing moves', () => {
  expect(edgeScroll(sight, 950, 250)).toEqual({ across: 0, down: 0 });
});
