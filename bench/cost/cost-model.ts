import type { Journey } from '../capacity/journeys.ts';
import type { Prices } from './prices.ts';
import type { Usage } from './usage.ts';

/** One line of the month's bill. */
export interface Line {
  readonly what: string;
  readonly count: number;
  readonly dollars: number;
}

/** The month's bill: measured units times assumed usage times assumed prices. Without SMS, tiles and photos. */
export const monthlyBill = (journeys: readonly Journey[], usage: Usage, prices: Prices): Line[] => {
  const counts = monthlyCounts(usage);
  const units = consumed(journeys, counts);
  const { answers, positionBatches } = counts;
  const calls = answers + positionBatches;
  const streamed = counts.changes + positionBatches;
  const streamCalls = streamed / usage.changesPerCall;
  const seconds =
    (answers + streamCalls) * (usage.functionMilliseconds / 1000) +
    positionBatches * (usage.positionsMilliseconds / 1000);
  const frames = streamed * usage.consolesPerTerritory;
  const gigabytes = (counts.appointments * usage.monthsKept * usage.kilobytesPerAppointment) / 2 ** 20;
  const line = (what: string, count: number, price: number): Line => ({ what, count, dollars: count * price });
  return [
    line('table: written units', units.write, prices.writeUnit),
    line('table: read units', units.read, prices.readUnit),
    line('table: GB kept, with recovery', gigabytes, prices.tableGigabyteMonth + prices.recoveryGigabyteMonth),
    line('HTTP requests', calls, prices.httpRequest),
    line('HTTP requests through the firewall', calls, prices.webAclRequest),
    line('function calls', calls + streamCalls, prices.functionCall),
    line('function GB-seconds', seconds * usage.functionGigabytes, prices.functionGigabyteSecond),
    line('socket messages', frames, prices.socketMessage),
    line('socket minutes', usage.consoles * usage.workDays * usage.hoursPerDay * 60, prices.socketMinute),
    line('log GB', ((calls + streamCalls) * usage.logBytesPerCall) / 2 ** 30, prices.logGigabyte),
    line('e-mails', counts.appointments * usage.emailsPerAppointment, prices.email),
    line('people who sign in', usage.technicians + usage.consoles, prices.signedInPerson),
    line(
      'keys, alarms and firewalls',
      1,
      2 * prices.keyMonth + 20 * prices.alarmMonth + 2 * (prices.webAclMonth + 3 * prices.webAclRuleMonth),
    ),
  ];
};

interface Counts {
  readonly appointments: number;
  readonly positionBatches: number;
  readonly boardReads: number;
  readonly phoneReads: number;
  readonly visitReads: number;
  /** Calls of the HTTP entry. */
  readonly answers: number;
  /** Things that the change stream passes on, positions apart. */
  readonly changes: number;
}

/** Status steps from assigned to completed. */
const steps = 5;

const monthlyCounts = (usage: Usage): Counts => {
  const technicianHours = usage.technicians * usage.workDays * usage.hoursPerDay;
  const technicianDays = usage.technicians * usage.workDays;
  const appointments = technicianDays * usage.appointmentsPerTechnicianAndDay;
  const boardReads = usage.consoles * usage.workDays * usage.hoursPerDay * usage.boardReadsPerConsoleAndHour;
  const phoneReads = (technicianDays * usage.phoneHoursLookedAt * 3600) / usage.phoneRefreshSeconds;
  const visitReads = appointments * usage.shareOfCustomersWhoFollow * usage.refreshesPerFollower;
  const perAppointment = 2 + usage.candidatesPerAppointment + steps + usage.checklistStepsPerAppointment;
  return {
    appointments,
    positionBatches: (technicianHours * usage.travelShare * 3600) / usage.secondsPerPositionBatch,
    boardReads,
    phoneReads,
    visitReads,
    answers: appointments * perAppointment + boardReads + phoneReads + visitReads,
    changes: appointments * (2 + steps + usage.checklistStepsPerAppointment),
  };
};

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
    default:
      return counts.appointments;
  }
};
