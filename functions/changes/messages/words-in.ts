import type { Language } from '../../../shared/model/scalar.ts';
import { en } from './en.ts';
import type { MessageWords } from './message-words.ts';
import { zh } from './zh.ts';

export const wordsIn: Readonly<Record<Language, MessageWords>> = { en, zh };
