import * as endpoints from '../../../shared/protocol/endpoints/imports.ts';
import { customerEntity } from '../../store/entities/customer.ts';
import { siteEntity } from '../../store/entities/site.ts';
import { technicianEntity } from '../../store/entities/technician.ts';
import { workTypeEntity } from '../../store/entities/work-type.ts';
import { idOfRef, importRow } from '../../api/import-row.ts';
import { keepContacts } from '../keep-contacts.ts';
import { requireKnownNeeds, requireKnownThings } from '../known-things.ts';
import { requireNoWork } from './technicians.ts';
import { staffRoute, type Route } from '../route.ts';

export const importRoutes: readonly Route[] = [
  staffRoute(endpoints.importCustomers, async (asked) => {
    const results: endpoints.ImportResult[] = [];
    for (const { ref, customer, site } of asked.body.rows) {
      const id = idOfRef('customer', ref);
      const result = await importRow(asked, customerEntity, ref, { id, ...customer }, (work, after, before) =>
        keepContacts(asked, work, { after, ...(before && { before }) }),
      );
      results.push(result);
      if (!site || result.result === 'failed') continue;
      const siteId = idOfRef('site', `${id} ${site.name.toLowerCase()}`);
      const kept = await importRow(asked, siteEntity, ref, { id: siteId, customerId: id, ...site });
      if (kept.result === 'failed') results[results.length - 1] = kept;
    }
    return asked.settle(asked.begin(), { results });
  }),

  staffRoute(endpoints.importTechnicians, async (asked) => {
    const results: endpoints.ImportResult[] = [];
    for (const { ref, technician } of asked.body.rows) {
      const draft = { id: idOfRef('technician', ref), ...technician };
      results.push(
        await importRow(asked, technicianEntity, ref, draft, async (_work, after, before) => {
          await requireKnownThings(asked, after);
          if (before?.active && !after.active) await requireNoWork(asked, before);
        }),
      );
    }
    return asked.settle(asked.begin(), { results });
  }),

  staffRoute(endpoints.importWorkTypes, async (asked) => {
    const results: endpoints.ImportResult[] = [];
    for (const { ref, workType } of asked.body.rows) {
      const draft = { id: idOfRef('workType', ref), ...workType };
      results.push(
        await importRow(asked, workTypeEntity, ref, draft, (_work, after) => requireKnownNeeds(asked, after)),
      );
    }
    return asked.settle(asked.begin(), { results });
  }),
];
