import { createMessages } from './language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** The few words that the parts themselves say. */
export const t = createMessages({ en, zh });
