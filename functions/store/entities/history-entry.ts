import { historyEntrySchema, type HistoryEntry } from '../../../shared/model/history-entry.ts';
import { idPrefix } from '../../../shared/model/entity.ts';
import { defineEntity } from '../entity.ts';

/** Lies with the thing it tells of; the change stream reads it as the outbox. */
export const historyEntryEntity = defineEntity<HistoryEntry, Pick<HistoryEntry, 'subjectId' | 'id'>>({
  name: 'history-entry',
  schema: historyEntrySchema,
  key: ({ subjectId, id }) => ({ partition: [partitionNameOf(subjectId), subjectId], sort: `HISTORY#${id}` }),
});

const partitionNames: Readonly<Record<string, string>> = {
  [idPrefix.appointment]: 'APPOINTMENT',
  [idPrefix.serviceRequest]: 'SERVICE-REQUEST',
  [idPrefix.workOrder]: 'WORK-ORDER',
  [idPrefix.territory]: 'TERRITORY',
  [idPrefix.technician]: 'TECHNICIAN',
  [idPrefix.customer]: 'CUSTOMER',
  [idPrefix.site]: 'SITE',
  [idPrefix.workType]: 'WORK-TYPE',
  [idPrefix.skill]: 'SKILL',
  [idPrefix.stockLocation]: 'STOCK-LOCATION',
  [idPrefix.tenant]: 'TENANT',
  [idPrefix.asset]: 'ASSET',
  [idPrefix.warranty]: 'WARRANTY',
  [idPrefix.serviceContract]: 'SERVICE-CONTRACT',
  [idPrefix.priceList]: 'PRICE-LIST',
  [idPrefix.holidayCalendar]: 'HOLIDAY-CALENDAR',
};
const partitionNameOf = (subjectId: string): string => {
  const name = partitionNames[subjectId.slice(0, 2)];
  if (!name) throw new Error(`No history is kept of ${subjectId}`);
  return name;
};
