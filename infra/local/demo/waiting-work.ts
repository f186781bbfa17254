import { historyEntryEntity } from '../../../functions/store/entities/history-entry.ts';
import { serviceRequestEntity } from '../../../functions/store/entities/service-request.ts';
import { addSeconds } from '../../../shared/geo/instant-arithmetic.ts';
import type { Priority } from '../../../shared/model/priority.ts';
import type { ServiceRequest } from '../../../shared/model/service-request.ts';
import { answerWithinSeconds } from '../../../shared/rules/promise.ts';
import type { DemoCompany } from './company.ts';
import { inventPlace } from './invent-place.ts';
import { inventWork } from './invent-work.ts';
import type { Keep } from './keep.ts';
import { keepWork } from './keep-work.ts';
import type { TerritoryKey } from './territory-areas.ts';
import type { WorkTypeKey } from './work-type-list.ts';

/** What waits at the first start: work type, urgency, and the share of its promise that has gone by. */
const waiting: readonly (readonly [TerritoryKey, WorkTypeKey, Priority, number])[] = [
  ['north', 'lift-stopped', 'emergency', 0.45],
  ['north', 'boiler-repair', 'high', 0.7],
  ['north', 'leak-repair', 'high', 0.3],
  ['north', 'street-light', 'normal', 0.6],
  ['north', 'power-fault', 'normal', 0.4],
  ['north', 'road-repair', 'normal', 0.95],
  ['west', 'boiler-repair', 'high', 0.8],
  ['west', 'appliance-repair', 'normal', 0.5],
  ['west', 'tree-care', 'high', 1.08],
  ['west', 'collection', 'normal', 0.7],
  ['west', 'building-inspection', 'normal', 0.3],
  ['west', 'traffic-signal', 'high', 0.2],
  ['east', 'leak-repair', 'emergency', 0.35],
  ['east', 'boiler-care', 'low', 0.5],
  ['east', 'power-fault', 'high', 0.6],
  ['east', 'collection', 'normal', 0.4],
  ['south', 'tree-care', 'normal', 0.5],
  ['south', 'boiler-repair', 'high', 0.4],
  ['south', 'graffiti-removal', 'low', 0.6],
  ['south', 'sign-repair', 'normal', 0.7],
];

/** What waits and needs two. */
const crews: typeof waiting = [
  ['north', 'lift-ropes', 'normal', 0.25],
  ['west', 'barrier-repair', 'normal', 0.2],
];

/** Requests that a person must read first. */
const open: readonly (readonly [
  TerritoryKey,
  ServiceRequest['kind'],
  NonNullable<ServiceRequest['waitsFor']>,
  string,
  string,
])[] = [
  [
    'north',
    'complaint',
    'agent-answer',
    'Technician left mud in the hall',
    'The repair was fine, but the hall carpet needs cleaning.',
  ],
  [
    'west',
    'enquiry',
    'agent-answer',
    'Does the contract cover the new dryer?',
    'It was delivered last week and is not on the list.',
  ],
  [
    'east',
    'fault',
    'no-work-type',
    'Strange smell in the boiler room',
    'Not gas, rather burnt rubber. The boiler runs.',
  ],
  ['south', 'suggestion', 'agent-answer', 'Send the arrival time by text', 'A message half an hour before would help.'],
];

/** Hands over some twenty unscheduled appointments of every urgency and a few open requests. */
export function keepWaitingWork(company: DemoCompany, now: string, keep: Keep): void {
  const random = company.make.random('waiting');
  waiting.forEach(([territory, key, priority, elapsed], index) => {
    const work = inventWork(company, random, { name: `waiting/${index}`, key, territory, now, priority, elapsed });
    if (work) keepWork(company, work, keep);
  });
  const randomOfCrews = company.make.random('waiting/crews');
  crews.forEach(([territory, key, priority, elapsed], index) => {
    const wish = { name: `waiting/crew/${index}`, key, territory, now, priority, elapsed };
    const work = inventWork(company, randomOfCrews, wish);
    if (work) keepWork(company, work, keep);
  });
  keepFetchedWork(company, now, keep);
  open.forEach(([territory, kind, waitsFor, subject, description], index) => {
    const customer = random.pick(company.book.customers);
    const [phone = ''] = customer.phones;
    const receivedAt = addSeconds(now, -random.between(600, 9000));
    const request: ServiceRequest = {
      ...company.make.record('serviceRequest', `open/${index}`, receivedAt),
      kind,
      channel: index % 2 === 0 ? 'e-mail' : 'web-form',
      status: 'new',
      subject,
      description,
      contact: { name: customer.name, phone },
      place: inventPlace(random, territory),
      receivedAt,
      dueBy: addSeconds(receivedAt, answerWithinSeconds.normal),
      priority: 'normal',
      territoryId: company.catalogue.territories[territory].id,
      customerId: customer.id,
      waitsFor,
    };
    keep(serviceRequestEntity, request);
    keep(historyEntryEntity, {
      id: company.make.id('historyEntry', `open/${index}`, receivedAt),
      subjectId: request.id,
      event: 'service-request.received',
      at: receivedAt,
      by: { kind: 'customer', id: customer.id, name: customer.name },
      facts: {},
    });
  });
}

/** One appointment needs a part that only the warehouse has. */
function keepFetchedWork(company: DemoCompany, now: string, keep: Keep): void {
  const random = company.make.random('waiting/fetched');
  const wish = { name: 'waiting/fetched', key: 'boiler-repair', territory: 'west', now } as const;
  const work = inventWork(company, random, { ...wish, priority: 'normal', elapsed: 0.2 });
  const durationSeconds = 3600;
  const partRequirements = [{ partId: company.catalogue.parts['heat-exchanger'].id, quantity: 1 }];
  if (work)
    keepWork(company, { ...work, subject: 'Heat exchanger to be changed' }, keep, {
      partRequirements,
      durationSeconds,
    });
}
