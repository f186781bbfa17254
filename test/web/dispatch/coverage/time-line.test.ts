import { describe, expect, it } from 'vitest';
import { stateOf, timeLineOf } from '../../../../web/dispatch/coverage/time-line.ts';

const today = '2026-05-12';
const maker = { id: 'wa_1', from: '2025-01-01', to: '2026-12-31' };
const old = { id: 'wa_0', from: '2023-01-01', to: '2024-12-31' };

describe("An asset's coverage time line", () => {
  it('runs over whole years from the first day of cover to the last', () => {
    const line = timeLineOf([maker, old], today);
    expect([line.from, line.to]).toEqual(['2023-01-01', '2026-12-31']);
    expect(line.ticks.map(({ year }) => year)).toEqual(['2023', '2024', '2025', '2026']);
  });

  it('draws each cover where it lies, the earliest first, up to the end of its last day', () => {
    const { bars } = timeLineOf([maker, old], today);
    expect(bars.map(({ span }) => span.id)).toEqual(['wa_0', 'wa_1']);
    expect(bars[1]?.left).toBeCloseTo(731 / 1461, 10);
    expect((bars[1]?.left ?? 0) + (bars[1]?.width ?? 0)).toBe(1);
  });

  it('says what has passed, what holds today and what is to come; first and last day hold', () => {
    expect(stateOf(old, today)).toBe('past');
    expect(stateOf({ from: today, to: today }, today)).toBe('in-force');
    expect(stateOf({ from: '2026-05-13', to: undefined }, today)).toBe('coming');
  });

  it('lets what has no end run to the end of the line', () => {
    const [bar] = timeLineOf([{ id: 'sc_1', from: '2026-01-01', to: undefined }], today).bars;
    expect(bar).toMatchObject({ left: 0, width: 1, state: 'in-force' });
  });

  it('numbers at most ten years of a long life', () => {
    const { ticks } = timeLineOf([{ id: 'wa_1', from: '1990-01-01', to: '2030-01-01' }], today);
    expect(ticks.length).toBeLessThanOrEqual(10);
    expect(ticks[0]).toEqual({ year: '1990', left: 0 });
  });

  it('is this year where nothing covers', () => {
    expect(timeLineOf([], today)).toMatchObject({ from: '2026-01-01', to: '2026-12-31', bars: [] });
  });
});
