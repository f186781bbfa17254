import * as endpoints from '../../../shared/protocol/endpoints/prices.ts';
import { requireVersion } from '../../api/appointment-of.ts';
import { actorOf } from '../../api/actor-of.ts';
import { changedFields } from '../../api/changed-fields.ts';
import { changeRecord, createRecord } from '../../api/keep-record.ts';
import { recordOf } from '../../api/record-of.ts';
import { badField } from '../../platform/errors.ts';
import { coveragePolicyEntity } from '../../store/entities/coverage-policy.ts';
import { holidayCalendarEntity } from '../../store/entities/holiday-calendar.ts';
import { priceListEntity } from '../../store/entities/price-list.ts';
import { allHolidayCalendars, allPriceLists, coveragePolicy } from '../../store/questions/coverage-book.ts';
import { staffRoute, type Route } from '../route.ts';

export const priceRoutes: readonly Route[] = [
  staffRoute(endpoints.listPriceLists, async ({ deps, tenantId }) => ({
    items: await allPriceLists(deps.table, tenantId),
  })),

  staffRoute(endpoints.createPriceList, (asked) => {
    const work = asked.begin();
    const draft = { id: asked.deps.newId('priceList'), ...asked.body };
    return asked.settle(work, createRecord(asked, work, priceListEntity, draft));
  }),

  staffRoute(endpoints.changePriceList, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, priceListEntity, { id: asked.params.priceListId });
      const { id, version, createdAt, updatedAt } = before;
      const work = asked.begin();
      const after = { id, version, createdAt, updatedAt, ...asked.body };
      return { work, answer: changeRecord(asked, work, priceListEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.getCoveragePolicy, ({ deps, tenantId }) => coveragePolicy(deps.table, tenantId)),

  staffRoute(endpoints.changeCoveragePolicy, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, body, now, caller } = asked;
      const before = await coveragePolicy(deps.table, tenantId);
      requireVersion(asked, before);
      const lists = await allPriceLists(deps.table, tenantId);
      if (body.priceListId !== undefined && !lists.some(({ id }) => id === body.priceListId)) {
        throw badField('body.priceListId', 'there is no such price list');
      }
      const createdAt = before.version === 0 ? now : before.createdAt;
      const work = asked.begin();
      const after = { version: before.version, createdAt, updatedAt: now, ...body };
      const fields = changedFields(before, after);
      if (fields !== undefined) {
        work.record(tenantId, 'record.changed', actorOf(caller), { name: 'coverage', fields });
      }
      return { work, answer: work.update(coveragePolicyEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.listHolidayCalendars, async ({ deps, tenantId }) => ({
    items: await allHolidayCalendars(deps.table, tenantId),
  })),

  staffRoute(endpoints.createHolidayCalendar, (asked) => {
    const work = asked.begin();
    const draft = { id: asked.deps.newId('holidayCalendar'), ...asked.body };
    return asked.settle(work, createRecord(asked, work, holidayCalendarEntity, draft));
  }),

  staffRoute(endpoints.changeHolidayCalendar, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, holidayCalendarEntity, { id: asked.params.holidayCalendarId });
      const { id, version, createdAt, updatedAt } = before;
      const work = asked.begin();
      const after = { id, version, createdAt, updatedAt, ...asked.body };
      return { work, answer: changeRecord(asked, work, holidayCalendarEntity, before, after) };
    }),
  ),
];
