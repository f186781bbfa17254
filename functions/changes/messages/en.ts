import type { MessageWords } from './message-words.ts';

export const en: MessageWords = {
  'appointment-scheduled': ({ company, subject, number, window }) => ({
    subject: `Your appointment: ${window.day}, ${window.from} to ${window.to}`,
    text: `${company}: we come for “${subject}” (${number}) on ${window.day} between ${window.from} and ${window.to}. Follow your appointment here: {link}`,
  }),
  'technician-travelling': ({ company, subject, number, technician }) => ({
    subject: `${technician} is on the way to you`,
    text: `${company}: ${technician} is on the way to you for “${subject}” (${number}). See where on the map: {link}`,
  }),
  'appointment-completed': ({ company, subject, number }) => ({
    subject: `Done: ${subject}`,
    text: `${company}: the work “${subject}” (${number}) is done. Thank you for your trust.`,
  }),
};
