import type { Message } from '../../../shared/model/message.ts';
import type { WindowInWords } from './window-in-words.ts';

/** What the words may speak of; the link is filled in when the message leaves, because its secret is kept nowhere. */
export interface MessageFacts {
  readonly company: string;
  readonly subject: string;
  readonly number: string;
  /** When he was told that somebody comes. */
  readonly window: WindowInWords;
  /** First name only; empty where nobody is named yet. */
  readonly technician: string;
}
export interface MessageText {
  readonly subject: string;
  readonly text: string;
}
/** Every message in one language; a language that lacks one does not compile. */
export type MessageWords = Readonly<Record<Message['template'], (facts: MessageFacts) => MessageText>>;

/** Stands in the text where the customer's link goes. */
export const linkPlaceholder = '{link}';
