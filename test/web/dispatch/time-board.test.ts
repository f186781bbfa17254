import { describe, expect, it } from 'vitest';
import { axisTicks } from '../../../web/dispatch/board/axis-ticks.ts';
import { neighbourCell, presentCell, type GridLine } from '../../../web/dispatch/board/grid-cell.ts';
import { timeScale, type ScaleWish } from '../../../web/dispatch/board/time-scale.ts';
import { shownLines, shownStretch } from '../../../web/dispatch/board/window-of.ts';
import { zoomed } from '../../../web/dispatch/board/zoom.ts';

const scaleOf = (changes: Partial<ScaleWish> = {}) =>
  timeScale({ days: ['2026-05-12'], zone: 'America/New_York', spans: [], width: 1100, zoom: 'fit', ...changes });
const at = (text: string) => Date.parse(`2026-05-${text}:00Z`);

describe('The time along the board', () => {
  it('goes from seven to six at least, and further where somebody works longer', () => {
    const usual = scaleOf();
    expect(new Date(usual.from).toISOString()).toBe('2026-05-12T11:00:00.000Z');
    expect(new Date(usual.to).toISOString()).toBe('2026-05-12T22:00:00.000Z');
    const late = scaleOf({ spans: [{ from: at('12T23:10'), to: at('13T00:20') }] });
    expect(new Date(late.to).toISOString()).toBe('2026-05-13T01:00:00.000Z');
  });

  it('is told under the pointer to the next five minutes', () => {
    const scale = scaleOf();
    expect(new Date(scale.timeAt(scale.x(at('12T14:32')))).toISOString()).toBe('2026-05-12T14:30:00.000Z');
  });

  it('leaves the nights of a week out: a day follows where the one before ended', () => {
    const days = ['2026-05-11', '2026-05-12', '2026-05-13'];
    const scale = scaleOf({ days });
    const [first, second] = scale.days;
    expect(second?.left).toBe(first?.right);
    expect(scale.x(at('12T04:00'))).toBeCloseTo(second?.left ?? 0, 0);
    expect(new Date(scale.timeAt((second?.left ?? 0) + 1)).toISOString()).toBe('2026-05-12T11:00:00.000Z');
  });

  it('has 23 hours where the clock goes forward', () => {
    const whole = [{ from: Date.parse('2026-03-08T05:00:00Z'), to: Date.parse('2026-03-09T04:00:00Z') }];
    const scale = scaleOf({ days: ['2026-03-08'], spans: whole });
    expect((scale.to - scale.from) / 3_600_000).toBe(23);
  });

  it('is marked as closely as can be read, or as asked for', () => {
    expect(scaleOf().tickMinutes).toBe(30);
    expect(scaleOf({ width: 500 }).tickMinutes).toBe(120);
    const close = scaleOf({ zoom: 15 });
    expect(close.tickMinutes).toBe(15);
    expect(axisTicks(close, { from: 0, to: close.width })).toHaveLength(11 * 4);
  });

  it('is spread out in steps that each show less, and drawn together to all that fits', () => {
    expect(zoomed('fit', 1, 100)).toBe(30);
    expect(zoomed(30, 1, 100)).toBe(15);
    expect(zoomed(15, 1, 100)).toBe(15);
    expect(zoomed(30, -1, 100)).toBe('fit');
  });
});

describe('What is drawn of a long board', () => {
  const view = { top: 4200, left: 1000, width: 900, height: 400 };

  it('are the lines in sight and one beyond, and the one that has the focus', () => {
    const shown = shownLines(view, 200, 3);
    expect(shown).toContain(100);
    expect(shown).toContain(3);
    expect(shown.length).toBeLessThan(15);
  });

  it('is what is in sight sideways and a little more', () => {
    const { from, to } = shownStretch(view, 40_000);
    expect(from).toBeLessThan(1000);
    expect(to).toBeGreaterThan(1000 + 900 - 164);
    expect(to - from).toBeLessThan(1600);
  });
});

describe('The keys in the grid of the board', () => {
  const line = (id: string, ...hours: number[]): GridLine => ({
    id,
    blocks: hours.map((hour) => ({ appointment: { id: `${id}-${hour}` }, from: hour })),
  });
  const lines = [line('ana', 9, 12), line('ben'), line('carl', 8, 11, 15)];
  const press = (from: string | undefined, key: string, lineId = 'ana', more = {}) =>
    neighbourCell(lines, { lineId, appointmentId: from }, { key, ctrlKey: false, metaKey: false, ...more }, 2);

  it('lead along a line, from its label to its last appointment', () => {
    expect(press(undefined, 'ArrowRight')?.appointmentId).toBe('ana-9');
    expect(press('ana-9', 'ArrowRight')?.appointmentId).toBe('ana-12');
    expect(press('ana-12', 'ArrowRight')).toBeUndefined();
    expect(press('ana-9', 'ArrowLeft')).toEqual({ lineId: 'ana', appointmentId: undefined });
    expect(press('ana-9', 'End')?.appointmentId).toBe('ana-12');
  });

  it('lead to the nearest in time of the next line, to its label where it has none', () => {
    expect(press('ana-12', 'ArrowDown')).toEqual({ lineId: 'ben', appointmentId: undefined });
    expect(press('carl-11', 'PageUp', 'carl')?.appointmentId).toBe('ana-12');
    expect(press('ana-9', 'End', 'ana', { ctrlKey: true })?.lineId).toBe('carl');
    expect(press('ana-9', 'ArrowUp')).toBeUndefined();
  });

  it('stay with an appointment that went to another line, and with the line of one that is gone', () => {
    expect(presentCell(lines, { lineId: 'ben', appointmentId: 'carl-11' })?.lineId).toBe('carl');
    expect(presentCell(lines, { lineId: 'carl', appointmentId: 'gone' })).toEqual({
      lineId: 'carl',
      appointmentId: undefined,
    });
    expect(presentCell(lines, undefined)?.appointmentId).toBe('ana-9');
  });
});
