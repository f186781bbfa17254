/** The words of the local server's own pages. */
export const en = {
  lang: 'en',
  mark: 'Fieldline · demonstration',
  start: {
    title: 'Start here',
    about:
      'Harbor Field Service, Boston: an invented company with four territories and twenty-five technicians. It has its own clock, which stands in the middle of a working day.',
    product: 'The product',
    dispatch: ['Dispatch console', 'queue, map, time board, plans, figures'],
    technician: ["Technician's phone", 'the day, stop by stop'],
    report: ['Web form', 'a customer reports a problem'],
    outbox: ['Outbox', 'messages to customers, with their links'],
    connect: 'For those who connect to it',
    docs: ['Try the API', 'every operation, with examples'],
    openapi: ['OpenAPI 3.1', 'the document'],
    health: ['Health', 'whether it can read its table'],
    tokens: 'Tokens for scripts',
    tokensHow:
      'POST /local/token with {"account": "dispatcher"} gives an access token; other accounts: agent, clerk, manager, administrator, technician, technician-ben and so on, other-dispatcher of the other company.',
  },
  signIn: {
    title: 'Sign in',
    about: 'No passwords here: choose whom you want to be.',
    technicians: 'Technicians',
    office: 'Office',
    roles: {
      dispatcher: ['Dispatcher', 'plans and follows the day'],
      agent: ['Agent', 'takes calls'],
      technician: ['Technician', 'goes there'],
      clerk: ['Clerk', 'parts and depot'],
      manager: ['Manager', 'figures and reports'],
      administrator: ['Administrator', 'everything'],
    },
  },
  outbox: {
    title: 'Outbox',
    about: 'E-mail and SMS end here: nothing leaves this machine.',
    empty: 'Nothing yet. Assign an appointment whose customer has an e-mail address, and look again.',
    channels: { 'e-mail': 'e-mail', sms: 'SMS' },
    to: (channel: string, to: string, at: string): string => `${channel} to ${to} · ${at} UTC`,
  },
} as const;
