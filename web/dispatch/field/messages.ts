import { createMessages } from '../../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** The sentences of what came from the field. */
export const t = createMessages({ en, zh });
