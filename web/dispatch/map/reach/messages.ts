import { createMessages } from '../../../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** The sentences of the layer that shows who can be where in time. */
export const t = createMessages({ en, zh });
