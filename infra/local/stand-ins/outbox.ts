import type { Corner } from '../table-engine/table-engine.ts';
import { type LocalAnswer, type LocalService, jsonAnswer } from '../front/exchange.ts';
import { type Html, html } from '../front/html.ts';
import { localPage } from '../front/local-page.ts';
import { localMessages } from '../messages/local-messages.ts';
import type { LocalWords } from '../messages/local-words.ts';
import { orderedKey } from './ordered-key.ts';

/** A message that would have left the house. */
export interface CaughtMessage {
  readonly at: string;
  readonly channel: 'e-mail' | 'sms';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Catches e-mail and SMS: nothing leaves this machine. */
export interface Outbox {
  catch(message: Omit<CaughtMessage, 'at'>): Promise<void>;
  newestFirst(): Promise<CaughtMessage[]>;
}

const kept = 500;

export function openOutbox(corner: Corner, now: () => Date): Outbox {
  const entries = async () => {
    const all: [string, CaughtMessage][] = [];
    for await (const [key, text] of corner.entries()) all.push([key, JSON.parse(text) as CaughtMessage]); // written by catch
    return all;
  };
  let caught = 0;
  return {
    catch: async (message) => {
      await corner.put(orderedKey(), JSON.stringify({ at: now().toISOString(), ...message } satisfies CaughtMessage));
      caught += 1;
      if (caught % 100 === 0) for (const [key] of (await entries()).slice(0, -kept)) await corner.del(key);
    },
    newestFirst: async () => (await entries()).map(([, message]) => message).reverse(),
  };
}

/** GET /local/outbox for people, /local/outbox.json for programs. */
export function outboxService(outbox: Outbox, headers: Readonly<Record<string, string>>): LocalService {
  return async ({ method, url, headers: sent }) => {
    if (method !== 'GET') return undefined;
    if (url.pathname === '/local/outbox.json') return jsonAnswer({ messages: await outbox.newestFirst() });
    if (url.pathname !== '/local/outbox') return undefined;
    return outboxPage(localMessages(sent), (await outbox.newestFirst()).slice(0, 200), headers);
  };
}

/** SES version 2 as its SDK speaks to it, as far as we use it: SendEmail with simple content. */
export function mailService(outbox: Outbox): LocalService {
  return async ({ method, url, body }) => {
    if (method !== 'POST' || !url.pathname.endsWith('/v2/email/outbound-emails')) return undefined;
    const mail: SentEmail = JSON.parse(body.toString('utf8'));
    const { Subject, Body } = mail.Content?.Simple ?? {};
    for (const to of mail.Destination?.ToAddresses ?? []) {
      await outbox.catch({ channel: 'e-mail', to, subject: Subject?.Data ?? '', text: Body?.Text?.Data ?? '' });
    }
    return jsonAnswer({ MessageId: orderedKey() });
  };
}

/** AWS End User Messaging as its SDK speaks to it (AWS JSON 1.0), as far as we use it: SendTextMessage. */
export function smsService(outbox: Outbox): LocalService {
  return async ({ method, headers, body }) => {
    if (method !== 'POST' || headers['x-amz-target'] !== 'PinpointSMSVoiceV2.SendTextMessage') return undefined;
    const { DestinationPhoneNumber: to = '', MessageBody: text = '' }: SentText = JSON.parse(body.toString('utf8'));
    await outbox.catch({ channel: 'sms', to, subject: 'SMS', text });
    return { ...jsonAnswer({ MessageId: orderedKey() }), headers: { 'content-type': 'application/x-amz-json-1.0' } };
  };
}

interface SentText {
  readonly DestinationPhoneNumber?: string;
  readonly MessageBody?: string;
}

interface SentEmail {
  readonly Destination?: { readonly ToAddresses?: readonly string[] };
  readonly Content?: {
    readonly Simple?: {
      readonly Subject?: { readonly Data?: string };
      readonly Body?: { readonly Text?: { readonly Data?: string } };
    };
  };
}

function outboxPage(
  words: LocalWords,
  messages: readonly CaughtMessage[],
  headers: Readonly<Record<string, string>>,
): LocalAnswer {
  const { outbox } = words;
  const empty = html`<p class="soft">${outbox.empty}</p>`;
  const content = html`<p class="soft">${outbox.about}</p>
    ${messages.length === 0 ? empty : messages.map((message) => shown(outbox, message))}`;
  return localPage(words, outbox.title, content, headers);
}

function shown({ channels, to: said }: LocalWords['outbox'], { at, channel, to, subject, text }: CaughtMessage): Html {
  return html`<article>
    <h2>${subject}</h2>
    <p class="soft">${said(channels[channel], to, at.slice(0, 16).replace('T', ' '))}</p>
    <pre>${linked(text)}</pre>
  </article>`;
}

/** Text whose addresses can be followed. */
function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}
