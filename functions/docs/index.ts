import { systemClock } from '../platform/clock.ts';
import { createDocsHandler } from './handler.ts';

export const handler = createDocsHandler({ clock: systemClock });
