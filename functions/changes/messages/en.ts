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
  'contract-expiring': ({ clause, customer, endsOn, days, noticeBy, url }) => ({
    subject: `Contract ends in ${days} days: ${customer}, ${clause}`,
    text: `The contract “${clause}” of ${customer} ends on ${endsOn}, in ${days} days.${noticeBy === undefined ? '' : ` It renews itself unless notice is given by ${noticeBy}.`} Renew it, change it or let it end: ${url}`,
  }),
  'contract-expiring-customer': ({ company, clause, endsOn, noticeBy, phone }) => ({
    subject: `Your contract ends on ${endsOn}`,
    text: `${company}: your contract “${clause}” ends on ${endsOn}.${noticeBy === undefined ? ' Until then everything stays as agreed.' : ` It renews itself unless you give notice by ${noticeBy}.`}${phone === undefined ? '' : ` Call us about it: ${phone}.`}`,
  }),
};
