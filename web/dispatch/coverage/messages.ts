import { createMessages } from '../../ui/language.svelte.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

/** The sentences about assets, warranties, contracts and who pays, which come when one of their pages is opened. */
export const t = createMessages({ en, zh });
