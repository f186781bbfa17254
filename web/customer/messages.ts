import { createMessages } from '../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** Every sentence of the customer's page. */
export const t = createMessages({ en, zh });
