import { randomBytes } from 'node:crypto';
import type { NewId } from '../../../functions/platform/ids.ts';
import { newSecretToken, readSecretToken } from '../../../functions/platform/secret-token.ts';
import { customerLinkEntity } from '../../../functions/store/entities/customer-link.ts';
import { houseTenantId, tenantEntryEntity } from '../../../functions/store/entities/tenant-entry.ts';
import { stockLevelEntity } from '../../../functions/store/entities/stock-level.ts';
import type { Table } from '../../../functions/store/table-client.ts';
import { addDays, dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Corner } from '../table-engine/table-engine.ts';
import { demonstrationZone } from './catalogue.ts';
import { buildCompany, type DemoCompany } from './company.ts';
import { keepCompany } from './keep-company.ts';
import { keepDay } from './keep-day.ts';
import { keepWaitingWork } from './waiting-work.ts';
import { newKept } from './keep.ts';
import { openingShelves } from './shelves.ts';
import { buildOtherCompany, type OtherCompany } from './other-company.ts';
import { writeKept } from './write-kept.ts';

export interface SeedParts {
  readonly table: Table;
  /** Remembers what was written, beside the table. */
  readonly corner: Corner;
  readonly newId: NewId;
  readonly now: () => Date;
  readonly seed: string;
}

export interface Demonstration {
  readonly company: DemoCompany;
  readonly other: OtherCompany;
  /** The secret of the web form's link. */
  readonly reportToken: string;
  /** What is still to be written for the present day. */
  readonly missing: boolean;
  write(): Promise<void>;
}

/** The demonstration of this data folder: made from its seed once, and from then on a new day whenever one is missing. */
export async function openDemonstration(parts: SeedParts): Promise<Demonstration> {
  const notes = new Map<string, string>();
  for await (const [key, value] of parts.corner.entries()) notes.set(key, value);
  const company = buildCompany(notes.get('seed') ?? parts.seed);
  const other = buildOtherCompany(company.make);
  const days = daysAround(parts.now()).filter((day) => !notes.has(`day/${day}`));
  const reportToken = notes.get('report-token') ?? newSecretToken(company.tenant.id, randomBytes);
  const fresh = !notes.has('seed');
  const write = async () => {
    if (fresh) await writeOther(parts, other);
    if (fresh) await enterTenants(parts, [company.tenant.id, other.tenantId]);
    await writeDays(parts, company, days, fresh ? reportToken : undefined);
    for (const day of days) await parts.corner.put(`day/${day}`, parts.now().toISOString());
    await parts.corner.put('report-token', reportToken);
    await parts.corner.put('seed', company.make.seed);
  };
  return { company, other, reportToken, missing: fresh || days.length > 0, write };
}

/** Yesterday, today and tomorrow. */
function daysAround(now: Date): string[] {
  const today = dayOf(now.toISOString(), demonstrationZone);
  return [addDays(today, -1), today, addDays(today, 1)];
}

async function writeOther({ table, newId, now }: SeedParts, other: OtherCompany): Promise<void> {
  const kept = newKept();
  other.keepAll(kept.keep);
  await writeKept(table, other.tenantId, newId, now().toISOString(), kept);
}

/** What is written here passes no consumer of changes, who else would enter new tenants into the list that the clock goes through. */
async function enterTenants({ table, newId, now }: SeedParts, tenantIds: readonly string[]): Promise<void> {
  const kept = newKept();
  for (const tenantId of tenantIds) kept.keep(tenantEntryEntity, { tenantId });
  await writeKept(table, houseTenantId, newId, now().toISOString(), kept);
}

/** With a link's secret everything is new: the company, what waits, and its stock. */
async function writeDays(
  { table, newId, now }: SeedParts,
  company: DemoCompany,
  days: readonly string[],
  reportToken: string | undefined,
): Promise<void> {
  const kept = newKept();
  const fresh = reportToken !== undefined;
  // On later days nothing of the past is made up, so no part leaves a shelf.
  const shelves = openingShelves(fresh ? company.opening : []);
  if (fresh) keepCompany(company, kept.keep);
  for (const day of days) keepDay({ company, day, now: now().toISOString(), shelves, keep: kept.keep });
  if (fresh) {
    keepWaitingWork(company, now().toISOString(), kept.keep);
    for (const level of shelves.levels()) kept.keep(stockLevelEntity, level);
    const tokenHash = readSecretToken(reportToken)?.hash ?? '';
    kept.keep(customerLinkEntity, {
      ...company.make.record('customerLink', 'report'),
      scope: 'report',
      tokenHash,
    });
  }
  await writeKept(table, company.tenant.id, newId, now().toISOString(), kept);
}
