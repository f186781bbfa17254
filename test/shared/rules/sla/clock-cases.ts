/** A clock as a service manager would put it: times are local to the zone; Monday to Friday from 8 to 17 o'clock where hours are named. */
export interface ClockCase {
  readonly name: string;
  readonly withinHours: number;
  readonly hours?: 'office' | 'always';
  readonly zone?: string;
  readonly daysOff?: readonly string[];
  readonly received: string;
  readonly events?: readonly (readonly [
    at: string,
    kind: 'paused' | 'resumed' | 'arrived' | 'fixed',
    reason?: string,
  ])[];
  readonly pausingReasons?: readonly string[];
  readonly now: string;
  readonly state: string;
  /** Absent: nobody can say. */
  readonly due?: string;
}

export const clockCases: readonly ClockCase[] = [
  {
    name: 'round the clock four hours are four hours',
    withinHours: 4,
    received: '2026-05-12 22:00',
    now: '2026-05-12 23:00',
    state: 'running',
    due: '2026-05-13 02:00',
  },
  {
    name: 'in office hours it goes on the next morning',
    withinHours: 4,
    hours: 'office',
    received: '2026-05-12 16:00',
    now: '2026-05-12 20:00',
    state: 'running',
    due: '2026-05-13 11:00',
  },
  {
    name: 'what comes on a Friday evening counts from Monday on',
    withinHours: 4,
    hours: 'office',
    received: '2026-05-15 18:00',
    now: '2026-05-16 12:00',
    state: 'running',
    due: '2026-05-18 12:00',
  },
  {
    name: 'what is due at closing time is due then, not the next morning',
    withinHours: 1,
    hours: 'office',
    received: '2026-05-12 16:00',
    now: '2026-05-12 16:30',
    state: 'running',
    due: '2026-05-12 17:00',
  },
  {
    name: 'a holiday does not count',
    withinHours: 4,
    hours: 'office',
    daysOff: ['2026-05-25'],
    received: '2026-05-22 16:00',
    now: '2026-05-25 12:00',
    state: 'running',
    due: '2026-05-26 11:00',
  },
  {
    name: 'two holidays in a row after a weekend do not count',
    withinHours: 2,
    hours: 'office',
    zone: 'Europe/Berlin',
    daysOff: ['2026-12-25', '2026-12-28', '2026-12-29'],
    received: '2026-12-24 16:00',
    now: '2026-12-27 12:00',
    state: 'running',
    due: '2026-12-30 09:00',
  },
  {
    name: 'round the clock the night when clocks go forward is an hour shorter on the wall',
    withinHours: 4,
    received: '2026-03-08 00:00',
    now: '2026-03-08 01:00',
    state: 'running',
    due: '2026-03-08 05:00',
  },
  {
    name: 'round the clock the night when clocks go back is an hour longer on the wall',
    withinHours: 4,
    received: '2026-11-01 00:00',
    now: '2026-11-01 00:30',
    state: 'running',
    due: '2026-11-01 03:00',
  },
  {
    name: 'office hours after the clocks went back are as long as ever',
    withinHours: 10,
    hours: 'office',
    received: '2026-10-30 16:00',
    now: '2026-10-30 16:30',
    state: 'running',
    due: '2026-11-02 17:00',
  },
  {
    name: 'a pause of two hours puts it off by two hours',
    withinHours: 4,
    received: '2026-05-12 09:00',
    events: [
      ['2026-05-12 10:00', 'paused', 'waiting-for-authorisation'],
      ['2026-05-12 12:00', 'resumed'],
    ],
    now: '2026-05-12 12:30',
    state: 'running',
    due: '2026-05-12 15:00',
  },
  {
    name: 'while it stands still nobody can say when it is due',
    withinHours: 4,
    received: '2026-05-12 09:00',
    events: [['2026-05-12 10:00', 'paused', 'waiting-for-authorisation']],
    now: '2026-05-14 10:00',
    state: 'paused',
  },
  {
    name: 'a pause in the night takes no office hours',
    withinHours: 4,
    hours: 'office',
    received: '2026-05-12 16:00',
    events: [
      ['2026-05-12 18:00', 'paused', 'customer-away'],
      ['2026-05-13 07:00', 'resumed'],
    ],
    now: '2026-05-13 08:00',
    state: 'running',
    due: '2026-05-13 11:00',
  },
  {
    name: 'a reason that does not pause by the company’s policy changes nothing',
    withinHours: 4,
    received: '2026-05-12 09:00',
    events: [
      ['2026-05-12 10:00', 'paused', 'no-technician'],
      ['2026-05-12 12:00', 'resumed'],
    ],
    pausingReasons: ['waiting-for-authorisation'],
    now: '2026-05-12 12:30',
    state: 'running',
    due: '2026-05-12 13:00',
  },
  {
    name: 'fixed at the very minute that it is due is in time',
    withinHours: 4,
    received: '2026-05-12 09:00',
    events: [['2026-05-12 13:00', 'fixed']],
    now: '2026-05-12 14:00',
    state: 'met',
  },
  {
    name: 'fixed a minute later is too late, and stays so',
    withinHours: 4,
    received: '2026-05-12 09:00',
    events: [['2026-05-12 13:01', 'fixed']],
    now: '2026-05-13 14:00',
    state: 'missed',
    due: '2026-05-12 13:00',
  },
  {
    name: 'not fixed when it is due it is breached',
    withinHours: 4,
    received: '2026-05-12 09:00',
    now: '2026-05-12 13:00',
    state: 'breached',
    due: '2026-05-12 13:00',
  },
  {
    name: 'a pause after the breach does not heal it',
    withinHours: 4,
    received: '2026-05-12 09:00',
    events: [['2026-05-12 14:00', 'paused', 'waiting-for-part']],
    now: '2026-05-12 15:00',
    state: 'breached',
    due: '2026-05-12 13:00',
  },
];
