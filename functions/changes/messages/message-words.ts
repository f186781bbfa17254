import type { ContractTemplate, VisitTemplate } from '../../../shared/model/message.ts';
import type { WindowInWords } from './window-in-words.ts';

/** Every message in one language; a language that lacks one does not compile. */
export type MessageWords = Readonly<Record<VisitTemplate, (facts: VisitMessageFacts) => MessageText>> &
  Readonly<Record<ContractTemplate, (facts: ContractMessageFacts) => MessageText>>;

/** What the words may speak of; the link is filled in when the message leaves, because its secret is kept nowhere. */
export interface VisitMessageFacts {
  readonly company: string;
  readonly subject: string;
  readonly number: string;
  /** When he was told that somebody comes. */
  readonly window: WindowInWords;
  /** First name only; empty where nobody is named yet. */
  readonly technician: string;
}
export interface ContractMessageFacts {
  readonly company: string;
  readonly clause: string;
  /** Whose it is. */
  readonly customer: string;
  /** Its last day, as people read it. */
  readonly endsOn: string;
  /** So many are left of it. */
  readonly days: number;
  /** By when notice must be given, or it goes on by itself. */
  readonly noticeBy?: string | undefined;
  /** To the contract in the console. */
  readonly url: string;
  readonly phone?: string | undefined;
}
export interface MessageText {
  readonly subject: string;
  readonly text: string;
}
/** Stands in the text where the customer's link goes. */
export const linkPlaceholder = '{link}';
