import { expect, test } from 'vitest';
import { routePattern } from '../../../infra/local/front/route-pattern.ts';

test('a route fits its method and its path with one value for each parameter', () => {
  const board = routePattern('GET /v1/territories/{territoryId}/days/{day}/board');
  expect(board.fits('GET', '/v1/territories/tr_1/days/2026-05-12/board')).toBe(true);
  expect(board.parameters('/v1/territories/tr%20_1/days/2026-05-12/board')).toEqual({
    territoryId: 'tr _1',
    day: '2026-05-12',
  });
  expect(board.fits('POST', '/v1/territories/tr_1/days/2026-05-12/board')).toBe(false);
  expect(board.fits('GET', '/v1/territories/tr_1/days//board')).toBe(false);
  expect(board.fits('GET', '/v1/territories/tr_1/days/2026-05-12/board/more')).toBe(false);
});

test('a greedy parameter takes the rest of the path', () => {
  const rest = routePattern('ANY /docs/{file+}');
  expect(rest.fits('HEAD', '/docs/a/b')).toBe(true);
  expect(rest.parameters('/docs/a/b')).toEqual({ file: 'a/b' });
  expect(rest.fits('GET', '/docs')).toBe(false);
});

test('the least open route comes first, the default one last', () => {
  const keys = ['$default', 'ANY /v1/{rest+}', 'GET /v1/{id}', 'ANY /v1/today', 'GET /v1/today'];
  const sorted = [...keys].sort((a, b) => routePattern(a).openness - routePattern(b).openness);
  expect(sorted).toEqual([...keys].reverse());
});
