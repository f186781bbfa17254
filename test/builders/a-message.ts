import { messageSchema, type Message } from '../../shared/model/message.ts';
import { aRecord, anId } from './an-id.ts';

/** A message that waits to be sent. */
export const aMessage = (changes: Partial<Message> = {}): Message =>
  messageSchema.parse({
    ...aRecord('message'),
    appointmentId: anId('appointment'),
    template: 'appointment-scheduled',
    channel: 'e-mail',
    to: 'ines@example.com',
    language: 'en',
    subject: 'Your appointment',
    text: 'Rosa comes on Tuesday.',
    status: 'waiting',
    attempts: 0,
    ...changes,
  });
