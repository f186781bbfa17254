import { SendTextMessageCommand, type PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { SmsSender } from './message-sender.ts';

/** Stands for the phone number where a stage has none yet: messages by SMS are parked in sight with that reason. */
export const noSmsNumber = 'none';

/** Sends by AWS End User Messaging from one of the account's phone numbers, given by its id. */
export const createSmsSender =
  (client: PinpointSMSVoiceV2Client, phoneNumberId: string): SmsSender =>
  async (to, text) => {
    if (phoneNumberId === noSmsNumber) throw new Error('no SMS service is set up');
    await client.send(
      new SendTextMessageCommand({
        DestinationPhoneNumber: to,
        OriginationIdentity: phoneNumberId,
        MessageBody: text,
        MessageType: 'TRANSACTIONAL',
      }),
    );
  };
