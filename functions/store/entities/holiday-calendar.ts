import { holidayCalendarSchema, type HolidayCalendar } from '../../../shared/model/holiday-calendar.ts';
import { defineEntity } from '../entity.ts';

export const holidayCalendarEntity = defineEntity<HolidayCalendar, Pick<HolidayCalendar, 'id'>>({
  name: 'holiday-calendar',
  schema: holidayCalendarSchema,
  key: ({ id }) => ({ partition: ['HOLIDAY-CALENDAR', id], sort: 'HOLIDAY-CALENDAR' }),
  gsi1: ({ name, id }) => ({ partition: ['HOLIDAY-CALENDARS'], sort: `${name}#${id}` }),
});
