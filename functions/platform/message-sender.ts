import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Message } from '../../shared/model/message.ts';

/** What leaves the house: the message with its text as the customer shall read it. */
export type OutgoingMessage = Pick<Message, 'id' | 'channel' | 'to' | 'subject' | 'text'>;

/** Hands a message to whoever delivers it; throws where that fails, and the caller tries again. */
export type MessageSender = (message: OutgoingMessage) => Promise<void>;

/** The small face that an SMS service must show. */
export type SmsSender = (to: string, text: string) => Promise<void>;

export const createMessageSender = (mail: SESv2Client, mailFrom: string, sms: SmsSender): MessageSender => {
  return async (message) => {
    if (message.channel === 'sms') return sms(message.to, message.text);
    await mail.send(
      new SendEmailCommand({
        FromEmailAddress: mailFrom,
        Destination: { ToAddresses: [message.to] },
        Content: {
          Simple: {
            Subject: { Data: message.subject, Charset: 'UTF-8' },
            Body: { Text: { Data: message.text, Charset: 'UTF-8' } },
          },
        },
        EmailTags: [{ Name: 'message', Value: message.id }],
      }),
    );
  };
};
