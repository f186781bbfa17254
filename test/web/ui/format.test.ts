import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../web/ui/format.ts';

const english = formatFor('en', 'America/New_York');
const chinese = formatFor('zh', 'America/New_York');
const at = '2026-05-12T18:05:00.000Z';

describe('Times and amounts', () => {
  it("are told in the territory's zone, wherever the screen stands", () => {
    expect(english.time(at)).toBe('14:05');
    expect(formatFor('en', 'Asia/Shanghai').time(at)).toBe('02:05');
    expect(english.timeSpan(at, '2026-05-12T18:35:00.000Z')).toBe('14:05–14:35');
  });

  it('say durations in hours and minutes, never less than a minute', () => {
    expect(english.duration(4500)).toBe('1h 15 min');
    expect(english.duration(10)).toBe('1 min');
    expect(chinese.duration(4500)).toBe('1小时15分钟');
  });

  it('say how long ago by the present that they are given', () => {
    const now = Date.parse(at);
    expect(english.relative(now - 240_000, now)).toBe('4 min ago');
    expect(chinese.relative(now - 240_000, now)).toBe('4分钟前');
    expect(english.relative(now + 9_000, now)).toBe('0 sec ago');
  });

  it('say short ways in metres and long ones in kilometres', () => {
    expect(english.distance(848)).toBe('850 m');
    expect(english.distance(1240)).toBe('1.2 km');
  });

  it('name the zone for those who are elsewhere', () => {
    expect(english.zoneInWords(at)).toBe('Eastern Time');
    expect(chinese.zoneInWords(at)).toBe('北美东部时间');
  });

  it('name the year of a day that may lie years away', () => {
    expect(english.date('2029-08-26')).toBe('26 Aug 2029');
    expect(chinese.date('2029-08-26')).toBe('2029年8月26日');
  });

  it('read a day as that day, in every zone', () => {
    expect(formatFor('en', 'Pacific/Kiritimati').day('2026-09-21')).toBe('Mon 21 Sept');
  });
});
