import { createMessages } from '../../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** The sentences of the territories' view, which comes when it is opened. */
export const t = createMessages({ en, zh });
