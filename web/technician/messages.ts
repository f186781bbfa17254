import { createMessages } from '../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { syncEn } from './messages/sync-en.ts';
import { syncZh } from './messages/sync-zh.ts';
import { workEn } from './messages/work-en.ts';
import { workZh } from './messages/work-zh.ts';
import { zh } from './messages/zh.ts';

/** Every sentence of the technician's page. */
export const t = createMessages({
  en: { ...en, ...syncEn, ...workEn },
  zh: { ...zh, ...syncZh, ...workZh },
});
