import { createMessages } from '../../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** The sentences about tracker apps. */
export const t = createMessages({ en, zh });
