import type { Message } from '../../../shared/model/message.ts';

/** What the words may speak of; the link is filled in when the message leaves, because its secret is kept nowhere. */
export interface MessageFacts {
  readonly company: string;
  readonly subject: string;
  readonly number: string;
  /** The arrival window in the customer's words, e.g. Tuesday, May 12, 1:30 – 3:30 PM. */
  readonly window: string;
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
