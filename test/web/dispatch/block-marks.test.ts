import { expect, it } from 'vitest';
import { blockMarks } from '../../../web/dispatch/board/block-marks.ts';

it('a block says by signs how its promise stands and what goes on', () => {
  expect(blockMarks('scheduled', 'fine')).toBe('');
  expect(blockMarks('scheduled', 'risk')).toBe('▲');
  expect(blockMarks('travelling', 'late')).toBe('●➤');
});

it('what is over says how it ended, not that it was late', () => {
  expect(blockMarks('completed', 'late')).toBe('✓');
  expect(blockMarks('cannot-complete', 'late')).toBe('✕');
});
