import { createMessages } from '../../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** The sentences of trying things out in a copy of the day. */
export const t = createMessages({ en, zh });
