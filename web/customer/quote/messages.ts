import { createMessages } from '../../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** The sentences of a quote, which come with it. */
export const t = createMessages({ en, zh });
