import { createMessages } from '../../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** The sentences of the company's book, which come when one of its pages is opened. */
export const t = createMessages({ en, zh });
