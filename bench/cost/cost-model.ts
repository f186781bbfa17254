import type { Journey } from '../capacity/journeys.ts';
import { monthlyCounts, type Counts } from './counts.ts';
import type { Free, Prices } from './prices.ts';
import type { Usage } from './usage.ts';

/** One line of the month's bill. */
export interface Line {
  readonly what: string;
  readonly count: number;
  readonly dollars: number;
}
export interface Measured {
  readonly journeys: readonly Journey[];
  /** What an appointment leaves in the table for good, from the request to the end, with its copies in the indexes. */
  readonly bytesPerAppointment: number;
}

/** The month's bill: measured units times assumed usage times assumed prices. Without SMS, tiles and photos. */
export const monthlyBill = (measured: Measured, usage: Usage, prices: Prices, free: Free): Line[] => {
  const counts = monthlyCounts(usage);
  const units = consumed(measured.journeys, counts);
  const { answers, positionBatches, streamCalls } = counts;
  const calls = answers + positionBatches;
  const seconds =
    (answers + streamCalls) * (usage.functionMilliseconds / 1000) +
    positionBatches * (usage.positionsMilliseconds / 1000);
  const gigabytes = (counts.appointments * usage.monthsKept * measured.bytesPerAppointment) / 2 ** 30;
  const logs = (calls * usage.logBytesPerRequest) / 2 ** 30;
  const out = (calls * usage.kilobytesPerAnswer) / 2 ** 20;
  const line = (what: string, count: number, price: number, given = 0): Line => ({
    what,
    count,
    dollars: Math.max(0, count - given) * price,
  });
  return [
    line('table: written units', units.write, prices.writeUnit),
    line('table: read units', units.read, prices.readUnit),
    line('table: GB kept', gigabytes, prices.tableGigabyteMonth, free.tableGigabytes),
    line('table: GB that can be recovered', gigabytes, prices.recoveryGigabyteMonth),
    line('requests at the edge', calls, prices.edgeRequest, free.edgeRequests),
    line('requests through the firewall', calls, prices.webAclRequest),
    line('requests at the gateway', calls, prices.httpRequest),
    line('GB out', out, prices.edgeGigabyteOut, free.edgeGigabytesOut),
    line('function calls', calls + streamCalls, prices.functionCall, free.functionCalls),
    line(
      'function GB-seconds',
      seconds * usage.functionGigabytes,
      prices.functionGigabyteSecond,
      free.functionGigabyteSeconds,
    ),
    line('socket messages', counts.frames * usage.consolesPerTerritory, prices.socketMessage),
    line('socket minutes', usage.consoles * usage.workDays * usage.hoursPerDay * 60, prices.socketMinute),
    line('queue requests', usage.queueRequests, prices.queueRequest, free.queueRequests),
    line('log GB', logs, prices.logGigabyte, free.logGigabytes),
    line('log GB kept three months', logs * 3, prices.logGigabyteMonth),
    line('e-mails', counts.appointments * usage.emailsPerAppointment, prices.email),
    line('people who sign in', usage.technicians + usage.consoles, prices.signedInPerson),
    ...standing(prices, free),
  ];
};

/** What costs whatever happens: one list with four rules before pages and API, two keys, alarms, the rest by name. */
const standing = (prices: Prices, free: Free): Line[] => [
  { what: 'firewall', count: 1, dollars: prices.webAclMonth + 4 * prices.webAclRuleMonth },
  { what: 'keys', count: 2, dollars: 2 * prices.keyMonth },
  {
    what: 'alarms, dashboard, metric',
    count: 17,
    dollars:
      Math.max(0, 15 - free.alarms) * prices.alarmMonth +
      Math.max(0, 1 - free.dashboards) * prices.dashboardMonth +
      prices.metricMonth,
  },
  { what: 'zone and secret', count: 2, dollars: prices.zoneMonth + prices.secretMonth },
];

/** A visit's page reads session, link, appointment, company, territory, work order, technician and position, each by its key. */
const visitReadUnits = 8;

const consumed = (journeys: readonly Journey[], counts: Counts): { readonly read: number; readonly write: number } => {
  const sum = { read: counts.visitReads * visitReadUnits, write: 0 };
  for (const { name, answered, passedOn } of journeys) {
    const times = timesOf(name, counts);
    sum.read += times * (answered.read + passedOn.read);
    sum.write += times * (answered.write + passedOn.write);
  }
  return sum;
};

const timesOf = (name: string, counts: Counts): number => {
  switch (name) {
    case 'the board of a day':
      return counts.boardReads;
    case "a technician's day":
      return counts.phoneReads;
    case 'a batch of 15 positions':
      return counts.positionBatches;
    // Measured, but in no month yet: its phones still ask for the day.
    case 'a pull, the first':
    case 'a pull within a minute':
      return 0;
    default:
      return counts.appointments;
  }
};
