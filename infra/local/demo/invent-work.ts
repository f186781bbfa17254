import type { Asset } from '../../../shared/model/asset.ts';
import type { Customer } from '../../../shared/model/customer.ts';
import type { Place } from '../../../shared/model/place.ts';
import type { Priority } from '../../../shared/model/priority.ts';
import type { WorkType } from '../../../shared/model/work-type.ts';
import { contractsInForce } from '../../../shared/rules/coverage/promises-in-order.ts';
import { decidePromise } from '../../../shared/rules/promise.ts';
import { demonstrationZone } from './catalogue.ts';
import type { DemoCompany } from './company.ts';
import { inventPlace } from './invent-place.ts';
import type { Random } from './random.ts';
import type { TerritoryKey } from './territory-areas.ts';
import { workTypeList, type WorkTypeKey, type WorkTypeLine } from './work-type-list.ts';

/** A piece of work that someone asked for: where, for whom, and by when. */
export interface DemoWork {
  /** Unique in the demonstration; ids are made from it. */
  readonly name: string;
  readonly key: WorkTypeKey;
  readonly workType: WorkType;
  readonly territory: TerritoryKey;
  readonly customer: Customer;
  readonly siteId?: string;
  readonly asset?: Asset;
  readonly place: Place;
  readonly subject: string;
  readonly priority: Priority;
  readonly receivedAt: string;
  readonly dueBy: string;
}

export interface WorkWish {
  readonly name: string;
  readonly key: WorkTypeKey;
  readonly territory: TerritoryKey;
  readonly now: string;
  /** When it is planned; a request is made up that can be kept by then. Absent for work that waits. */
  readonly plannedStartAt?: string;
  readonly priority?: Priority;
  /** How much of the promise's time has gone by; above 1 it is late. */
  readonly elapsed?: number;
}

/** Makes up who asked for it and when; nothing where nobody in the territory has such a machine. */
export function inventWork(company: DemoCompany, random: Random, wish: WorkWish): DemoWork | undefined {
  const where = whereFor(company, random, wish);
  if (!where) return undefined;
  const line: WorkTypeLine = workTypeList[wish.key];
  const workType = company.catalogue.workTypes[wish.key];
  const asked = wish.plannedStartAt ?? wish.now;
  const elapsed = wish.elapsed ?? 0.25 + random.next() * 0.7;
  const times = wishedPriorities(wish, workType).map((priority) => {
    const within = promiseMs(company, where, workType, priority, asked);
    const receivedMs = Math.min(Date.parse(asked) - within * elapsed, Date.parse(wish.now) - 900_000);
    const receivedAt = new Date(wholeMinute(receivedMs)).toISOString();
    return { priority, receivedAt, dueBy: new Date(Date.parse(receivedAt) + within).toISOString() };
  });
  // An urgent promise cannot have been given for a time far ahead: then it was less urgent.
  const fitting =
    times.find(({ dueBy }) => wish.plannedStartAt === undefined || elapsed > 1 || dueBy > asked) ?? times.at(-1);
  return (
    fitting && {
      ...where,
      ...fitting,
      name: wish.name,
      key: wish.key,
      workType,
      territory: wish.territory,
      subject: random.pick(line.subjects),
    }
  );
}

function wishedPriorities({ priority }: WorkWish, workType: WorkType): Priority[] {
  return priority === undefined ? [workType.priority, 'normal', 'low'] : [priority];
}

type Where = Pick<DemoWork, 'customer' | 'place'> & Partial<Pick<DemoWork, 'siteId' | 'asset'>>;

function whereFor({ book }: DemoCompany, random: Random, { key, territory }: WorkWish): Where | undefined {
  const line: WorkTypeLine = workTypeList[key];
  const classes = [...line.assetClasses, ...(line.careOf === undefined ? [] : [line.careOf])];
  const here = book.served.filter((served) => served.territory === territory);
  if (classes.length === 0) {
    const publicBodies = here.filter(({ customer }) => customer.kind === 'public-body');
    return { customer: random.pick(publicBodies).customer, place: inventPlace(random, territory) };
  }
  const machines = here.flatMap(({ customer, site, assets }) =>
    assets.filter(({ assetClass }) => classes.includes(assetClass)).map((asset) => ({ customer, site, asset })),
  );
  if (machines.length === 0) return undefined;
  const { customer, site, asset } = random.pick(machines);
  return { customer, siteId: site.id, asset, place: site.place };
}

/** How long the promise runs, by the product's own rule. */
function promiseMs(
  { book }: DemoCompany,
  { customer, siteId }: Where,
  workType: WorkType,
  priority: Priority,
  at: string,
): number {
  const own = book.contracts.filter(({ customerId }) => customerId === customer.id);
  const contracts = contractsInForce({ contracts: own, siteId, zone: demonstrationZone, at });
  const { dueBy } = decidePromise({ priority, workType, contracts, receivedAt: at });
  return Date.parse(dueBy) - Date.parse(at);
}

const wholeMinute = (epochMs: number) => Math.floor(epochMs / 60_000) * 60_000;
